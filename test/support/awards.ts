import { type RuleBookContent } from '#domain/contest';
import { localDate } from '#lib/kernel';
import { aRound, toPhase } from './contests.js';
import { type District } from './factories.js';
import { type Client, type RunningContest } from './harness.js';
import { CLOSE_ROUND, type Judging, aJudging, marksOf, openRound, signAll } from './judging.js';

const AWARD_FIELDS = 'id version rank tier { id key } amount departureKind departureReason initiative { id } revokedAt';
const DECISION = `... on AwardDecision { id version state number decidedOn canChange canApprove canPublish awards { ${AWARD_FIELDS} }
  ties { rank score decided initiatives { id } prizes { key quantity } } withheld { initiative { id } kind reason } }`;
const REFUSAL = '... on Refusal { code message path problems { code message } }';

export const awardMutation = (name: string, input: string, answer = DECISION): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ${answer} ${REFUSAL} } }`;

export const PROPOSE_AWARDS = awardMutation('proposeAwards', 'ProposeAwardsInput');
export const DECIDE_TIE = awardMutation('decideTie', 'DecideTieInput');
export const SUBMIT_AWARDS = awardMutation('submitAwards', 'AwardDecisionInput');
export const RETURN_AWARDS = awardMutation('returnAwards', 'ReturnAwardsInput');
export const APPROVE_AWARDS = awardMutation('approveAwards', 'ApproveAwardsInput');
export const PUBLISH_AWARDS = awardMutation('publishAwards', 'AwardDecisionInput');
export const GIVE_AWARD = awardMutation('giveAward', 'GiveAwardInput', `... on Award { ${AWARD_FIELDS} }`);
export const REMOVE_AWARD = awardMutation('removeAward', 'RemoveAwardInput');
export const REVOKE_AWARD = awardMutation('revokeAward', 'RevokeAwardInput', `... on Award { ${AWARD_FIELDS} }`);

export const REPLACE_AWARD = awardMutation(
  'replaceAward',
  'ReplaceAwardInput',
  `... on Award { ${AWARD_FIELDS} replacesId replacedById replacementReason decisionNumber decidedOn }`,
);

const ONE_ROUND: Partial<RuleBookContent> = { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })], tieBreak: [] };

/** A contest in deliberation: its only round is closed, each initiative with these points for novelty of 30, beside 55 for all. */
export async function aDeliberated(
  contest: RunningContest,
  district: District,
  { novelty, ruleBook = {} }: { novelty: readonly string[]; ruleBook?: Partial<RuleBookContent> },
): Promise<Judging> {
  const judging = await aJudging(contest, district, { initiatives: novelty.length, judges: 2, ruleBook: { ...ONE_ROUND, ...ruleBook } });
  await closeOnlyRound(contest, judging, novelty);
  return judging;
}

export async function closeOnlyRound(contest: RunningContest, judging: Judging, novelty: readonly string[]): Promise<void> {
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, (_, at) => marksOf(novelty[at] ?? '0', '25', '30'));
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  await contest.drain();
  await toPhase(contest, judging.contestId, 'DELIBERATION');
}

/** Sent to the leader, signed and published. */
export async function published(
  contest: RunningContest,
  organiser: Client,
  by: { leader: Client; decision: { id: string; version: number }; number?: string },
): Promise<any> {
  const { leader, decision, number = '1234/QĐ-UBND' } = by;
  const on = ({ version }: { version: number }) => ({ decisionId: decision.id, version });
  const sent = await organiser.ask(SUBMIT_AWARDS, { input: on(decision) });
  const signed = await leader.ask(APPROVE_AWARDS, {
    input: { ...on(sent), decisionNumber: number, decidedOn: localDate(contest.clock.now()) },
  });
  const done = await organiser.ask(PUBLISH_AWARDS, { input: on(signed) });
  if (done.__typename !== 'AwardDecision') throw new Error(JSON.stringify([sent, signed, done]));
  await contest.drain();
  return done;
}
