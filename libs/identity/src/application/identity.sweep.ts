import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '#lib/kernel';
import { Every, UnitOfWork } from '#lib/platform';
import { LockOut } from '../domain/lock-out.entity.js';
import { OneTimeLink } from '../domain/one-time-link.entity.js';
import { Session } from '../domain/session.entity.js';
import { PersonQueries } from './person.queries.js';
import { PersonalData } from './personal-data.js';

const DAY = 86_400_000;

/** Personal data has an end: sessions and links go 30 days after theirs, failures of signing in after a quiet day. */
@Injectable()
export class IdentitySweep implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: PersonQueries,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register('identity', (personId) => this.queries.personalData(personId));
  }

  @Every('identity.sweep', 3600)
  async sweep(): Promise<void> {
    await this.work.act(SYSTEM, 'job:identity.sweep', async ({ em, at, record }) => {
      const monthAgo = new Date(at.getTime() - 30 * DAY);
      const sessions = await em.nativeDelete(Session, { $or: [{ expiresAt: { $lt: monthAgo } }, { revokedAt: { $lt: monthAgo } }] });
      const links = await em.nativeDelete(OneTimeLink, { expiresAt: { $lt: monthAgo } });
      const lockOuts = await em.nativeDelete(LockOut, { lastFailureAt: { $lt: new Date(at.getTime() - DAY) } });
      if (sessions + links + lockOuts > 0) record({ subject: { type: 'Sweep', id: 'identity' }, after: { sessions, links, lockOuts } });
    });
  }
}
