import { Scorecard } from '#domain/scoring';
import { aRound, toPhase } from './support/contests.js';
import { shutOut } from './support/conflicts.js';
import { type Offered, everyoneTries } from './support/everyone-tries.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, type Judging, aJudging, attestedCards, marksOf, openRound, signAll } from './support/judging.js';

let contest: RunningContest;
let district: District;
/** The organiser whom a conflict shuts out. */
let tiedId: string;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

/** Who may have a hand in a contest, and who may not: one of each role, a second judge, and an organiser whom a conflict shuts out. */
async function everyone({ organiser, initiatives, judges: [first = '', second = ''] }: Judging): Promise<Record<string, Client>> {
  const { units, people } = district;
  tiedId = await aPerson(contest, { unitId: units.interior, role: 'ORGANISER', roleUnitId: units.district });
  await shutOut(contest, district, { organiser, personId: tiedId, initiativeId: initiatives[0]! });
  const ids = {
    submitter: people.submitter,
    admin: people.admin,
    tied: tiedId,
    leader: people.leader,
    second,
    first,
    organiser: people.organiser,
  };
  const clients = await Promise.all(Object.values(ids).map((id) => contest.as(id)));
  return Object.fromEntries(Object.keys(ids).map((who, at) => [who, clients[at]!]));
}

const onContest = (id: string, act: string, field: string, input: object = { contestId: id }): Offered => ({
  act,
  offer: `{ contestJudging(contestId: "${id}") { ${field} } }`,
  input,
});

/** Who is shut out of the judging may tell of a conflict of their own alone. */
const ofConflict = (contestId: string, [, initiativeId]: readonly string[], personId: string): Offered => ({
  ...onContest(contestId, 'setConflict', 'canSetConflict', { initiativeId, personId, type: 'FAMILY', reason: 'Có người báo.' }),
  ownInput: { tied: { initiativeId, personId: tiedId, type: 'FAMILY', reason: 'Anh em.' } },
});

const onRound = (id: string, act: string, field: string, input: object): Offered => ({
  act,
  offer: `{ round(id: "${id}") { ${field} } }`,
  input,
});

const onCard = (id: string, act: string, field: string, input: object): Offered => ({
  act,
  offer: `{ scorecard(id: "${id}") { ${field} } }`,
  input: { scorecardId: id, ...input },
});

const ONE_ROUND = { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 1 })], tieBreak: [] };

const cardsOf = (roundId: string, judgeId: string) =>
  contest.em().find(Scorecard, { round: roundId, judge: judgeId }, { orderBy: { id: 'asc' } });

/** What is offered of a round whatever its state: what of it holds is the state's to say. */
function actsOf({ contestId, initiatives, judges: [first = '', second = ''] }: Judging, roundId: string, card: string): Offered[] {
  const reason = 'Có người báo.';
  return [
    onContest(contestId, 'planRounds', 'canPlanRounds'),
    onRound(roundId, 'exportRound', 'canExport', { roundId }),
    onRound(roundId, 'proposeCorrection', 'canProposeCorrection', { scorecardId: card, kind: 'CARD_RESIGNED', reason }),
    onContest(contestId, 'makeResultPack', 'canMakePack'),
    ofConflict(contestId, initiatives, second),
    { act: 'issueOfflineSheet', offer: `{ offlineSheetOutlook(roundId: "${roundId}") { canIssue } }`, input: { roundId } },
    { act: 'proposeAwards', offer: `{ contestAwards(contestId: "${contestId}") { canPropose } }`, input: { contestId } },
    {
      act: 'recordPastAwards',
      offer: `{ contestAwards(contestId: "${contestId}") { canRecord } }`,
      input: { contestId, decisionNumber: '1', decidedOn: '2026-01-01', awards: [{ initiativeId: initiatives[0], tierKey: 'FIRST' }] },
    },
    onCard(card, 'saveNote', 'canNote', { version: 0, text: `Ghi chú về ${first}.` }),
    onCard(card, 'declareConflict', 'canDeclareConflict', { type: 'OTHER', reason }),
  ];
}

test('while cards are marked, each of everybody can do what they are offered, and nothing else', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 3, ruleBook: ONE_ROUND });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  const people = await everyone(judging);
  const [card] = await cardsOf(roundId, judging.judges[0]!);
  await attestedCards(people.first!, roundId);

  const unassign: Offered = {
    act: 'unassignJudge',
    offer: `{ assignments(roundId: "${roundId}", first: 50, judgeId: "${judging.judges[2]!}") { edges { node { canUnassign } } } }`,
    input: { scorecardId: (await cardsOf(roundId, judging.judges[2]!))[0]!.id },
  };
  expect(await everyoneTries(contest, people, [...actsOf(judging, roundId, card!.id), unassign])).toEqual([
    'planRounds by organiser',
    'setConflict by tied',
    'setConflict by organiser',
    'issueOfflineSheet by first',
    'saveNote by first',
    'declareConflict by first',
    'unassignJudge by organiser',
  ]);
});

test('once the round is closed, each of everybody can do what they are offered, and nothing else', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: ONE_ROUND });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, (_, at) => marksOf(String(28 - at), '25', '30'));
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  await contest.drain();
  await toPhase(contest, judging.contestId, 'DELIBERATION');
  const people = await everyone(judging);
  const [card] = await cardsOf(roundId, judging.judges[0]!);

  expect(await everyoneTries(contest, people, actsOf(judging, roundId, card!.id))).toEqual([
    'planRounds by organiser',
    'exportRound by leader',
    'exportRound by organiser',
    'proposeCorrection by organiser',
    'makeResultPack by organiser',
    'setConflict by tied',
    'setConflict by organiser',
    'proposeAwards by organiser',
    'saveNote by first',
  ]);
});
