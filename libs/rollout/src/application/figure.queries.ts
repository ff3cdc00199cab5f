import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs, pageAs } from '#lib/kernel';
import { Database, Refusals, Rereads, rowById } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { type SourceKind } from '../domain/sources.js';
import { type JumpRead, type WithJumpFacts, jumpFacts, withJump } from './jumps.js';
import { FIGURE_RULE } from './report-problems.js';
import { type Belongs, holdsFor, seesFigures } from './reach.js';

export interface FigureRead {
  readonly id: string;
  readonly version: number;
  readonly indicatorId: string;
  readonly indicatorKey: string;
  readonly reportId: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly source: string;
  readonly sourceKind: SourceKind;
  readonly verified: boolean;
  readonly illustrative: boolean;
  readonly note: string | null;
  readonly restatedAt: Date | null;
  readonly restatedBecause: string | null;
  readonly jump: JumpRead | null;
}

export interface FigureListed extends FigureRead {
  readonly unit: UnitName;
  /** False: its report waits for approval. */
  readonly approved: boolean;
  readonly canVerify: boolean;
}

export interface FigureFilter extends PageArgs {
  readonly indicatorId: string;
  readonly unitId?: string | null;
}

/** Figures as they were given, of the units that one may read about. */
@Injectable()
export class FigureQueries {
  constructor(
    private readonly database: Database,
    private readonly refusals: Refusals,
  ) {}

  async figures(actor: Actor, filter: FigureFilter): Promise<Page<FigureListed>> {
    const where = sql`f.indicator_id = ${filter.indicatorId} and (${filter.unitId ?? null}::uuid is null or f.unit_id = ${filter.unitId ?? null}) and ${scope(actor)}`;
    const order = [
      { column: sql`f.ends_on`, key: 'endsOn' as const, type: 'date' as const, descending: true },
      { column: sql`f.id`, key: 'id' as const, type: 'uuid' as const },
    ];
    const page = await this.database.page<WithJumpFacts<FigureListed>>({ columns: columns(actor), from: FIGURES, where, order }, filter);
    return pageAs(page, (node) => withJump(node, this.refusals, actor.locale));
  }

  @Rereads('Figure')
  async figure(actor: Actor, id: string): Promise<FigureListed | null> {
    const where = sql`f.id = ${id} and ${scope(actor)}`;
    const row = await this.database.first(sql<WithJumpFacts<FigureListed>>`select ${columns(actor)} from ${FIGURES} where ${where}`);
    return row && withJump(row, this.refusals, actor.locale);
  }
}

const FIGURES = sql`figure f join indicator n on n.id = f.indicator_id join unit u on u.id = f.unit_id join rollout o on o.id = n.rollout_id
  join roster on roster.id = o.roster_id left join ${rowById('report', sql`f.report_id`)} r on true`;

const FIELDS: readonly (readonly [string, RawBuilder<unknown>])[] = [
  ['id', sql`f.id`],
  ['version', sql`f.version`],
  ['indicatorId', sql`f.indicator_id`],
  ['indicatorKey', sql`n.key`],
  ['reportId', sql`f.report_id`],
  ['startsOn', sql`f.starts_on::text`],
  ['endsOn', sql`f.ends_on::text`],
  ['value', sql`f.value::text`],
  ['numerator', sql`f.numerator::text`],
  ['denominator', sql`f.denominator::text`],
  ['source', sql`f.source`],
  ['sourceKind', sql`f.source_kind`],
  ['verified', sql`f.verified`],
  ['illustrative', sql`f.illustrative`],
  ['note', sql`f.note`],
  ['restatedAt', sql`f.restated_at`],
  ['restatedBecause', sql`f.restated_because`],
];

/** A figure `f` of an indicator `n` as JSON, with what it is held to; decimals as text, exact. */
export const figureJson = (actor: Actor, belongs: Belongs): RawBuilder<unknown> =>
  sql`json_build_object(${sql.join(FIELDS.map(([name, column]) => sql`${sql.lit(name)}, ${column}`))}, 'jumpFacts', ${jumpFacts(actor, belongs)},
    'rule', ${FIGURE_RULE})`;

const BELONGS: Belongs = { unit: sql`f.unit_id`, host: sql`roster.host_id` };

const scope = (actor: Actor): RawBuilder<unknown> =>
  sql`${holdsFor(actor, 'rollout:read', BELONGS)} and ${seesFigures(actor, sql`r.state`, BELONGS)}`;

const columns = (
  actor: Actor,
): RawBuilder<unknown> => sql`${sql.join(FIELDS.map(([name, column]) => sql`${column} as ${sql.ref(name)}`))}, ${unitName(sql`u`)} as unit, ${jumpFacts(actor, BELONGS)} as "jumpFacts",
  coalesce(r.state, 'APPROVED') = 'APPROVED' as approved,
  (not f.verified and coalesce(r.state in ('SUBMITTED', 'APPROVED'), true) and ${holdsFor(actor, 'report:approve', BELONGS)}) as "canVerify"`;
