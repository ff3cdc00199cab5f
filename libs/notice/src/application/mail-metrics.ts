import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, Metrics, type QueueLength } from '#lib/platform';

/** Tells monitors how many mails wait, and how many were given up. */
@Injectable()
export class MailMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.metrics.queue('mails', async () => {
      const found = await this.database.first(sql<QueueLength>`
        select count(*) filter (where failed_at is null)::int as waiting, count(*) filter (where failed_at is not null)::int as failed,
          coalesce(extract(epoch from now() - min(created_at) filter (where failed_at is null)), 0)::float8 as oldest
        from mail where sent_at is null and discarded_at is null`);
      return found ?? { waiting: 0, failed: 0, oldest: 0 };
    });
  }
}
