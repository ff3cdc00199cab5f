import { type Visibility } from '#domain/contest';
import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aJudging, attestedCards, openRound } from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const LIST =
  'query ($roundId: ID) { myAssignments(roundId: $roundId, first: 9) { edges { node { anonymous ownerNameVi ownerNameEn authors title attested } } } }';
const DOSSIER =
  'mutation ($input: CardInput!) { openDossier(input: $input) { ... on Dossier { ownerNameVi ownerNameEn authors areaNameVi problem } ... on Refusal { code } } }';

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
    ownerNameVi: null,
    ownerNameEn: null,
    authors: [],
    title: expect.stringContaining('Rút ngắn'),
    attested: true,
  });
  expect(dossier).toEqual({ ownerNameVi: null, ownerNameEn: null, authors: [], areaNameVi: expect.any(String), problem: 'Hồ sơ chậm.' });
});

test('those of a round with names read whose it is', async () => {
  const { list, dossier } = await aRead('NAMED');

  expect(list).toMatchObject({ anonymous: false, ownerNameVi: expect.stringContaining('Phòng'), authors: [expect.any(String)] });
  expect(dossier).toMatchObject({ ownerNameVi: list.ownerNameVi, ownerNameEn: list.ownerNameEn, authors: list.authors });
});
