import { Initiative, InitiativeLink, InitiativeVersion, Screening } from '#domain/initiative';
import { Notice } from '#domain/notice';
import { type RunningYear, aContest } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted, refusal, tell, texts } from './support/initiatives.js';
import { aPastContest, anEligibleInitiative } from './support/rollouts.js';

const ASKED = `query ($id: ID!) { initiative(id: $id) { returnDueAt canMoveReturnDue asks { field words }
  screenings { verdict reason dueAt asks { field words } } } }`;
const IMPROVES = `query ($id: ID!) { initiative(id: $id) { improves { id title contest { year } mayRead } links { earlier { id } verdict reason } } }`;
const asks = [
  { field: 'EFFECT', words: 'Nêu số liệu trước và sau khi áp dụng.' },
  { field: 'FILES', words: 'Thiếu biên bản nghiệm thu.' },
];

let contest: RunningContest;
let district: District;
let year: RunningYear;
let submitter: Client;
let organiser: Client;
let leader: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district);
  submitter = await contest.as(district.people.submitter);
  organiser = await contest.as(district.people.organiser);
  leader = await contest.as(district.people.leader);
});
afterAll(() => contest.stop());

test('a return says at each part what is asked, in the dossier until it is sent in again, and in the notice', async () => {
  const { id, version } = await aSubmitted(contest, district, year);
  const dueAt = '2026-04-01T10:00:00.000Z';
  const returned = await tell(organiser, 'returnInitiative', { initiativeId: id, version, dueAt, reason: 'Chưa đủ.', asks });
  expect(returned.state).toBe('RETURNED');

  const screening = { verdict: 'RETURNED', reason: 'Chưa đủ.', dueAt, asks };
  const shown = await submitter.ask(ASKED, { id });
  expect(shown).toEqual({ returnDueAt: dueAt, canMoveReturnDue: false, asks, screenings: [screening] });
  await contest.drain();
  const [told] = await contest.em().find(Notice, { path: `/initiatives/${id}`, kind: 'initiative.returned' });
  expect(told?.textVi).toContain(
    'Lý do: Chưa đủ.\n- Hiệu quả: Nêu số liệu trước và sau khi áp dụng.\n- Tệp đính kèm: Thiếu biên bản nghiệm thu.',
  );
  expect(told?.textEn).toContain('\n- Effect: Nêu số liệu');

  const again = await tell(submitter, 'submitInitiative', { initiativeId: id, version: returned.version });
  expect(again.state).toBe('SUBMITTED');
  expect(await submitter.ask(ASKED, { id })).toMatchObject({ asks: [], screenings: [screening] });
});

test('asking twice at one part, or without words, is refused at its place, and nothing is written', async () => {
  const { id, version } = await aSubmitted(contest, district, year);
  const wrong = [asks[0], { field: 'FILES', words: ' ' }, asks[0]];
  const order = { initiativeId: id, version, dueAt: '2026-04-01T10:00:00Z', reason: 'Chưa đủ.' };
  const answer = `... on Refusal { problems { code path } }`;
  const refused = await organiser.ask(`mutation ($input: ReturnInitiativeInput!) { returnInitiative(input: $input) { ${answer} } }`, {
    input: { ...order, asks: wrong },
  });

  expect(refused).toEqual({
    problems: [
      { code: 'REASON_MISSING', path: 'asks.1.words' },
      { code: 'ASKED_TWICE', path: 'asks.2.field' },
    ],
  });
  expect(await contest.em().count(Screening, { initiative: id })).toBe(0);
});

test('the due date of a return is moved with a reason, what is asked stands, and its authors are told; of another that was not returned nothing is moved', async () => {
  const { id, version } = await aSubmitted(contest, district, year);
  const dueAt = '2026-05-01T10:00:00.000Z';
  const move = (seen: number, reason = 'Nghỉ lễ.') => tell(organiser, 'moveReturnDue', { initiativeId: id, version: seen, dueAt, reason });
  expect(await move(version)).toEqual(refusal('INITIATIVE_TRANSITION'));
  const { version: back } = await tell(organiser, 'returnInitiative', {
    ...{ initiativeId: id, version, dueAt: '2026-04-01T10:00:00Z', reason: 'Chưa đủ.', asks },
  });
  expect(await move(back, ' ')).toEqual(refusal('REASON_MISSING', 'reason'));
  expect(await tell(submitter, 'moveReturnDue', { initiativeId: id, version: back, dueAt, reason: 'Xin thêm.' }).catch(String)).toContain(
    'FORBIDDEN',
  );
  const { savedAt } = await contest.em().findOneOrFail(Initiative, { id });
  contest.clock.set(new Date(contest.clock.now().getTime() + 60_000));
  expect(await move(back)).toMatchObject({ state: 'RETURNED', version: Number(back) + 1 });

  const [, moved] = (await organiser.ask(ASKED, { id })).screenings;
  expect(moved).toEqual({ verdict: 'DUE_MOVED', reason: 'Nghỉ lễ.', dueAt, asks: [] });
  expect(await organiser.ask(ASKED, { id })).toMatchObject({ returnDueAt: dueAt, canMoveReturnDue: true, asks });
  expect(await contest.em().findOneOrFail(Initiative, { id })).toMatchObject({ savedAt });
  await contest.drain();
  const [told] = await contest.em().find(Notice, { path: `/initiatives/${id}`, kind: 'initiative.returnDueMoved' });
  expect([told?.person.id, told?.textVi]).toEqual([district.people.submitter, expect.stringMatching(/được đổi thành .*Lý do: Nghỉ lễ\.$/)]);
});

test('authors name the one of an earlier year that they improve; the screener says whether they do, and that stays as a link', async () => {
  const past = await aPastContest(contest, district);
  const earlier = await anEligibleInitiative(contest, district, past);
  const draft = await aDraft(contest, district, year);
  const saved = await tell(submitter, 'saveDraft', { initiativeId: draft.id, version: draft.version, improvesId: earlier });
  const { title } = await contest.em().findOneOrFail(Initiative, { id: earlier });
  const improves = { id: earlier, title, contest: { year: 2023 }, mayRead: true };
  expect(await submitter.ask(IMPROVES, { id: draft.id })).toEqual({ improves, links: [] });

  const same = await tell(submitter, 'saveDraft', {
    initiativeId: draft.id,
    version: saved.version,
    improvesId: earlier,
    effect: texts.effect,
  });
  expect(same.version).toBe(saved.version);
  const sent = await tell(submitter, 'submitInitiative', { initiativeId: draft.id, version: same.version });
  expect((await contest.em().findOneOrFail(InitiativeVersion, { initiative: draft.id })).content).toMatchObject({ improvesId: earlier });
  const verdict = { initiativeId: draft.id, version: sent.version, verdict: 'ELIGIBLE', reason: 'Có cải tiến rõ.' };
  expect(await tell(organiser, 'screenInitiative', { ...verdict, improvesVerdict: 'IMPROVES' })).toMatchObject({ state: 'ELIGIBLE' });
  const links = [{ earlier: { id: earlier }, verdict: 'IMPROVES', reason: 'Có cải tiến rõ.' }];
  expect(await organiser.ask(IMPROVES, { id: draft.id })).toEqual({ improves, links });
  expect(await leader.ask(IMPROVES, { id: draft.id })).toEqual({ improves, links: [] });
});

test('another word on it is another content: the head stands for it anew; taken back, nothing is named', async () => {
  const earlier = await anEligibleInitiative(contest, district, await aPastContest(contest, district));
  const own = await aContest(contest, district, { headConfirms: true });
  const head = await contest.as(district.people.head);
  const draft = await aDraft(contest, district, own);
  const confirmed = await tell(head, 'confirmInitiative', { initiativeId: draft.id, version: draft.version });
  const named = await tell(submitter, 'saveDraft', { initiativeId: draft.id, version: confirmed.version, improvesId: earlier });
  expect(await contest.em().findOneOrFail(Initiative, { id: draft.id })).toMatchObject({ confirmedAt: null });

  await tell(submitter, 'saveDraft', { initiativeId: draft.id, version: named.version, improvesId: null });
  expect(await submitter.ask(IMPROVES, { id: draft.id })).toEqual({ improves: null, links: [] });
});

test('what is not of an earlier year, was not eligible, or is not there for them is not named; nothing is decided where nothing is named', async () => {
  const past = await aPastContest(contest, district);
  const rejected = await anEligibleInitiative(contest, district, past, 'REJECTED');
  const rival = await aSubmitted(contest, district, year, { ownerUnitId: district.units.finance });
  const hidden = await aDraft(contest, district, year, {
    ...{ ownerUnitId: district.units.culture },
    authors: [{ personId: await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' }), share: '100', lead: true }],
  });
  const draft = await aDraft(contest, district, year);
  const name = (improvesId: string) => tell(submitter, 'saveDraft', { initiativeId: draft.id, version: draft.version, improvesId });

  expect(await name(rejected)).toEqual(refusal('IMPROVES_NOT_EARLIER', 'improvesId'));
  expect(await name(rival.id)).toEqual(refusal('IMPROVES_NOT_EARLIER', 'improvesId'));
  expect(await name(hidden.id)).toEqual(refusal('NOT_FOUND', 'improvesId'));
  const order = { contestId: year.id, areaId: year.areaId, ownerUnitId: district.units.finance, ...texts, improvesId: hidden.id };
  expect(await tell(submitter, 'draftInitiative', order)).toEqual(refusal('NOT_FOUND', 'improvesId'));
  expect(await contest.em().findOneOrFail(Initiative, { id: draft.id })).toMatchObject({ improves: null, version: draft.version });

  const sent = await tell(submitter, 'submitInitiative', { initiativeId: draft.id, version: draft.version });
  const verdict = { initiativeId: draft.id, version: sent.version, verdict: 'ELIGIBLE', reason: 'Đủ.', improvesVerdict: 'NEW' };
  expect(await tell(organiser, 'screenInitiative', verdict)).toEqual(refusal('IMPROVES_NOT_NAMED', 'improvesVerdict'));
  expect(await contest.em().count(InitiativeLink, { initiative: draft.id })).toBe(0);
});
