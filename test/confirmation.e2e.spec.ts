import { AuditEntry } from '#lib/platform';
import { Initiative } from '#domain/initiative';
import { type RunningYear, aContest } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { aPdf } from './support/files.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, allDeclared, refusal, soleAuthor, tell, texts } from './support/initiatives.js';
import { sendFile } from './support/uploads.js';

let contest: RunningContest;
let district: District;
let year: RunningYear;
let submitter: Client;
let head: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district, { headConfirms: true });
  submitter = await contest.as(district.people.submitter);
  head = await contest.as(district.people.head);
});
afterAll(() => contest.stop());

const stands = async (id: string) => {
  const { version, confirmedAt } = await contest.em().findOneOrFail(Initiative, { id });
  return { version, confirmed: confirmedAt !== null };
};
const entries = (id: string) => contest.em().count(AuditEntry, { subjectId: id });

async function aConfirmed(): Promise<{ id: string; version: number }> {
  const { id, version } = await aDraft(contest, district, year);
  const confirmed = await tell(head, 'confirmInitiative', { initiativeId: id, version });
  return { id, version: confirmed.version as number };
}

async function attach(initiativeId: string, of = initiativeId): Promise<string> {
  const announced = { ownerType: 'initiative', ownerId: initiativeId, fileName: 'Thuyết minh.pdf', contentType: 'application/pdf' };
  const fileId = await sendFile(contest, submitter, announced, aPdf(of));
  await submitter.ask(`mutation ($input: FileInput!) { confirmUpload(input: $input) { __typename } }`, { input: { fileId } });
  return fileId;
}

test('what says the same is no change: no version, no entry, the confirmation stands; the key answers again; on an old version it is stale', async () => {
  const { id, version } = await aConfirmed();
  const before = await entries(id);
  const nothing: [string, object][] = [
    ['saveDraft', {}],
    ['saveDraft', texts],
    ['saveDraft', { problem: texts.problem.normalize('NFD'), title: `  ${texts.title} `, areaId: year.areaId, confidential: '' }],
    ['setAuthors', { authors: soleAuthor(district.people.submitter) }],
    ['setAuthors', { authors: [{ personId: district.people.submitter, share: '100.00', lead: true }] }],
    ['declareInitiative', allDeclared],
  ];
  for (const [at, [name, input]] of nothing.entries()) {
    const sent = { initiativeId: id, version, ...input, clientMutationId: `nothing-${String(at)}` };
    const answer = await tell(submitter, name, sent);
    expect([name, input, answer.version]).toEqual([name, input, version]);
    expect(await tell(submitter, name, sent)).toEqual(answer);
    expect(await tell(submitter, name, { ...sent, version: version - 1, clientMutationId: null })).toEqual(refusal('STALE', 'version'));
  }
  expect(await tell(head, 'confirmInitiative', { initiativeId: id, version })).toMatchObject({ version });
  expect(await stands(id)).toEqual({ version, confirmed: true });
  expect(await entries(id)).toBe(before);
});

test.each<[string, string, object]>([
  ['another word', 'saveDraft', { effect: 'Đúng hạn 99%.' }],
  ['a day of first use', 'saveDraft', { firstAppliedOn: '2025-01-01' }],
  ['something confidential', 'saveDraft', { confidential: 'Giá thầu.' }],
  ['a declaration taken back', 'declareInitiative', { ...allDeclared, ownWork: false }],
])('the confirmation falls with %s', async (_, name, input) => {
  const { id, version } = await aConfirmed();
  await tell(submitter, name, { initiativeId: id, version, ...input });
  expect(await stands(id)).toEqual({ version: version + 1, confirmed: false });
});

test('typed back, it was changed all the same: the head is asked again', async () => {
  const { id, version } = await aConfirmed();
  const changed = await tell(submitter, 'saveDraft', { initiativeId: id, version, effect: 'Khác.' });
  await tell(submitter, 'saveDraft', { initiativeId: id, version: changed.version, effect: texts.effect });
  expect(await stands(id)).toEqual({ version: version + 2, confirmed: false });
});

test('a file that is added or taken off ends the confirmation; nobody confirms or sends what was not on the screen', async () => {
  const { id, version } = await aConfirmed();
  const fileId = await attach(id);
  expect(await stands(id)).toEqual({ version: version + 1, confirmed: false });
  expect(await tell(head, 'confirmInitiative', { initiativeId: id, version })).toEqual(refusal('STALE', 'version'));

  const again: { version: number } = await tell(head, 'confirmInitiative', { initiativeId: id, version: version + 1 });
  await submitter.ask(`mutation ($input: FileInput!) { removeFile(input: $input) { __typename } }`, { input: { fileId } });
  expect(await stands(id)).toEqual({ version: again.version + 1, confirmed: false });
  expect(await tell(submitter, 'submitInitiative', { initiativeId: id, version: again.version })).toEqual(refusal('STALE', 'version'));
  expect(await tell(submitter, 'submitInitiative', { initiativeId: id, version: again.version + 1 })).toEqual(
    refusal('HEAD_NOT_CONFIRMED'),
  );
});

test('what comes back unchanged is confirmed still; sent again it is taken', async () => {
  const organiser = await contest.as(district.people.organiser);
  const { id, version } = await aConfirmed();
  const sent = await tell(submitter, 'submitInitiative', { initiativeId: id, version });
  const back = { initiativeId: id, version: sent.version, dueAt: '2026-06-01T10:00:00Z', reason: 'Xem lại.' };
  const returned = await tell(organiser, 'returnInitiative', back);
  expect(await stands(id)).toEqual({ version: returned.version, confirmed: true });
  expect(await tell(submitter, 'submitInitiative', { initiativeId: id, version: returned.version })).toMatchObject({ state: 'SUBMITTED' });
});

test('of a confirmation and a change at the same moment one is stale, and what stands confirmed was confirmed', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id, version } = await aDraft(contest, district, year);
    const replies = await Promise.all([
      tell(head, 'confirmInitiative', { initiativeId: id, version }),
      tell(submitter, 'saveDraft', { initiativeId: id, version, effect: `Đúng hạn ${String(round)}.` }),
    ]);
    expect(replies.map(({ code }) => code ?? null).sort()).toEqual(['STALE', null]);
    expect(await stands(id)).toEqual({ version: version + 1, confirmed: replies[0].code === undefined });
  }
});

test('all that stands in the way is said at once, and the dossier itself says it before it is sent', async () => {
  const { id, version } = await aDraft(contest, district, year, { novelty: '', effect: ' ' });
  const asked = `mutation ($input: InitiativeInput!) { submitInitiative(input: $input) { ... on Refusal { code problems { code path } } } }`;
  const problems = [
    { code: 'TEXT_MISSING', path: 'novelty' },
    { code: 'TEXT_MISSING', path: 'effect' },
    { code: 'HEAD_NOT_CONFIRMED', path: null },
  ];
  expect(await submitter.ask(asked, { input: { initiativeId: id, version } })).toEqual({ code: 'TEXT_MISSING', problems });
  expect(await submitter.ask(`query ($id: ID!) { initiative(id: $id) { problems { code path } } }`, { id })).toEqual({ problems });
});
