import { Initiative, NoSubmission } from '#domain/initiative';
import { Notice } from '#domain/notice';
import { AuditEntry } from '#lib/platform';
import { type RunningYear, aContest } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted, allDeclared, refusal, tell, texts } from './support/initiatives.js';

const SILENT = `query ($contestId: ID!) { unitsWithoutSubmission(contestId: $contestId, first: 100) { totalCount edges { node {
  unit { id } canSay said { reason version byName } } } } }`;
const SHOWN = `query ($id: ID!) { initiative(id: $id) { title draftedByName canEdit canEditOnBehalf ownWorkAt authors { person { id } share } authorAnswers { answer } } }`;

let contest: RunningContest;
let district: District;
let year: RunningYear;
let submitter: Client;
let organiser: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district);
  submitter = await contest.as(district.people.submitter);
  organiser = await contest.as(district.people.organiser);
});
afterAll(() => contest.stop());

const theirs = (more: object = {}) => ({
  ...{ contestId: year.id, areaId: year.areaId, ownerUnitId: district.units.finance, submitterId: district.people.submitter },
  ...more,
});
const entry = (operation: string, subjectId: string) => contest.em().findOneOrFail(AuditEntry, { operation, subjectId });

test('the secretariat drafts for a submitter, whose the draft is: told, with both names in the log, and no declaration made', async () => {
  const begun = await tell(organiser, 'draftOnBehalf', theirs({ title: 'Nhắc hạn' }));
  expect(begun).toMatchObject({ __typename: 'Initiative', state: 'DRAFT', title: 'Nhắc hạn' });
  const saved = await tell(organiser, 'saveDraftOnBehalf', { initiativeId: begun.id, version: begun.version, ...texts });
  expect(saved.version).toBe(Number(begun.version) + 1);

  const { submitter: whose, organiser: by } = district.people;
  const of = { actorId: by, onBehalfOf: whose };
  for (const operation of ['draftOnBehalf', 'saveDraftOnBehalf']) {
    const { body } = await entry(operation, begun.id);
    const said = JSON.parse(body) as { actor: string; onBehalfOf: string };
    expect({ actorId: said.actor, onBehalfOf: said.onBehalfOf }).toEqual(of);
  }
  await contest.drain();
  const told = await contest.em().find(Notice, { kind: 'initiative.draftedOnBehalf' });
  expect(told.map(({ person, path }) => [person.id, path])).toEqual([[whose, `/initiatives/${String(begun.id)}`]]);
  expect(await submitter.ask(SHOWN, { id: begun.id })).toEqual({
    ...{ title: texts.title, draftedByName: expect.any(String), canEdit: true, canEditOnBehalf: false, ownWorkAt: null },
    ...{ authors: [{ person: { id: whose }, share: '100' }], authorAnswers: [{ answer: null }] },
  });
});

test('what the submitter has declared the secretariat neither reads nor changes any more; it declares, sends and attaches nothing', async () => {
  const begun = await tell(organiser, 'draftOnBehalf', theirs(texts));
  const order = { initiativeId: begun.id, version: begun.version };
  expect(await organiser.ask(SHOWN, { id: begun.id })).toMatchObject({ canEdit: false, canEditOnBehalf: true });
  for (const [act, input] of [
    ['declareInitiative', { ...order, ...allDeclared }],
    ['submitInitiative', order],
  ] as const)
    await expect(tell(organiser, act, input)).rejects.toThrow('FORBIDDEN');

  const declared = await tell(submitter, 'declareInitiative', { ...order, ...allDeclared });
  const late = { initiativeId: begun.id, version: declared.version, title: 'Khác' };
  expect(await tell(organiser, 'saveDraftOnBehalf', late)).toEqual(refusal('NOT_FOUND'));
  expect(await organiser.ask(SHOWN, { id: begun.id })).toBeNull();
  const sent = await tell(submitter, 'submitInitiative', { initiativeId: begun.id, version: declared.version });
  expect(sent).toMatchObject({ state: 'SUBMITTED', title: texts.title });
});

test('nobody drafts for who could not themselves, for another host, nor goes on with another’s draft; nothing is written', async () => {
  const before = await contest.em().count(Initiative);
  const stranger = await aDistrict(contest);
  const { culture } = district.units;

  expect(await tell(organiser, 'draftOnBehalf', theirs({ ownerUnitId: culture }))).toEqual(refusal('SUBMITTER_NOT_OF_UNIT', 'submitterId'));
  const judge = theirs({ submitterId: district.people.judge });
  expect(await tell(organiser, 'draftOnBehalf', judge)).toEqual(refusal('SUBMITTER_NOT_OF_UNIT', 'submitterId'));
  const elsewhere = await contest.as(stranger.people.organiser);
  expect(await tell(elsewhere, 'draftOnBehalf', theirs())).toEqual(refusal('NOT_FOUND', 'contestId'));
  await expect(tell(submitter, 'draftOnBehalf', theirs())).rejects.toThrow('FORBIDDEN');
  expect(await contest.em().count(Initiative)).toBe(before);

  const { id, version } = await aDraft(contest, district, year);
  expect(await tell(organiser, 'saveDraftOnBehalf', { initiativeId: id, version, title: 'Khác' })).toEqual(refusal('NOT_FOUND'));
  const begun = await tell(organiser, 'draftOnBehalf', theirs(texts));
  const colleague = await contest.as(
    await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district }),
  );
  expect(await tell(colleague, 'saveDraftOnBehalf', { initiativeId: begun.id, version: begun.version, title: 'Khác' })).toEqual(
    refusal('NOT_FOUND'),
  );
});

const give = (client: Client, input: object): Promise<any> =>
  client.ask(
    `mutation ($input: GiveNoSubmissionReasonInput!) { giveNoSubmissionReason(input: $input) {
      __typename ... on NoSubmission { version reason } ... on Refusal { code path } } }`,
    { input },
  );
const silent = async (client: Client, contestId: string) => (await client.ask(SILENT, { contestId })).edges.map(({ node }: any) => node);

test('units of the roster that have sent nothing are listed to the office with their reason, to a unit itself alone; a draft is nobody’s business', async () => {
  const own = await aContest(contest, district);
  const { finance, culture } = district.units;
  const roster = (await silent(organiser, own.id)).map(({ unit }: any) => unit.id);
  expect(roster).toEqual(expect.arrayContaining([finance, culture]));
  await aDraft(contest, district, own);
  expect((await silent(organiser, own.id)).map(({ unit }: any) => unit.id)).toEqual(roster);

  const person = await aPerson(contest, { unitId: culture, role: 'SUBMITTER' });
  const unit = await contest.as(person);
  const order = { contestId: own.id, unitId: culture, version: 0, reason: 'Chưa có giải pháp mới.' };
  expect(await give(unit, order)).toEqual({ __typename: 'NoSubmission', version: 1, reason: order.reason });
  expect(await give(unit, { ...order, reason: 'Khác' })).toEqual(refusal('STALE', 'version'));
  expect(await give(unit, { ...order, version: 1, reason: 'Thiếu người.' })).toMatchObject({ version: 2 });
  const said = { reason: 'Thiếu người.', version: 2, byName: expect.any(String) };
  expect(await silent(unit, own.id)).toEqual([{ unit: { id: culture }, canSay: true, said }]);
  const shown = await silent(organiser, own.id);
  expect(shown.find(({ unit: { id } }: any) => id === culture)).toEqual({ unit: { id: culture }, canSay: false, said });
  expect(await silent(await contest.as((await aDistrict(contest)).people.organiser), own.id)).toEqual([]);

  const sent = await aSubmitted(contest, district, own);
  expect((await silent(organiser, own.id)).map(({ unit: { id } }: any) => id)).toEqual(roster.filter((id: string) => id !== finance));
  await tell(submitter, 'withdrawInitiative', { initiativeId: sent.id, version: sent.version, reason: 'Xin rút.' });
  expect((await silent(organiser, own.id)).map(({ unit: { id } }: any) => id)).toEqual(roster);
});

test('a reason is refused for another’s unit, one off the roster, one that has sent, before anything can be sent, and without words', async () => {
  const own = await aContest(contest, district);
  const early = await aContest(contest, district, { phase: 'ANNOUNCED' });
  const { finance, culture } = district.units;
  const order = { contestId: own.id, unitId: finance, version: 0, reason: 'Bận.' };
  await aSubmitted(contest, district, own);

  expect(await give(submitter, { ...order, unitId: culture })).toEqual(refusal('NOT_FOUND', 'unitId'));
  expect(await give(submitter, order)).toEqual(refusal('UNIT_HAS_SENT', 'unitId'));
  expect(await give(submitter, { ...order, contestId: early.id })).toEqual(refusal('NO_SUBMISSION_NOT_ASKED'));
  const free = await aContest(contest, district);
  expect(await give(submitter, { ...order, contestId: free.id, reason: ' ' })).toEqual(refusal('REASON_MISSING', 'reason'));
  expect(await contest.em().count(NoSubmission, { unit: finance })).toBe(0);
});
