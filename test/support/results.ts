import { Seat, type RuleBookContent } from '#domain/contest';
import { type District } from './factories.js';
import { type Client, type RunningContest } from './harness.js';
import { aRound } from './contests.js';
import { CLOSE_ROUND, type Judging, aJudging, marksOf, openRound, signAll } from './judging.js';

const REFUSAL = '... on Refusal { code message path }';

export const FINAL_LINES = `query ($contestId: ID!) { finalStandings(contestId: $contestId, first: 100) { edges { node { initiative { id } rank place rounded state reached decidedBy voteDue } } } }`;
export const CAST_VOTE = `mutation ($input: CastChairVoteInput!) { castChairVote(input: $input) { __typename
  ... on ChairVote { id resultNumber initiatives { id } reason castByName } ${REFUSAL} } }`;
export const TIES = `query ($contestId: ID!) { tiesToDecide(contestId: $contestId) { id ties { rank initiatives { id } } } }`;

export interface Judged extends Judging {
  /** The first judge, who leads the jury. */
  readonly chair: Client;
}

/** A contest whose rounds, or the first `judged` of them, are judged and closed by marks that every judge gives alike; the first judge is the chair. */
export async function aResult(
  contest: RunningContest,
  district: District,
  order: { marks: string[]; ruleBook?: Partial<RuleBookContent>; judges?: number; judged?: number },
): Promise<Judged> {
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })];
  const judging = await aJudging(contest, district, {
    initiatives: order.marks.length,
    judges: order.judges ?? 2,
    ruleBook: { rounds, tieBreak: [{ kind: 'CHAIR_VOTE' }], ...order.ruleBook },
  });
  const em = contest.em();
  const seat = await em.findOneOrFail(Seat, { contest: judging.contestId, person: judging.judges[0]!, kind: 'JUDGE' });
  seat.chair = true;
  await em.flush();
  for (const roundId of judging.rounds.slice(0, order.judged)) {
    await openRound(contest, judging, roundId);
    await signAll(contest, judging, roundId, (_, at) => marksOf(order.marks[at]!, '20', '30'));
    const closed = await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
    if (closed.state !== 'CLOSED') throw new Error(JSON.stringify(closed));
  }
  await contest.drain();
  return { ...judging, chair: await contest.as(judging.judges[0]!) };
}

/** The final standings as `[place of the initiative in the contest, rank, decidedBy, voteDue]`. */
export async function finalLines(client: Client, { contestId, initiatives }: Judging): Promise<unknown[]> {
  const { edges } = await client.ask(FINAL_LINES, { contestId });
  return edges.map(({ node }: any) => [initiatives.indexOf(node.initiative.id), node.rank, node.decidedBy, node.voteDue]);
}
