import { Initiative, InitiativeAuthor } from '#domain/initiative';
import { Notice } from '#domain/notice';
import { AuditEntry } from '#lib/platform';
import { type RunningYear, aContest } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { allDeclared, refusal, tell, texts } from './support/initiatives.js';

const MINE = `query ($answered: Boolean) { myAuthorships(answered: $answered) { totalCount edges { node {
  id initiative { title } state share lead answer declineReason canAnswer mayRead owner { nameVi } authors { person { id } share } } } } }`;
const ANSWERS = `query ($id: ID!) { initiative(id: $id) { authorAnswers { personId answer declineReason } problems { code path } canSubmit } }`;

let contest: RunningContest;
let district: District;
let year: RunningYear;
let submitter: Client;
let officer: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district);
  submitter = await contest.as(district.people.submitter);
  // Has no role by which initiatives are drafted or read.
  officer = await contest.as(district.people.communeOfficer);
});
afterAll(() => contest.stop());

const two = (share = '40') => [
  { personId: district.people.submitter, share: String(100 - Number(share)), lead: true },
  { personId: district.people.communeOfficer, share, lead: false },
];
const drafted = (authors = two(), of: RunningYear = year): Promise<any> =>
  tell(submitter, 'draftInitiative', { contestId: of.id, areaId: of.areaId, ownerUnitId: district.units.finance, authors, ...texts });
const mine = async (client: Client, answered = false) => (await client.ask(MINE, { answered })).edges.map(({ node }: any) => node);
const askedOf = async (initiativeId: string): Promise<string> =>
  (await contest.em().findOneOrFail(InitiativeAuthor, { initiative: initiativeId, person: district.people.communeOfficer })).id;
const say = (client: Client, act: 'confirm' | 'decline', input: object): Promise<any> => {
  const type = act === 'confirm' ? 'AuthorshipInput' : 'DeclineAuthorshipInput';
  const answer = '__typename ... on Authorship { id answer declineReason } ... on Refusal { code path }';
  return client.ask(`mutation ($input: ${type}!) { ${act}Authorship(input: $input) { ${answer} } }`, { input });
};

test('who names themselves has confirmed it; a co-author is told, finds it among what awaits them whatever their role, and confirms', async () => {
  const draft = await drafted();
  await contest.drain();
  const authorshipId = await askedOf(draft.id);

  expect(await mine(submitter)).toEqual([]);
  expect(await mine(officer)).toEqual([
    {
      ...{
        id: authorshipId,
        initiative: { title: texts.title },
        state: 'DRAFT',
        share: '40',
        lead: false,
        answer: null,
        declineReason: null,
      },
      ...{ canAnswer: true, mayRead: false, owner: { nameVi: 'Phòng Tài chính - Kế hoạch' } },
      authors: two().map(({ personId, share }) => ({ person: { id: personId }, share })),
    },
  ]);
  const told = await contest.em().find(Notice, { kind: 'initiative.authorshipAsked' });
  expect(told.map(({ person, path }) => [person.id, path])).toEqual([[district.people.communeOfficer, '/authorships']]);
  expect(told[0]?.textVi).toContain('với tỷ lệ đóng góp 40%');

  const confirmed = { __typename: 'Authorship', id: authorshipId, answer: 'CONFIRMED', declineReason: null };
  expect(await say(officer, 'confirm', { authorshipId })).toEqual(confirmed);
  expect(await mine(officer)).toEqual([]);
  expect((await mine(officer, true)).map(({ id }: any) => id)).toEqual([authorshipId]);
  expect((await submitter.ask(ANSWERS, { id: draft.id })).authorAnswers).toEqual([
    { personId: district.people.submitter, answer: 'CONFIRMED', declineReason: null },
    { personId: district.people.communeOfficer, answer: 'CONFIRMED', declineReason: null },
  ]);
});

test('other shares ask all others again, the same ones nobody; what was asked before is not there any more', async () => {
  const draft = await drafted();
  const before = await askedOf(draft.id);
  await say(officer, 'confirm', { authorshipId: before });
  const same = await tell(submitter, 'setAuthors', { initiativeId: draft.id, version: draft.version, authors: two() });
  expect(await askedOf(draft.id)).toBe(before);

  await tell(submitter, 'setAuthors', { initiativeId: draft.id, version: same.version, authors: two('30') });
  expect(await say(officer, 'confirm', { authorshipId: before })).toEqual(refusal('NOT_FOUND', 'authorshipId'));
  expect((await mine(officer)).map(({ share }: any) => share)).toEqual(['30']);
  await contest.drain();
  expect(await contest.em().count(Notice, { kind: 'initiative.authorshipAsked', textVi: { $like: '%đóng góp 30%' } })).toBe(1);
});

test('who declines says why, and who drafted it is told; nobody answers for another, nor without a reason, and nothing is written', async () => {
  const draft = await drafted(two('20'));
  const authorshipId = await askedOf(draft.id);
  const entries = () => contest.em().count(AuditEntry, { subjectId: draft.id });
  const before = await entries();

  expect(await say(submitter, 'confirm', { authorshipId })).toEqual(refusal('NOT_FOUND', 'authorshipId'));
  expect(await say(officer, 'decline', { authorshipId, reason: '  ' })).toEqual(refusal('REASON_MISSING', 'reason'));
  expect(await entries()).toBe(before);
  const declined = await say(officer, 'decline', { authorshipId, reason: 'Tôi không tham gia.' });
  expect(declined).toEqual({ __typename: 'Authorship', id: authorshipId, answer: 'DECLINED', declineReason: 'Tôi không tham gia.' });
  expect(await entries()).toBe(before + 1);
  await say(officer, 'decline', { authorshipId, reason: 'Tôi không tham gia.' });
  expect(await entries()).toBe(before + 1);

  await contest.drain();
  const [told, ...more] = await contest
    .em()
    .find(Notice, { path: `/initiatives/${String(draft.id)}`, kind: 'initiative.authorshipDeclined' });
  expect([told?.person.id, more]).toEqual([district.people.submitter, []]);
  expect(told?.textVi).toContain('Lý do: Tôi không tham gia.');
});

test('sending waits for nobody, unless the terms of the contest say so: then each who declined or has not answered is a problem at their name', async () => {
  const free = await drafted(two('10'));
  const declared = await tell(submitter, 'declareInitiative', { initiativeId: free.id, version: free.version, ...allDeclared });
  expect((await submitter.ask(ANSWERS, { id: free.id })).problems).toEqual([]);
  expect(await tell(submitter, 'submitInitiative', { initiativeId: free.id, version: declared.version })).toMatchObject({
    state: 'SUBMITTED',
  });
  const organiser = await contest.as(district.people.organiser);
  expect((await organiser.ask(ANSWERS, { id: free.id })).authorAnswers).toMatchObject([{ answer: 'CONFIRMED' }, { answer: null }]);
  const leader = await contest.as(district.people.leader);
  expect((await leader.ask(ANSWERS, { id: free.id })).authorAnswers).toEqual([]);

  const strict = await aContest(contest, district, { authorsConfirm: true });
  const draft = await drafted(two('15'), strict);
  const { version } = await tell(submitter, 'declareInitiative', { initiativeId: draft.id, version: draft.version, ...allDeclared });
  const order = { initiativeId: draft.id, version };
  const authorshipId = await askedOf(draft.id);
  expect(await tell(submitter, 'submitInitiative', order)).toEqual(refusal('AUTHORSHIP_NOT_CONFIRMED', 'authors.1.personId'));
  await say(officer, 'decline', { authorshipId, reason: 'Chưa đúng.' });
  expect((await submitter.ask(ANSWERS, { id: draft.id })).problems).toEqual([{ code: 'AUTHORSHIP_DECLINED', path: 'authors.1.personId' }]);
  await say(officer, 'confirm', { authorshipId });
  expect(await tell(submitter, 'submitInitiative', order)).toMatchObject({ state: 'SUBMITTED' });
});

const RIGHTS =
  'query ($id: ID!) { initiative(id: $id) { canEdit canWithdraw version } awaiting(first: 100) { edges { node { kind subjectId } } } ' +
  'myInitiatives(first: 100) { edges { node { id canEdit canWithdraw } } } }';
/** What somebody may do with a draft, what of it waits for them, and what becomes of it when they try. */
async function partIn(client: Client, id: string) {
  const { initiative, awaiting, myInitiatives } = (await client.send(RIGHTS, { id })).data as any;
  const { version } = await contest.em().findOneOrFail(Initiative, { id });
  const attempt = async (act: string, more: object) => (await tell(client, act, { initiativeId: id, version, ...more })).code;
  return {
    reads: initiative !== null,
    may: initiative && [initiative.canEdit, initiative.canWithdraw],
    listed: myInitiatives.edges.filter(({ node }: any) => node.id === id).map(({ node }: any) => [node.canEdit, node.canWithdraw]),
    waits: awaiting.edges.filter(({ node }: any) => node.subjectId === id && node.kind === 'initiative.submit').length,
    refused: [
      await attempt('saveDraft', { title: 'Tên khác' }),
      await attempt('setAuthors', { authors: two('50') }),
      await attempt('withdrawInitiative', { reason: 'Xin rút.' }),
    ],
  };
}

test('whoever says that they are no author has no part in it; who is asked and has not said so yet reads, and writes nothing', async () => {
  // Of another unit, and with a role by which drafts are written there.
  const personId = await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' });
  const other = await contest.as(personId);
  const authors = [
    { personId: district.people.submitter, share: '75', lead: true },
    { personId, share: '25', lead: false },
  ];
  const none = Array(3).fill('NOT_FOUND');
  const askedOfOther = async (initiative: string) =>
    (await contest.em().findOneOrFail(InitiativeAuthor, { initiative, person: personId })).id;
  const strict = await aContest(contest, district, { authorsConfirm: true });
  const asked = await drafted(authors, strict);
  expect(await partIn(other, asked.id)).toEqual({ reads: true, may: [false, false], listed: [[false, false]], waits: 0, refused: none });
  await say(other, 'confirm', { authorshipId: await askedOfOther(asked.id) });
  expect(((await other.send(RIGHTS, { id: asked.id })).data as any).initiative).toMatchObject({ canEdit: true, canWithdraw: true });

  const free = await drafted(authors);
  expect(((await other.send(RIGHTS, { id: free.id })).data as any).initiative).toMatchObject({ canEdit: true });
  for (const { id } of [asked, free]) {
    await say(other, 'decline', { authorshipId: await askedOfOther(id), reason: 'Tôi không tham gia.' });
    expect(await partIn(other, id)).toEqual({ reads: false, may: null, listed: [], waits: 0, refused: none });
    expect((await mine(other, true)).map((row: any) => row.mayRead)).toContain(false);
  }
});

test('of what was withdrawn nobody is asked, and nobody answers', async () => {
  const draft = await drafted(two('5'));
  const authorshipId = await askedOf(draft.id);
  await tell(submitter, 'withdrawInitiative', { initiativeId: draft.id, version: draft.version, reason: 'Xin rút.' });

  expect((await mine(officer)).map(({ id }: any) => id)).not.toContain(authorshipId);
  expect(await say(officer, 'confirm', { authorshipId })).toEqual(refusal('INITIATIVE_TRANSITION'));
  const kept = await contest.em().findOneOrFail(InitiativeAuthor, { id: authorshipId });
  expect([kept.answer, kept.answeredAt]).toEqual([null, null]);
});

test('the database keeps no refusal without a reason, and no answer without its moment', async () => {
  const stranger = await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' });
  const { id } = await drafted([{ personId: stranger, share: '100', lead: true }]);
  const set = (what: string) => contest.em().getConnection().execute(`update initiative_author set ${what} where initiative_id = ?`, [id]);

  await expect(set(`answer = 'DECLINED', answered_at = now()`)).rejects.toThrow('initiative_author_declines_with_reason');
  await expect(set(`decline_reason = 'Không'`)).rejects.toThrow('initiative_author_declines_with_reason');
  await expect(set(`answer = 'CONFIRMED'`)).rejects.toThrow('initiative_author_answered_at_some_time');
});
