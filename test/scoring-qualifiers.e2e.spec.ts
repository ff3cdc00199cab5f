import { Contest } from '#domain/contest';
import { Round } from '#domain/scoring';
import { aRound, aRuleBook } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { type Judged, aResult } from './support/results.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const round = (key: string, more: Parameters<typeof aRound>[1] = {}) => aRound(key, { judgesPerInitiative: 2, minimumCards: 2, ...more });
const DOSSIER = round('dossier', { cutOff: { score: null, top: 2 } });
const ruleBook = { rounds: [DOSSIER, round('final')], tieBreak: [] };

/** Of three initiatives the first two passed the first round. */
const afterTheFirst = (judged?: number) => aResult(contest, district, { marks: ['28', '24', '22'], ruleBook, judged });

/** Amends the rule book by decision, and lets the rounds follow it. */
async function amend({ organiser, contestId }: Judged, rounds: ReturnType<typeof aRound>[]): Promise<void> {
  const { version } = await contest.em().findOneOrFail(Contest, { id: contestId });
  const decided = { decisionNumber: '12/QĐ-UBND', reason: 'Thêm vòng.' };
  const input = { contestId, version, content: aRuleBook({ rounds, tieBreak: [] }), ...decided };
  const amended = await organiser.ask(
    'mutation ($input: AmendRuleBookInput!) { amendRuleBook(input: $input) { __typename ... on Refusal { code path } } }',
    { input },
  );
  expect(amended).toEqual({ __typename: 'Contest' });
  await contest.drain();
}

/** The rounds of a contest as `[key, state]`, in their order. */
async function roundsOf({ contestId }: Judged): Promise<[string, string][]> {
  const rounds = await contest.em().find(Round, { contest: contestId }, { orderBy: { ordinal: 'asc' } });
  return rounds.map(({ key, state }) => [key, state]);
}

test('an amended rule book puts a round before a planned one, has them change places and takes one away', async () => {
  const judged = await afterTheFirst(1);

  await amend(judged, [DOSSIER, round('interview'), round('final')]);
  expect(await roundsOf(judged)).toEqual([
    ['dossier', 'CLOSED'],
    ['interview', 'PLANNED'],
    ['final', 'PLANNED'],
  ]);
  await amend(judged, [DOSSIER, round('final'), round('interview')]);
  expect(await roundsOf(judged)).toEqual([
    ['dossier', 'CLOSED'],
    ['final', 'PLANNED'],
    ['interview', 'PLANNED'],
  ]);
  await amend(judged, [DOSSIER, round('interview')]);
  expect(await roundsOf(judged)).toEqual([
    ['dossier', 'CLOSED'],
    ['interview', 'PLANNED'],
  ]);
});
