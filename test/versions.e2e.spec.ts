import { InitiativeVersion } from '#domain/initiative';
import { AuditEntry } from '#lib/platform';
import { type RunningYear, aContest } from './support/contests.js';
import { countQueries } from './support/count-queries.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted, refusal, tell } from './support/initiatives.js';
import { aFile } from './support/uploads.js';

const VERSION = `query ($id: ID!) { initiativeVersion(id: $id) { number submittedByName confirmedByName area { id nameVi } improves { title }
  authors { person { fullName } share } files { id fileName sha256 kept } } }`;
const DIFFERENCE = `query ($fromId: ID!, $toId: ID!) { initiativeDifference(fromId: $fromId, toId: $toId) {
  initiativeId from { number } to { number } fields { field parts { kind text } } } }`;

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

const versionsOf = async (initiativeId: string) =>
  (await contest.em().find(InitiativeVersion, { initiative: initiativeId }, { orderBy: { number: 'asc' } })).map(({ id }) => id);

/** Sent in with a file, returned, changed in its effect and its confidential part, and sent in again. */
async function twiceSent(): Promise<{ initiativeId: string; ids: string[]; fileId: string }> {
  const draft = await aDraft(contest, district, year, { effect: 'Đúng hạn 90%.', confidential: 'Nhà cung cấp A.' });
  const fileId = await aFile(contest, submitter, { ownerType: 'initiative', ownerId: draft.id });
  const initiativeId = draft.id;
  const now = await submitter.ask('query ($id: ID!) { initiative(id: $id) { version } }', { id: draft.id });
  const sent = await tell(submitter, 'submitInitiative', { initiativeId, version: now.version });
  const back = await tell(organiser, 'returnInitiative', {
    initiativeId,
    version: sent.version,
    dueAt: '2026-06-01T10:00:00Z',
    reason: 'Thiếu.',
  });
  const texts = { effect: 'Đúng hạn 95%.', confidential: 'Nhà cung cấp B.' };
  const saved = await tell(submitter, 'saveDraft', { initiativeId, version: back.version, ...texts });
  await tell(submitter, 'submitInitiative', { initiativeId, version: saved.version });
  return { initiativeId, ids: await versionsOf(initiativeId), fileId };
}

test('a version says by name who sent it, in which area, and which files hung on it then', async () => {
  const { ids, fileId } = await twiceSent();
  const shown = await submitter.ask(VERSION, { id: ids[0] });

  expect(shown).toEqual({
    ...{ number: 1, submittedByName: expect.any(String), confirmedByName: null, improves: null },
    area: { id: year.areaId, nameVi: 'Cải cách thủ tục hành chính' },
    authors: [{ person: { fullName: shown.submittedByName }, share: '100' }],
    files: [{ id: fileId, fileName: 'Thuyết minh.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), kept: true }],
  });
});

test('between two versions it is told by word what became another, the confidential part to its own and the secretariat alone; reading it for the office is logged', async () => {
  const { initiativeId, ids } = await twiceSent();
  const [fromId, toId] = ids;
  const effect = {
    field: 'EFFECT',
    parts: [
      { kind: 'SAME', text: 'Đúng hạn ' },
      { kind: 'REMOVED', text: '90' },
      { kind: 'ADDED', text: '95' },
      { kind: 'SAME', text: '%.' },
    ],
  };
  const own = await submitter.ask(DIFFERENCE, { fromId, toId });
  expect(own).toMatchObject({ initiativeId, from: { number: 1 }, to: { number: 2 }, fields: [effect, { field: 'CONFIDENTIAL' }] });
  const logged = () => contest.em().count(AuditEntry, { operation: 'readInitiative', subjectId: initiativeId });
  expect(await logged()).toBe(0);
  const leader = await contest.as(district.people.leader);
  expect((await leader.ask(DIFFERENCE, { fromId, toId })).fields).toEqual([effect]);
  expect(await logged()).toBe(1);
  expect((await submitter.ask(DIFFERENCE, { fromId: toId, toId })).fields).toEqual([]);
});

test('another unit finds no difference, nor is one told between two initiatives', async () => {
  const { ids } = await twiceSent();
  const [other] = await versionsOf((await aSubmitted(contest, district, year)).id);
  const stranger = await contest.as(await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' }));

  expect(await stranger.ask(DIFFERENCE, { fromId: ids[0], toId: ids[1] })).toBeNull();
  expect(await submitter.ask(DIFFERENCE, { fromId: ids[0], toId: other })).toBeNull();
});

test('both versions are read by one statement', async () => {
  const { ids } = await twiceSent();
  const one = await countQueries(() => submitter.ask(VERSION, { id: ids[0] }));
  expect(await countQueries(() => submitter.ask(DIFFERENCE, { fromId: ids[0], toId: ids[1] }))).toBe(one);
});

test('what a dossier may hold can be read, and what is longer is refused', async () => {
  const own = await aContest(contest, district, { maxFiles: 3, maxFileBytes: 5_000_000 });
  const ask = `query ($contestId: ID!) { initiativeLimits(contestId: $contestId) { texts { field characters } maxAuthors maxFiles maxFileBytes fileEndings } }`;
  const limits = await submitter.ask(ask, { contestId: own.id });

  const long = ['PROBLEM', 'SOLUTION', 'NOVELTY', 'EFFECT', 'CONFIDENTIAL'].map((field) => ({ field, characters: 20_000 }));
  expect(limits).toEqual({
    texts: [{ field: 'TITLE', characters: 300 }, ...long],
    ...{ maxAuthors: 20, maxFiles: 3, maxFileBytes: 5_000_000, fileEndings: expect.arrayContaining(['pdf', 'docx', 'jpg', 'mp4']) },
  });
  const order = { contestId: own.id, areaId: own.areaId, ownerUnitId: district.units.finance };
  expect(await tell(submitter, 'draftInitiative', { ...order, title: 'x'.repeat(300) })).toMatchObject({ state: 'DRAFT' });
  expect(await tell(submitter, 'draftInitiative', { ...order, title: 'x'.repeat(301) })).toEqual(refusal('INPUT_INVALID', 'title'));
  const draft = await aContest(contest, district, { phase: 'DRAFT' });
  expect(await submitter.ask(ask, { contestId: draft.id })).toBeNull();
});
