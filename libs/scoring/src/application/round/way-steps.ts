import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { InitiativePorts } from '#lib/initiative';
import { REACHED } from '../common/scope.js';

/** Which rounds an initiative reached, told on its way. */
@Injectable()
export class RoundSteps implements OnModuleInit {
  constructor(private readonly ports: InitiativePorts) {}

  onModuleInit(): void {
    this.ports.registerWaySteps(reachedRounds);
  }
}

/** The rule book of round `r`'s contest lets authors know of rounds that were reached while judging goes on. */
export const TELLS_ROUNDS: RawBuilder<boolean> = sql`coalesce((select b.content->'authorsRead' @> '"ROUNDS"' from rule_book b
  where b.contest_id = r.contest_id order by b.number desc limit 1), false)`;

/** Before publication to its own alone, and later rounds only where the rule book says so: that it passed is the result of a round. */
const reachedRounds = (own: RawBuilder<boolean>): RawBuilder<unknown> => sql`
  select 'ROUND_REACHED', r.opened_at, jsonb_build_object('roundNameVi', r.rule->>'nameVi', 'roundNameEn', r.rule->>'nameEn')
  from round r where r.contest_id = i.contest_id and r.opened_at is not null and i.state in ('ELIGIBLE', 'DISQUALIFIED') and ${REACHED}
    and (c.phase in ('PUBLISHED', 'ARCHIVED') or ${own} and (r.ordinal = 1 or ${TELLS_ROUNDS}))`;
