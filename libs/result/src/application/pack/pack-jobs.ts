import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#lib/kernel';
import { type Delivered, type JobEffect, type JobRun, JobsService, OnEvent, RunsJob, UnitOfWork } from '#lib/platform';
import { PackService } from './pack.service.js';

const MAKE_PACK = 'scoring.makePack';

/** Has a pack made whenever a result has a new version: by a job, since a file is written for it outside any transaction. */
@Injectable()
export class PackJobs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobs: JobsService,
    private readonly packs: PackService,
  ) {}

  @OnEvent(MAKE_PACK, 'round.closed', 'result.corrected', 'result.chairVoted', 'award.published', 'award.revoked', 'award.replaced')
  async onResult({ payload: { contestId } }: Delivered<{ contestId: string }>): Promise<void> {
    const subject = { type: 'Contest', id: contestId };
    await this.work.act(SYSTEM, 'scoring.askForPack', (act) => this.jobs.ask(act, { kind: MAKE_PACK, subject, input: {} }));
  }

  /** What cannot be packed stays without a pack, so that whoever asks for it is told why. */
  @RunsJob(MAKE_PACK)
  async makePack({ subjectId }: JobRun): Promise<JobEffect> {
    await this.packs.make(SYSTEM, subjectId);
    return () => Promise.resolve();
  }
}
