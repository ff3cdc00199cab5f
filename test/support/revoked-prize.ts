import { Award, AwardDecision } from '#domain/award';
import { Contest } from '#domain/contest';
import { playCertificates } from './certificates.js';
import { prizePlan } from './contests.js';
import { type District } from './factories.js';
import { type RunningContest } from './harness.js';
import { type Operation } from './operations.js';
import { aPastContest, anEligibleInitiative } from './rollouts.js';
import { type Twice } from './twice.js';

/** A revoked prize of a past contest, and who may have it instead. */
export async function aRevokedPrize(
  contest: RunningContest,
  district: District,
  { operations, decidedOn }: { operations: ReadonlyMap<string, Operation>; decidedOn: string },
): Promise<Readonly<Record<'awardId' | 'initiativeId', string>>> {
  const contestOf = await aPastContest(contest, district);
  const organiser = await contest.as(district.people.organiser);
  const send = (name: string, input: object) => organiser.ask(operations.get(name)!.document, { input });
  await send('setPrizePlan', { contestId: contestOf.id, version: 1, tiers: prizePlan });
  const initiativeId = await anEligibleInitiative(contest, district, contestOf);
  const awards = [{ initiativeId, tierKey: 'FIRST' }];
  await send('recordPastAwards', { contestId: contestOf.id, decisionNumber: '8/QĐ-UBND', decidedOn, awards });
  const em = contest.em();
  const award = await em.findOneOrFail(Award, { initiative: initiativeId });
  award.revoke('Sao chép.', contest.clock.now());
  await em.flush();
  return { awardId: award.id, initiativeId: await anEligibleInitiative(contest, district, contestOf) };
}

/** Gives that prize to that initiative. */
export async function replaceInput(
  decidedOn: string,
  { revoked, versionOf }: { revoked: { awardId: string; initiativeId: string }; versionOf: (table: string, id: string) => Promise<number> },
): Promise<object> {
  const by = { decisionNumber: '10/QĐ-UBND', decidedOn, reason: 'Hạng kế tiếp.' };
  return { ...revoked, ...by, version: await versionOf('award', revoked.awardId) };
}

/** A list is published, two of its prizes are revoked, and the first goes to who had the other. */
export async function playReplacement(
  contest: RunningContest,
  twice: Twice,
  { organiser, leader, decisionId, awardId }: Readonly<Record<'organiser' | 'leader' | 'decisionId' | 'awardId', string>>,
): Promise<void> {
  const decision = await contest.em().findOneOrFail(AwardDecision, { id: decisionId });
  await twice.send(organiser, 'publishAwards', { decisionId, version: decision.version }, 3);
  const { id: contestId, host } = await contest.em().findOneOrFail(Contest, { id: decision.contest.id });
  await playCertificates(contest, twice, { personId: organiser, unitId: host.id, contestId });
  const other = await contest.em().findOneOrFail(Award, { decision: decisionId, id: { $ne: awardId } });
  const on = async (id: string) => ({ awardId: id, version: (await contest.em().findOneOrFail(Award, { id })).version });
  for (const id of [awardId, other.id]) await twice.send(leader, 'revokeAward', { ...(await on(id)), reason: 'Sao chép.' }, 3);
  const by = { decisionNumber: '1300/QĐ-UBND', decidedOn: '2026-03-02', reason: 'Hạng kế tiếp.' };
  await twice.send(leader, 'replaceAward', { ...(await on(awardId)), ...by, initiativeId: other.initiative.id }, 10);
}
