import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { ContestPorts } from '#lib/contest';
import { type Actor, Refused, type WhyNot } from '#lib/kernel';
import { Database } from '#lib/platform';
import { judgingScope } from './scope.js';

/** What must hold before a person gives a judge a seat, or ends it. */
@Injectable()
export class JuryPreconditions implements OnModuleInit {
  constructor(
    private readonly ports: ContestPorts,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.ports.registerSeatCheck((actor, { contestId, kind }) => this.whyNotSeat(actor, { contestId, isJudge: kind === 'JUDGE' }));
  }

  /** Who is shut out of the judging does not say who judges either. */
  private async whyNotSeat(actor: Actor, { contestId, isJudge }: { contestId: string; isJudge: boolean }): Promise<WhyNot> {
    if (actor.isSystem || !isJudge) return null;
    const found = await this.database.first(
      sql`select 1 from contest ct where ct.id = ${contestId} and ${judgingScope(actor, 'seat:manage')}`,
    );
    return found ? null : new Refused('NOT_FOUND');
  }
}
