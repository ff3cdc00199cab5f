import { sql } from 'kysely';
import { CLOSE_ROUND, DECLARE, SIGN, attestedCards, marksOf } from './judging.js';
import { type LookersOn } from './lookers-on.js';

const SET = 'mutation ($input: SetConflictInput!) { setConflict(input: $input) { ... on Conflict { id version } } }';
const LIFT = 'mutation ($input: LiftConflictInput!) { liftConflict(input: $input) { __typename } }';
const JURY = 'query ($contestId: ID!) { jury(contestId: $contestId) { edges { node { id version person { id } } } } }';
const TERMS = 'mutation ($input: SetJuryTermsInput!) { setJuryTerms(input: $input) { __typename } }';

/** What others do in a round: signing, stepping back, excusing, holding in conflict, asking onto the jury, and a closing that is refused. */
export async function othersAct(met: LookersOn): Promise<void> {
  const { contest, judging } = met;
  const { organiser, judges, initiatives, contestId } = judging;
  const roundId = judging.rounds[1]!;
  const signing = await contest.as(judges[1]!);
  for (const { id, version } of await attestedCards(signing, roundId))
    await signing.ask(SIGN, { input: { scorecardId: id, version, marks: marksOf('15', '15', '15') } });
  const cards = await met.idsOf(
    sql`select id from scorecard where round_id = ${roundId} and judge_id not in (${judges[0]}, ${judges[1]}) and state = 'DRAFT' order by id`,
  );
  const [declined = ''] = cards;
  const [by = ''] = await met.idsOf(sql`select judge_id as id from scorecard where id = ${declined}`);
  const stepped = await (await contest.as(by)).ask(DECLARE, { input: { scorecardId: declined, type: 'FAMILY', reason: 'Em ruột tôi' } });
  expect(stepped).toMatchObject({ state: 'EXCUSED' });
  const conflict = { initiativeId: initiatives[1], personId: judges[3], type: 'FINANCIAL', reason: 'Góp vốn' };
  const set = await organiser.ask(SET, { input: conflict });
  await organiser.ask(LIFT, { input: { conflictId: set.id, version: set.version, reason: 'Đã xác minh' } });
  const terms = (await organiser.ask(JURY, { contestId })).edges.find(({ node }: any) => node.person.id === judges[3]).node;
  await organiser.ask(TERMS, { input: { seatId: terms.id, version: terms.version, loadMin: 0, loadMax: 40 } });
  await organiser.ask(CLOSE_ROUND, { input: { roundId } });
  await contest.drain();
}
