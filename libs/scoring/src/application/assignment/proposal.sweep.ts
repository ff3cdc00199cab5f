import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { SYSTEM } from '#lib/kernel';
import { Every, UnitOfWork } from '#lib/platform';

const KEPT_MS = 30 * 86_400_000;

/** Proposals that nobody applied go after 30 days, as the jobs that made them do; what was applied stays as the record of who was to judge what. */
@Injectable()
export class ProposalSweep {
  constructor(private readonly work: UnitOfWork) {}

  @Every('scoring.sweepProposals', 3600)
  async sweep(): Promise<void> {
    await this.work.act(SYSTEM, 'job:scoring.sweepProposals', async ({ em, at, record }) => {
      const before = new Date(at.getTime() - KEPT_MS);
      const { rows } = await sql<{ id: string }>`
        delete from assignment_proposal where applied_at is null and made_at < ${before} returning id`.execute(em.getKysely());
      if (rows.length > 0) record({ subject: { type: 'Sweep', id: 'scoring' }, after: { proposals: rows.length } });
    });
  }
}
