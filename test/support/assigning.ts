import { Scorecard } from '#domain/scoring';
import { SeatService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { type District, aPerson } from './factories.js';
import { type Client, type RunningContest } from './harness.js';
import { type Judging } from './judging.js';

const REFUSAL = '... on Refusal { code message path }';
export const PROPOSE = `mutation ($input: ProposeAssignmentInput!) { proposeAssignment(input: $input) { __typename ... on Job { id state } ${REFUSAL} } }`;
const PROPOSAL = `query ($id: ID!) { assignmentProposal(id: $id) { id roundId objective loads keep sameUnitAtMost reassignStarted kept added dropped released
  spread totalFit worstFit optimal gap worstGap judgeLoads { judge { id fullName } load before missing } shortCount
  short { initiative { id receiptNumber } missing reason judges binding { kind judges unit { nameVi } atMost } } appliedAt canApply } }`;
const PROPOSED = `query ($id: ID!) { proposedCards(proposalId: $id, first: 100) { totalCount edges { node { initiative { id } judge { id } fit fate } } } }`;
export const APPLY = `mutation ($input: ApplyAssignmentInput!) { applyAssignment(input: $input) { __typename ... on AssignmentProposal { id appliedAt canApply } ${REFUSAL} } }`;

/** Asks for a proposal and waits for it; what the mutation answers where it is refused. */
export async function proposed(contest: RunningContest, client: Client, roundId: string, options = {}): Promise<any> {
  const job = await client.ask(PROPOSE, { input: { roundId, ...options } });
  if (job.__typename !== 'Job') return job;
  await contest.drain();
  const page = await client.ask(PROPOSED, { id: job.id });
  return {
    ...(await client.ask(PROPOSAL, { id: job.id })),
    cards: page.edges.map(({ node: { initiative, judge, ...card } }: any) => ({ ...card, initiativeId: initiative.id, judgeId: judge.id })),
  };
}

const TERMS = `mutation ($input: SetJuryTermsInput!) { setJuryTerms(input: $input) { __typename ... on JuryMember { id version areaIds } ${REFUSAL} } }`;
export const SET_PAIR = `mutation ($input: SetJuryPairInput!) { setJuryPair(input: $input) { __typename ... on JuryPair { id version active } ${REFUSAL} } }`;

/** Acts and looks of those who assign a round. */
export function assigning(contest: RunningContest, district: District) {
  const sql = <T>(statement: string, values: unknown[] = []): Promise<T[]> => contest.em().getConnection().execute<T[]>(statement, values);
  const cardsOf = (roundId: string) => contest.em().find(Scorecard, { round: roundId }, { orderBy: { id: 'asc' } });
  return {
    sql,
    cardsOf,
    /** Who judges what, excused cards left out. */
    pairsOf: async (roundId: string): Promise<string[]> =>
      (await cardsOf(roundId))
        .filter(({ state }) => state !== 'EXCUSED')
        .map(({ initiative, judge }) => `${initiative.id} ${judge.id}`)
        .sort(),
    apply: ({ organiser }: Judging, proposalId: string, more = {}): Promise<any> =>
      organiser.ask(APPLY, { input: { proposalId, ...more } }),
    terms: async ({ organiser, contestId }: Judging, personId: string, more: object, version = 0): Promise<any> => {
      const [seat] = await sql<{ id: string }>('select id from seat where contest_id = ? and person_id = ?', [contestId, personId]);
      return organiser.ask(TERMS, { input: { seatId: seat!.id, version, loadMin: 0, ...more } });
    },
    /** A further judge, of a unit. */
    seated: async ({ contestId }: Judging, unitId: string | null): Promise<string> => {
      const personId = await aPerson(contest, { unitId, role: 'JUDGE', roleUnitId: district.units.district });
      await contest.get(SeatService).seat(SYSTEM, { contestId, personId, kind: 'JUDGE' });
      await contest.drain();
      return personId;
    },
  };
}
