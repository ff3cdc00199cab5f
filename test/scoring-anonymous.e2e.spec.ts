import { type Visibility } from '#domain/contest';
import { DossierFile, Initiative } from '#domain/initiative';
import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { aPdfSaying, namesIn } from './support/files.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aKeptFile, baseOf } from './support/uploads.js';
import { aJudging, attestedCards, openRound } from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const LIST =
  'query ($roundId: ID) { myAssignments(roundId: $roundId, first: 9) { edges { node { anonymous owner { nameVi nameEn } authors initiative { title receiptNumber } attested } } } }';
const DOSSIER =
  'mutation ($input: CardInput!) { openDossier(input: $input) { ... on Dossier { initiative { title receiptNumber } owner { nameVi nameEn } authors area { nameVi } problem } ... on Refusal { code } } }';

async function aRead(visibility: Visibility): Promise<{ judge: Client; list: any; dossier: any; round: any }> {
  const rounds = [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1, visibility }), aRound('final')];
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 1, ruleBook: { rounds } });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const judge = await contest.as(judging.judges[0]!);
  const [card] = await attestedCards(judge, roundId);
  const { edges } = await judge.ask(LIST, { roundId });
  const dossier = await judge.ask(DOSSIER, { input: { scorecardId: card!.id } });
  return {
    judge,
    list: edges[0].node,
    dossier,
    round: await judge.ask('query ($id: ID!) { round(id: $id) { visibility } }', { id: roundId }),
  };
}

test('the judges of an anonymous round read what an initiative is, and not whose', async () => {
  const { list, dossier, round } = await aRead('ANONYMOUS');

  expect(round).toEqual({ visibility: 'ANONYMOUS' });
  expect(list).toEqual({
    anonymous: true,
    owner: null,
    authors: [],
    initiative: { title: expect.stringContaining('Rút ngắn'), receiptNumber: expect.any(String) },
    attested: true,
  });
  expect(dossier).toEqual({
    initiative: list.initiative,
    owner: null,
    authors: [],
    area: { nameVi: expect.any(String) },
    problem: 'Hồ sơ chậm.',
  });
});

test('those of a round with names read whose it is', async () => {
  const { list, dossier } = await aRead('NAMED');

  expect(list).toMatchObject({ anonymous: false, owner: { nameVi: expect.stringContaining('Phòng') }, authors: [expect.any(String)] });
  expect(dossier).toMatchObject({ owner: list.owner, authors: list.authors });
});

describe('files in an anonymous round', () => {
  const FILE_FIELDS = 'id fileName caption kind ordinal sha256 canView';
  const OPEN = `mutation ($input: CardInput!) { openDossier(input: $input) { ... on Dossier { files { ${FILE_FIELDS} } } ... on Refusal { code } } }`;
  const LISTED = 'query ($ownerId: ID!) { files(ownerType: initiative, ownerId: $ownerId) { edges { node { id fileName sha256 } } } }';
  const DOWNLOAD = 'query ($id: ID!) { fileDownload(id: $id) { url } }';
  const made = { author: 'Tran Thi Mai', company: 'Phòng Tài chính' };

  /** A judge of one attested card whose initiative has two files, the later one placed first. */
  async function aCardWithFiles(visibility: Visibility) {
    const rounds = [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1, visibility }), aRound('final')];
    const judging = await aJudging(contest, district, { initiatives: 1, judges: 1, ruleBook: { rounds } });
    const [initiativeId = ''] = judging.initiatives;
    const ids = [];
    for (const [at, name] of ['Mai - thuyết minh.pdf', 'Mai - phụ lục.pdf'].entries())
      ids.push(await aKeptFile(contest, { initiativeId, fileName: name, content: aPdfSaying(`Tep ${String(at)}`, made) }));
    const [initiative] = [await contest.em().findOneOrFail(Initiative, { id: initiativeId })];
    await contest
      .em()
      .insertMany(DossierFile, [{ fileId: ids[1]!, initiative: initiative.id, ordinal: 1, kind: 'EVIDENCE', caption: 'Bảng số liệu' }]);
    const [roundId = ''] = judging.rounds;
    await openRound(contest, judging, roundId);
    const judge = await contest.as(judging.judges[0]!);
    const [card] = await attestedCards(judge, roundId);
    return { judge, initiativeId, ids, dossier: await judge.ask(OPEN, { input: { scorecardId: card!.id } }) };
  }

  test('the files have numbers in place of names, in the dossier, in the list and where they are downloaded, and their contents no maker', async () => {
    const { judge, initiativeId, ids, dossier } = await aCardWithFiles('ANONYMOUS');
    const [first, second] = ids;

    expect(dossier.files).toEqual([
      { id: second, fileName: 'Tệp 2.pdf', caption: 'Bảng số liệu', kind: 'EVIDENCE', ordinal: 1, sha256: null, canView: true },
      { id: first, fileName: 'Tệp 1.pdf', caption: null, kind: 'OTHER', ordinal: 2, sha256: null, canView: true },
    ]);
    expect((await judge.ask(LISTED, { ownerId: initiativeId })).edges.map(({ node }: any) => node)).toEqual([
      { id: first, fileName: 'Tệp 1.pdf', sha256: null },
      { id: second, fileName: 'Tệp 2.pdf', sha256: null },
    ]);
    const answer = await fetch(new URL((await judge.ask(DOWNLOAD, { id: first })).url as string, baseOf(contest)));
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="Tep 1.pdf"; filename*=UTF-8''T%E1%BB%87p%201.pdf`);
    expect(await namesIn(Buffer.from(await answer.arrayBuffer()), made)).toEqual([]);
  });

  test('in a round with names the files are as their authors sent them', async () => {
    const { judge, ids, dossier } = await aCardWithFiles('NAMED');

    expect(dossier.files.map(({ id, fileName }: any) => [id, fileName])).toEqual([
      [ids[1], 'Mai - phụ lục.pdf'],
      [ids[0], 'Mai - thuyết minh.pdf'],
    ]);
    const answer = await fetch(new URL((await judge.ask(DOWNLOAD, { id: ids[0] })).url as string, baseOf(contest)));
    expect(await namesIn(Buffer.from(await answer.arrayBuffer()), made)).toEqual([made.author, made.company]);
  });
});
