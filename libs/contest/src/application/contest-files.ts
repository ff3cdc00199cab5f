import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { type Act, type AttachLimits, Database, FileAccess, type FileOwner } from '#lib/platform';
import { seesContest } from './contest.scope.js';
import { contestToChange } from './load-contest.js';

/** What the papers of a contest may be, whatever it allows its initiatives. */
const PAPERS: AttachLimits = { maxFiles: 50, maxBytes: 50 * 1024 * 1024 };

/** The files of a contest's papers: its organisers put them there, and whoever sees the contest reads them. */
@Injectable()
export class ContestFiles implements FileOwner, OnModuleInit {
  readonly type = 'contest';
  readonly called = 'A contest.';
  readonly context = 'contest';

  constructor(
    private readonly access: FileAccess,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.access.register(this);
  }

  async limitsFor(act: Act, contestId: string): Promise<AttachLimits> {
    await contestToChange(act, { contestId });
    return PAPERS;
  }

  async mayRead(actor: Actor, contestId: string): Promise<boolean> {
    return (await this.database.first(sql`select 1 from contest c where c.id = ${contestId} and ${seesContest(actor)}`)) !== null;
  }
}
