import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, Public } from '#lib/platform';

/** Asked by the proxy and the orchestrator. */
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('health')
  @Public()
  async health(): Promise<{ status: 'ok' }> {
    try {
      await this.database.first(sql`select 1`);
      return { status: 'ok' };
    } catch {
      throw new ServiceUnavailableException('The database does not answer');
    }
  }
}
