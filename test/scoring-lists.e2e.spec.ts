import { countQueries } from './support/count-queries.js';
import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, type Judging, aJudging, marksOf, openRound, signAll } from './support/judging.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

/** A contest whose only round is closed. */
async function judged(initiatives: number): Promise<Judging & { judge: Client }> {
  const ruleBook = { rounds: [aRound('dossier')], tieBreak: [] };
  const judging = await aJudging(contest, district, { initiatives, ruleBook });
  await openRound(contest, judging, judging.rounds[0]!);
  await signAll(contest, judging, judging.rounds[0]!, () => marksOf('20', '20', '20'));
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId: judging.rounds[0] } });
  return { ...judging, judge: await contest.as(judging.judges[0]!) };
}

test('every list takes as many statements for three rows as for one', async () => {
  const [one, three] = [await judged(1), await judged(3)];
  const lists: [string, (running: Judging & { judge: Client }) => Promise<{ totalCount: number }>][] = [
    [
      'myAssignments',
      ({ judge, rounds }) =>
        judge.ask('query ($r: ID) { myAssignments(roundId: $r) { totalCount edges { node { id authors owner { nameVi } canMark } } } }', {
          r: rounds[0],
        }),
    ],
    [
      'assignments',
      ({ organiser, rounds }) =>
        organiser.ask(
          'query ($r: ID!) { assignments(roundId: $r) { totalCount edges { node { id judge { fullName } initiative { title } } } } }',
          {
            r: rounds[0],
          },
        ),
    ],
    [
      'standings',
      ({ organiser, rounds }) =>
        organiser.ask(
          'query ($r: ID!) { standings(roundId: $r) { totalCount edges { node { id initiative { title } owner { nameVi } } } } }',
          {
            r: rounds[0],
          },
        ),
    ],
    [
      'finalStandings',
      ({ organiser, contestId }) =>
        organiser.ask('query ($c: ID!) { finalStandings(contestId: $c) { totalCount edges { node { id initiative { title } } } } }', {
          c: contestId,
        }),
    ],
  ];
  for (const [name, list] of lists) {
    const rows: number[] = [];
    const statements: number[] = [];
    for (const running of [one, three]) {
      // The use of a session is noted with its first request of an hour.
      await list(running);
      statements.push(await countQueries(async () => rows.push((await list(running)).totalCount)));
    }
    expect([name, rows[1]! / rows[0]!, statements[1]]).toEqual([name, 3, statements[0]]);
  }
});
