import { codeOf } from './browser.js';
import { type District, PASSWORD, aPerson } from './factories.js';
import { type RunningContest } from './harness.js';
import { type Twice } from './twice.js';

/** Sets up a second factor as this person, whose password is the usual one. Returns its secret. */
async function enrolled(contest: RunningContest, twice: Twice, personId: string): Promise<string> {
  const { id: enrolmentId, secret } = await twice.send(personId, 'enrolSecondFactor', { password: PASSWORD });
  await twice.send(personId, 'confirmSecondFactor', { enrolmentId, code: codeOf(contest, secret as string) });
  contest.clock.advance(30_000);
  return secret as string;
}

/** A second factor from its setting up to its removal, and those of others that were lost. */
async function playFactors(contest: RunningContest, { units, people }: District, twice: Twice, own: string): Promise<void> {
  const secret = await enrolled(contest, twice, own);
  await twice.send(own, 'renewRecoveryCodes', { password: PASSWORD, code: codeOf(contest, secret) });
  contest.clock.advance(30_000);
  await twice.send(own, 'removeSecondFactor', { password: PASSWORD, code: codeOf(contest, secret) });
  const judge = await aPerson(contest, { unitId: units.culture, role: 'JUDGE', password: PASSWORD });
  await enrolled(contest, twice, judge);
  const reset = async () => twice.send(people.admin, 'resetSecondFactor', { personId: judge, reason: 'Mất điện thoại.' }, 10);
  const first = await reset();
  await twice.send(people.leader, 'refuseFactorReset', { resetId: first.id, version: first.version, reason: 'Chưa hỏi được.' }, 10);
  const second = await reset();
  await twice.send(people.leader, 'confirmFactorReset', { resetId: second.id, version: second.version }, 10);
}

/** What somebody does with their own account. */
export async function playOwnAccount(contest: RunningContest, district: District, twice: Twice): Promise<void> {
  const own = await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER', password: PASSWORD });
  const expiresAt = new Date(contest.clock.now().getTime() + 30 * 86_400_000).toISOString();
  const token = await twice.send(own, 'createAccessToken', { label: 'Báo cáo tuần', scopes: ['AWARD_READ'], expiresAt }, 10);
  await twice.send(own, 'revokeSession', { sessionId: token.id });
  await twice.send(own, 'revokeOtherSessions', {});
  const { id: changeId } = await twice.send(own, 'changeEmail', { email: 'dia-chi-moi@example.vn', present: PASSWORD });
  await twice.send(own, 'giveUpEmailChange', { changeId });
  await playFactors(contest, district, twice, own);
  await twice.send(own, 'changePassword', { present: PASSWORD, password: 'mot-mat-khau-khac' });
}
