import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type RolloutName, rolloutName } from '#lib/award';
import { type Actor } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type IndicatorFacts } from '../domain/indicator.entity.js';
import { type PlatformService, isCountedBy } from '../domain/platform-services.js';
import { type Belongs, holdsFor, seesFigures } from './reach.js';
import { UNIT, rolloutsExpectedOf } from './report-facts.js';
import { INDICATOR } from './rollout.queries.js';

/** A number that was said before or is said now, with its own window. */
export interface GivenFigure {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly periodNameVi: string;
  readonly periodNameEn: string;
}

/** A number that a commune is asked for in a period, with what it says so far and what it said the time before. */
export interface ExpectedFigure {
  readonly id: string;
  readonly rollout: RolloutName;
  readonly initiative: InitiativeName;
  readonly startedOn: string;
  readonly indicator: IndicatorFacts & { readonly id: string };
  /** Whether the service that the roll-out runs on counts it, so that nobody needs to report it. */
  readonly countedBySystem: boolean;
  readonly current: GivenFigure | null;
  readonly last: GivenFigure | null;
}

interface Asked extends Omit<ExpectedFigure, 'countedBySystem'> {
  readonly service: PlatformService | null;
}

/** What a report of a period asks for. */
@Injectable()
export class ExpectedFiguresQueries {
  constructor(private readonly database: Database) {}

  /** Of a unit that one may read about, all that its report asks for, rollout by rollout; nothing where nothing is expected. */
  async expectedFigures(actor: Actor, { periodId, unitId }: { periodId: string; unitId: string }): Promise<ExpectedFigure[]> {
    const belongs: Belongs = { unit: sql`u.id`, host: sql`p.host_id` };
    const given = (which: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql`(
      select json_build_object('id', f.id, 'startsOn', f.starts_on, 'endsOn', f.ends_on, 'value', f.value::text, 'numerator', f.numerator::text,
        'denominator', f.denominator::text, 'source', f.source, 'note', f.note, 'periodNameVi', its.name_vi, 'periodNameEn', its.name_en)
      from figure f join report said on said.id = f.report_id join reporting_period its on its.id = said.period_id
      where f.indicator_id = n.id and f.unit_id = u.id and ${which} and ${seesFigures(actor, sql`said.state`, belongs)}
      order by ${order} limit 1)`;
    const rows = await this.database.rows(sql<Asked>`
      select n.id, ${rolloutName(sql`r`)} as rollout, ${initiativeName(sql`i`)} as initiative,
        r.started_on::text as "startedOn", r.service, ${INDICATOR} as indicator,
        ${given(sql`its.id = p.id`, sql`f.starts_on, f.ends_on, f.id`)} as current,
        ${given(sql`its.host_id = p.host_id and its.ends_on < p.ends_on`, sql`its.ends_on desc, its.starts_on desc, f.ends_on desc, f.id`)} as last
      from reporting_period p join unit u on u.id = ${unitId} cross join lateral ${rolloutsExpectedOf(sql`p`, UNIT)} due
      join rollout r on r.id = due.rollout_id join initiative i on i.id = r.initiative_id join indicator n on n.rollout_id = r.id
      where p.id = ${periodId} and ${holdsFor(actor, 'rollout:read', belongs)}
      order by r.started_on, r.id, n.ordinal`);
    return rows.map(({ service, ...row }) => ({ ...row, countedBySystem: isCountedBy(service, row.indicator.key) }));
  }
}
