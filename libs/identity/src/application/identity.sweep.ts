import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { type Act, Every, UnitOfWork } from '#lib/platform';
import { AttemptCount } from '../domain/attempt-count.entity.js';
import { DEVICE_KNOWN_MS, KnownDevice } from '../domain/known-device.entity.js';
import { EmailChange } from '../domain/email-change.entity.js';
import { OneTimeLink } from '../domain/one-time-link.entity.js';
import { PendingSignIn, SecondFactor } from '../domain/second-factor.entity.js';
import { Session } from '../domain/session.entity.js';

const DAY = 86_400_000;

/** Personal data has an end: sessions, links and changes of addresses go 30 days after theirs, devices that were not used for more than a year, counts of attempts after a quiet day as sign-ins and second factors that were begun and not ended, addresses that were typed in doing so after 90. */
@Injectable()
export class IdentitySweep {
  constructor(private readonly work: UnitOfWork) {}

  @Every('identity.sweep', 3600)
  async sweep(): Promise<void> {
    await this.work.act(SYSTEM, 'job:identity.sweep', async ({ em, at, record }) => {
      const monthAgo = new Date(at.getTime() - 30 * DAY);
      const sessions = await em.nativeDelete(Session, { $or: [{ expiresAt: { $lt: monthAgo } }, { revokedAt: { $lt: monthAgo } }] });
      const links = await em.nativeDelete(OneTimeLink, { expiresAt: { $lt: monthAgo } });
      const addressesAsked = await em.nativeDelete(EmailChange, { expiresAt: { $lt: monthAgo } });
      const devices = await em.nativeDelete(KnownDevice, { lastUsedAt: { $lt: new Date(at.getTime() - DEVICE_KNOWN_MS) } });
      const attempts = await em.nativeDelete(AttemptCount, { lastAt: { $lt: new Date(at.getTime() - DAY) } });
      const pending = await em.nativeDelete(PendingSignIn, { expiresAt: { $lt: new Date(at.getTime() - DAY) } });
      const begun = await em.nativeDelete(SecondFactor, { confirmedAt: null, createdAt: { $lt: new Date(at.getTime() - DAY) } });
      const addresses = await eraseAddresses(em, at);
      const swept = { sessions, links, addressesAsked, devices, attempts, pending, begun, addresses };
      if (Object.values(swept).some((rows) => rows > 0)) record({ subject: { type: 'Sweep', id: 'identity' }, after: swept });
    });
  }
}

/** What strangers typed when they asked to come in. The chain holds its salted hash, and the salt goes too. */
async function eraseAddresses(em: Act['em'], at: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update audit_personal p set value = null, salt = '', erased_at = ${at} from audit_entry e
    where e.seq = p.seq and p.erased_at is null and e.operation in ('signIn', 'requestPasswordReset')
      and e.at < ${new Date(at.getTime() - 90 * DAY)}`.execute(em.getKysely());
  return Number(numAffectedRows ?? 0);
}
