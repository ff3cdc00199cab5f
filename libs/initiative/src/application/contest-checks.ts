import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { ContestPorts } from '#lib/contest';
import { Refused, type WhyNot } from '#lib/kernel';
import { Database } from '#lib/platform';
import { AuthorsService } from './authors.service.js';

/** What the contest asks of its initiatives: who is an author, and whether all have their verdict before judging begins. */
@Injectable()
export class ContestChecks implements OnModuleInit {
  constructor(
    private readonly ports: ContestPorts,
    private readonly authors: AuthorsService,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.ports.registerAuthorSource((contestId, personId) => this.authors.isAuthor(contestId, personId));
    this.ports.registerPrecondition('JUDGING', (contestId) => this.whyNotJudge(contestId));
  }

  private async whyNotJudge(contestId: string): Promise<WhyNot> {
    const open = await this.database.first(sql<{ count: number }>`
      select count(*)::int as count from initiative where contest_id = ${contestId} and state in ('SUBMITTED', 'RETURNED')`);
    return open && open.count > 0 ? new Refused('SCREENING_UNFINISHED', { count: open.count }) : null;
  }
}
