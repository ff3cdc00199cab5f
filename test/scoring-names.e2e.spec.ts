import { sql } from 'kysely';
import { Person } from '#domain/identity';
import { DossierFile, Initiative } from '#domain/initiative';
import { awaitedOf } from './support/awaiting.js';
import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { aPdfSaying } from './support/files.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { ASSIGN_ROUND, type Judging, OPEN_ROUND, aJudging, attestedCards } from './support/judging.js';
import { aKeptFile } from './support/uploads.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const LOOK = `id version title state mentions { field fileId kind before said after } files { id fileName hasText } words withheld hiddenTitle reason
  decidedByName whyNotHide { code } whyNotLeave { code }`;
const LOOKS = `query ($contestId: ID!, $states: [NameLookState!]) { nameLooks(contestId: $contestId, states: $states, first: 20) { totalCount edges { node { ${LOOK} } } } }`;
const DECIDE = `mutation ($input: DecideNamesInput!) { decideNames(input: $input) { __typename ... on NameLook { ${LOOK} } ... on Refusal { code path } } }`;
const DOSSIER = `mutation ($input: CardInput!) { openDossier(input: $input) { ... on Dossier { initiative { title } problem solution filesWithheld files { id caption } } ... on Refusal { code } } }`;
const LISTED = 'query ($ownerId: ID!) { files(ownerType: initiative, ownerId: $ownerId) { edges { node { id } } } }';

interface Named extends Judging {
  readonly roundId: string;
  readonly initiativeId: string;
  readonly version: number;
  /** The one that names its author, then one that names nobody. */
  readonly files: readonly [string, string];
  readonly author: string;
}

const nodesOf = (page: { edges: { node: any }[] }): any[] => page.edges.map(({ node }) => node);

/** An anonymous round, planned and assigned: of its two initiatives the first names its author in a text and in a file. */
async function aNamedInitiative(): Promise<Named> {
  const rounds = [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1, visibility: 'ANONYMOUS' }), aRound('final')];
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 1, ruleBook: { rounds } });
  const [roundId = ''] = judging.rounds;
  const [initiativeId = ''] = judging.initiatives;
  const { fullName: author } = await contest.em().findOneOrFail(Person, { id: district.people.submitter });
  await contest
    .em()
    .nativeUpdate(Initiative, { id: initiativeId }, { title: `Sáng kiến của ${author}`, problem: `Bà ${author} (biệt danh Cô Ba) nêu.` });
  const files: string[] = [];
  for (const [name, says] of [
    ['thuyet-minh.pdf', null],
    ['phu-luc.pdf', 'Bang so lieu'],
  ] as const)
    files.push(await aKeptFile(contest, { initiativeId, fileName: name, content: aPdfSaying(says ?? unmarked(author)) }));
  await sql`insert into content_reading (sha256, content_type) select sha256, content_type from stored_file where owner_id = ${initiativeId}
    on conflict do nothing`.execute(contest.em().getKysely());
  await contest.em().insertMany(
    DossierFile,
    files.map((fileId, at) => ({
      fileId,
      initiative: initiativeId,
      ordinal: at + 1,
      kind: 'EVIDENCE',
      caption: at === 1 ? `Ảnh: ${author}` : null,
    })),
  );
  const { version } = (await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId } })) as { version: number };
  return { ...judging, roundId, initiativeId, version, files: [files[0]!, files[1]!], author };
}

const unmarked = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');
const open = (judging: Named): Promise<any> =>
  judging.organiser.ask(OPEN_ROUND, { input: { roundId: judging.roundId, version: judging.version } });

async function read(judging: Named, states?: string[]): Promise<any[]> {
  return nodesOf(await judging.organiser.ask(LOOKS, { contestId: judging.contestId, states: states ?? null }));
}

async function decide(judging: Named, how: object): Promise<any> {
  const [look] = await read(judging, ['UNDECIDED', 'LEFT', 'HIDDEN']);
  return judging.organiser.ask(DECIDE, {
    input: { initiativeId: judging.initiativeId, version: look.version, reason: 'Đã xem từng chỗ.', ...how },
  });
}

async function cardOf(judging: Named): Promise<{ judge: Client; card: string; title: string }> {
  const judge = await contest.as(judging.judges[0]!);
  const cards = await attestedCards(judge, judging.roundId);
  const card = cards.find(({ initiative }) => initiative.id === judging.initiativeId)!.id;
  const { initiative } = await judge.ask('query ($id: ID!) { scorecard(id: $id) { initiative { title } } }', { id: card });
  return { judge, card, title: initiative.title };
}

test('an anonymous round opens when the files were read and somebody has decided about each name in texts and files', async () => {
  const judging = await aNamedInitiative();
  const { author, contestId, initiativeId, files } = judging;
  const waits = async (): Promise<any[]> =>
    (await awaitedOf(judging.organiser, 'namesDecide')).filter(({ subjectId }) => subjectId === contestId);

  expect(await open(judging)).toMatchObject({ __typename: 'Refusal', code: 'NAMES_FILES_UNREAD' });
  await contest.tick();
  expect(await open(judging)).toMatchObject({
    __typename: 'Refusal',
    code: 'NAMES_UNDECIDED',
    message: expect.stringContaining('1 sáng kiến'),
  });

  expect(await waits()).toMatchObject([{ count: 1, link: `/contests/${contestId}/names` }]);
  const [named, other] = await read(judging);
  const at = (field: string | null, fileId: string | null, before: string, after: string) => ({
    field,
    fileId,
    kind: 'AUTHOR',
    before,
    said: author,
    after,
  });
  expect(named).toMatchObject({
    id: initiativeId,
    state: 'UNDECIDED',
    mentions: [
      at('TITLE', null, 'Sáng kiến của ', ''),
      at('PROBLEM', null, 'Bà ', ' (biệt danh Cô Ba) nêu.'),
      { ...at(null, files[0], '\n', ''), said: unmarked(author), after: expect.any(String) },
      at(null, files[1], 'Ảnh: ', expect.any(String) as string),
    ],
    files: [
      { id: files[0], fileName: 'thuyet-minh.pdf', hasText: true },
      { id: files[1], fileName: 'phu-luc.pdf', hasText: true },
    ],
    whyNotHide: null,
    whyNotLeave: null,
  });
  expect(other).toMatchObject({ state: 'CLEAR', mentions: [] });

  expect(await decide(judging, { decision: 'LEAVE' })).toMatchObject({ __typename: 'NameLook', state: 'LEFT', reason: 'Đã xem từng chỗ.' });
  expect(await waits()).toEqual([]);
  expect(await open(judging)).toMatchObject({ __typename: 'Round', state: 'OPEN' });
});

test('what is hidden is hidden from its judges everywhere: title, texts, captions, and files withheld', async () => {
  const judging = await aNamedInitiative();
  const { initiativeId, files } = judging;
  await contest.tick();
  await open(judging);

  expect(await decide(judging, { decision: 'HIDE', words: ['cô ba'], fileIds: [files[0]] })).toMatchObject({
    state: 'HIDDEN',
    hiddenTitle: 'Sáng kiến của […]',
    words: ['cô ba'],
    withheld: [files[0]],
  });
  expect(await open(judging)).toMatchObject({ __typename: 'Round' });

  const { judge, card, title } = await cardOf(judging);
  expect(title).toBe('Sáng kiến của […]');
  expect(await judge.ask(DOSSIER, { input: { scorecardId: card } })).toEqual({
    initiative: { title: 'Sáng kiến của […]' },
    problem: 'Bà […] (biệt danh […]) nêu.',
    solution: 'Nhắc việc tự động.',
    filesWithheld: 1,
    files: [{ id: files[1], caption: 'Ảnh: […]' }],
  });
  expect(nodesOf(await judge.ask(LISTED, { ownerId: initiativeId }))).toEqual([{ id: files[1] }]);
  for (const asked of ['fileDownload(id: $id) { url }', 'fileView(id: $id) { url }', 'fileText(id: $id) { text }']) {
    const { errors } = await judge.send(`query ($id: ID!) { ${asked} }`, { id: files[0] });
    expect([asked, errors?.[0]?.extensions.code]).toEqual([asked, 'NOT_FOUND']);
  }
});

test('once judges read it, a name can still be hidden, and none laid open', async () => {
  const judging = await aNamedInitiative();
  await contest.tick();
  await open(judging);
  await decide(judging, { decision: 'LEAVE' });
  await open(judging);

  const [left] = await read(judging, ['LEFT']);
  expect([left.whyNotHide, left.whyNotLeave]).toEqual([null, { code: 'NAMES_ROUND_OPENED' }]);
  expect(await decide(judging, { decision: 'LEAVE' })).toEqual({ __typename: 'Refusal', code: 'NAMES_ROUND_OPENED', path: 'decision' });
  expect(await decide(judging, { decision: 'HIDE' })).toMatchObject({ state: 'HIDDEN' });
  expect((await cardOf(judging)).title).toBe('Sáng kiến của […]');
});

test('a text that changed is looked through anew, and what was hidden stays hidden until somebody decides', async () => {
  const judging = await aNamedInitiative();
  await contest.tick();
  await open(judging);
  await decide(judging, { decision: 'HIDE' });
  const em = contest.em();
  const initiative = await em.findOneOrFail(Initiative, { id: judging.initiativeId });
  initiative.solution = `${judging.author} viết.`;
  initiative.version += 1;
  await em.flush();

  expect(await open(judging)).toMatchObject({ code: 'NAMES_UNDECIDED' });
  expect((await read(judging, ['UNDECIDED']))[0]).toMatchObject({ state: 'UNDECIDED', hiddenTitle: 'Sáng kiến của […]' });
});

test('files of another initiative are not withheld from this one, nor is anything told to who is shut out of the judging', async () => {
  const judging = await aNamedInitiative();
  const other = await aNamedInitiative();
  await contest.tick();
  await open(judging);
  const [before] = await read(judging, ['UNDECIDED']);

  expect(await decide(judging, { decision: 'HIDE', fileIds: [other.files[0]] })).toEqual({
    __typename: 'Refusal',
    code: 'NOT_FOUND',
    path: 'fileIds.0',
  });
  expect(await read(judging, ['UNDECIDED'])).toEqual([before]);
  expect(await (await contest.as(district.people.leader)).send(LOOKS, { contestId: judging.contestId })).toMatchObject({
    errors: [expect.anything()],
  });
});

test('a round with names asks nobody to decide', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1 }), aRound('final')];
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 1, ruleBook: { rounds } });
  const { version } = (await judging.organiser.ask(ASSIGN_ROUND, { input: { roundId: judging.rounds[0] } })) as { version: number };

  expect(await judging.organiser.ask(OPEN_ROUND, { input: { roundId: judging.rounds[0], version } })).toMatchObject({
    __typename: 'Round',
  });
  expect(await judging.organiser.ask(LOOKS, { contestId: judging.contestId })).toMatchObject({ totalCount: 0 });
});
