import { Injectable } from '@nestjs/common';
import { type Actor, type Page, type PageArgs, Refused, newId } from '#lib/kernel';
import { type AuditFault, Database, type JobEffect, type JobRow, type JobRun, JobsService, RunsJob, UnitOfWork } from '#lib/platform';
import { type AuditFilter, AuditQueries, type AuditRead } from './audit.queries.js';

const VERIFY = 'identity.verifyAudit';

/** Of each fault the code that a job ends with. */
const FAULTS: Readonly<Record<AuditFault['what'], string>> = {
  CHANGED: 'AUDIT_CHANGED',
  REMOVED: 'AUDIT_REMOVED',
  INSERTED: 'AUDIT_INSERTED',
  REPLACED: 'AUDIT_REPLACED',
  PERSONAL_CHANGED: 'AUDIT_PERSONAL_CHANGED',
  CUT: 'AUDIT_CUT',
};

/** The log of acts, for those who watch over it. That somebody read it stands in it too. */
@Injectable()
export class AuditService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: AuditQueries,
    private readonly jobs: JobsService,
    private readonly database: Database,
  ) {}

  async readAudit(actor: Actor, filter: PageArgs & AuditFilter): Promise<Page<AuditRead>> {
    const page = await this.queries.auditEntries(actor, filter);
    const { actorId, operation, subjectType, subjectId, doneFrom, doneTo } = filter;
    await this.work.act(actor, 'readAudit', ({ record }) => {
      record({ subject: { type: 'AuditEntry', id: actor.id }, after: { actorId, operation, subjectType, subjectId, doneFrom, doneTo } });
      return Promise.resolve();
    });
    return page;
  }

  /** Has the whole chain walked by a job; it fails with what is wrong and where. With a head that was printed once, a cut tail shows. */
  verifyAudit(actor: Actor, { head }: { readonly head?: string | null }): Promise<JobRow> {
    return this.work.act(actor, 'verifyAudit', async (act) => {
      const job = await this.jobs.ask(act, { kind: VERIFY, subject: { type: 'AuditLog', id: newId() }, input: { head: head ?? null } });
      act.record({ subject: { type: 'Job', id: job.id }, after: { head: head ?? null } });
      return job;
    });
  }

  @RunsJob(VERIFY)
  async verify({ input }: JobRun): Promise<JobEffect> {
    const fault = await this.database.auditFault(typeof input.head === 'string' ? input.head : null);
    if (fault) throw new Refused(FAULTS[fault.what], { seq: fault.seq });
    return () => Promise.resolve();
  }
}
