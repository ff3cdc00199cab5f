import { Scorecard } from '#domain/scoring';
import { type Client, type RunningContest } from './harness.js';
import { type Judging, marksOf } from './judging.js';

const REFUSAL = '... on Refusal { code message path }';
const ROW = `__typename ... on Correction { id version state kind reason proposedByName decidedByName resultNumber canSign canDecide whyNotDecide { code } canWithdraw } ${REFUSAL}`;
const mutation = (name: string, input: string) => `mutation ($input: ${input}!) { ${name}(input: $input) { ${ROW} } }`;

export const PROPOSE = mutation('proposeCorrection', 'ProposeCorrectionInput');
export const SIGN_CORRECTION = mutation('signCorrection', 'SignCorrectionInput');
export const APPLY = mutation('applyCorrection', 'ApplyCorrectionInput');
export const REJECT = mutation('rejectCorrection', 'RejectCorrectionInput');
export const WITHDRAW = mutation('withdrawCorrection', 'CorrectionInput');
export const TO_SIGN = `query { correctionsToSign { id version state reason canSign } }`;
export const CORRECTIONS = `query ($contestId: ID!) { corrections(contestId: $contestId, first: 20) { totalCount edges { node { id state kind judge { fullName } } } } }`;

const LINE = 'initiative { id } rankBefore rankAfter scoreBefore scoreAfter stateBefore stateAfter';
const NAMED = '{ id }';
export const IMPACT = `query ($correctionId: ID!) { correctionImpact(correctionId: $correctionId) {
  id canApply whyNotApply { code } rounds { round { id } changes { ${LINE} } } finals { ${LINE} } prizes { initiative { id } beforeEn afterEn }
  laterRounds { round { state } joins ${NAMED} leaves ${NAMED} stays ${NAMED} late ${NAMED} } } }`;

/** The card of a judge, by their place on the jury, for an initiative by its place in the contest. */
export async function cardOf(
  contest: RunningContest,
  judging: Judging,
  of: { round: number; judge: number; initiative: number },
): Promise<Scorecard> {
  const { rounds, judges, initiatives } = judging;
  return contest
    .em()
    .findOneOrFail(Scorecard, { round: rounds[of.round]!, judge: judges[of.judge]!, initiative: initiatives[of.initiative]! });
}

/** A correction that its judge has signed: proposed by an organiser, who may not apply it. */
export async function aReadyCorrection(
  contest: RunningContest,
  { judging, proposer }: { judging: Judging; proposer: Client },
  of: { round?: number; judge?: number; initiative: number; novelty: string },
): Promise<{ id: string; version: number; card: Scorecard }> {
  const { round = 0, judge = 0, initiative, novelty } = of;
  const card = await cardOf(contest, judging, { round, judge, initiative });
  const proposed = await proposer.ask(PROPOSE, { input: { scorecardId: card.id, kind: 'CARD_RESIGNED', reason: 'Cộng nhầm điểm.' } });
  if (proposed.__typename !== 'Correction') throw new Error(JSON.stringify(proposed));
  const client = await contest.as(judging.judges[judge]!);
  const input = { correctionId: proposed.id, version: proposed.version, marks: marksOf(novelty, '20', '30') };
  const signed = await client.ask(SIGN_CORRECTION, { input });
  if (signed.__typename !== 'Correction') throw new Error(JSON.stringify(signed));
  return { id: signed.id, version: signed.version, card };
}
