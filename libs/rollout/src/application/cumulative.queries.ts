import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, Clock, Refused, localDate } from '#lib/kernel';
import { Database, Refusals, vietnamese } from '#lib/platform';
import { type UnitName } from '#lib/units';
import { type CumulativeLine, type UnitCumulative, cumulateUnit, cumulativeLines } from '../domain/cumulate.js';
import { type FigureKind } from '../domain/figure-kinds.js';
import {
  type Aggregation,
  type Amount,
  type Direction,
  type FigureFacts,
  type Measure,
  type SystemCount,
  type SystemSum,
  meetsTarget,
  systemSum,
  systemWithin,
} from '../domain/figures.js';
import { type LineageFacts, type Reading, carrierAsOf } from '../domain/reading.js';
import { type SourceKind } from '../domain/sources.js';
import { type Window } from '../domain/windows.js';
import { adoptionsAsOf } from './adoptions-as-of.js';
import { type JumpRead, type WithJumpFacts, jumpFacts, withJump } from './jumps.js';
import { type Belongs, seesFigures, seesHost } from './reach.js';

interface Marks {
  readonly illustrative: boolean;
  readonly approved: boolean;
  readonly sourceKind: SourceKind;
  readonly restatedAt: string | null;
  readonly restatedBecause: string | null;
}

interface Found {
  readonly unitVi: string;
  readonly kind: FigureKind;
  readonly direction: Direction;
  readonly aggregation: Aggregation;
  readonly target: string | null;
  readonly startedOn: string;
  readonly hostId: string;
  readonly unitIds: readonly string[];
  /** Whether the actor is of the office that approves. */
  readonly isOffice: boolean;
  readonly units: readonly (UnitName & { readonly validFrom: string; readonly validTo: string | null })[];
  readonly figures: readonly WithJumpFacts<FigureFacts & Marks>[];
  readonly lineage: readonly LineageFacts[];
}

interface AmountRead {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

export interface CumulativeFigure extends AmountRead {
  readonly figureId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly source: string;
  readonly sourceKind: SourceKind;
  readonly verified: boolean;
  readonly illustrative: boolean;
  readonly approved: boolean;
  readonly counted: boolean;
  readonly disputedBy: readonly string[];
  readonly restatedAt: Date | null;
  readonly restatedBecause: string | null;
  /** Beside what is said of the host as a whole. */
  readonly communes: SystemCountRead | null;
  readonly jump: JumpRead | null;
}

/** What the system counted of the communes within the window of a figure of their host. */
export interface SystemCountRead extends AmountRead, Omit<SystemCount, 'amount'> {}

export interface SystemSumRead extends AmountRead, Omit<SystemSum, 'amount'> {}

export interface CumulativePart extends AmountRead {
  readonly unit: UnitName;
  readonly figures: readonly CumulativeFigure[];
  readonly gaps: readonly Window[];
  readonly disputed: boolean;
  readonly system: SystemSumRead | null;
}

export interface CumulativeLineRead extends AmountRead {
  /** Null: the line of what cannot be laid at any unit's door. */
  readonly unit: UnitName | null;
  readonly meetsTarget: boolean | null;
  readonly parts: readonly CumulativePart[];
}

export interface CumulativeRead {
  readonly indicatorId: string;
  readonly aggregation: Aggregation;
  readonly reading: Reading;
  readonly from: string;
  readonly upTo: string;
  readonly target: string | null;
  readonly total: AmountRead;
  readonly withSubmitted: AmountRead | null;
  readonly lines: readonly CumulativeLineRead[];
  /** What is said of the host as a whole; it is no commune's, and in no total. */
  readonly host: CumulativePart | null;
}

export interface CumulativeOrder {
  readonly indicatorId: string;
  /** The one unit whose line is asked for. */
  readonly unitId?: string | null;
  readonly upTo?: string | null;
  readonly reading: Reading;
}

/** What has been reached up to a day, from the figures on record. */
@Injectable()
export class CumulativeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly refusals: Refusals,
  ) {}

  /** Since the start of the rollout, of approved figures; what is submitted stands beside them for the office, and nothing of drafts or of what was returned. */
  async cumulative(actor: Actor, order: CumulativeOrder): Promise<CumulativeRead> {
    const today = localDate(this.clock.now());
    const upTo = order.upTo ?? today;
    const found = await this.find(actor, order.indicatorId, upTo);
    if (!found) throw new Refused('NOT_FOUND', { what: 'Indicator' }, 'indicatorId');
    const measure: Measure = { direction: found.direction, aggregation: found.aggregation, perCent: found.kind === 'SHARE' };
    const span = { from: found.startedOn, to: upTo };
    const named = new Map(found.units.map((unit) => [unit.id, unit]));
    const figures = new Map(found.figures.map((figure) => [figure.id, figure]));
    const approved = found.figures.filter((figure) => figure.approved);
    const cumulate = (unitId: string, said: readonly FigureFacts[] = approved) =>
      cumulateUnit(measure, unitId, said, within(span, named.get(unitId)));
    const partOf = (unit: UnitCumulative): CumulativePart => ({
      unit: nameOf(named, unit.unitId),
      ...amountRead(unit.amount),
      figures: found.figures
        .filter(({ unitId, to }) => unitId === unit.unitId && to <= upTo)
        .map((figure) => ({
          ...figureRead(withJump(figure, this.refusals, actor.locale), unit),
          communes: unit.unitId === found.hostId ? summed(systemWithin(measure, approved, figure)) : null,
        })),
      gaps: gapsUntil(unit.gaps, named.get(unit.unitId)?.validTo ?? null),
      disputed: unit.disputed,
      system: summed(
        systemSum(
          measure,
          approved.filter(({ unitId, to }) => unitId === unit.unitId && to <= upTo),
        ),
      ),
    });
    const lineOf = ({ unitId, amount, parts }: CumulativeLine): CumulativeLineRead => ({
      unit: unitId === null ? null : nameOf(named, unitId),
      ...amountRead(amount),
      meetsTarget: meetsTarget(measure.direction, amount.value, found.target),
      parts: parts.map(partOf),
    });
    const carrier = order.reading === 'NEW' ? carrierAsOf(found.lineage, today) : (unitId: string) => unitId;
    const { lines, total } = cumulativeLines(
      measure,
      found.unitIds.map((unitId) => cumulate(unitId)),
      carrier,
    );
    const all = found.unitIds.map((unitId) => cumulate(unitId, found.figures));
    const spokenOf = [...figures.values()].some(({ unitId }) => unitId === found.hostId);
    return {
      indicatorId: order.indicatorId,
      aggregation: measure.aggregation,
      reading: order.reading,
      from: span.from,
      upTo,
      target: found.target,
      total: amountRead(total),
      withSubmitted: found.isOffice ? amountRead(cumulativeLines(measure, all, carrier).total) : null,
      lines: lines.filter(({ unitId }) => !order.unitId || unitId === order.unitId).map(lineOf),
      host: spokenOf ? partOf(cumulate(found.hostId)) : null,
    };
  }

  private find(actor: Actor, indicatorId: string, upTo: string): Promise<Found | null> {
    return this.database.first(sql<Found>`
      with n as (select n.*, r.started_on, roster.host_id from indicator n join rollout r on r.id = n.rollout_id join roster on roster.id = r.roster_id where n.id = ${indicatorId} and ${seesHost(actor, sql`roster.host_id`)}),
      f as (select f.*, coalesce(report.state, 'APPROVED') = 'APPROVED' as approved,
              coalesce(f.starts_on >= p.starts_on and f.ends_on <= p.ends_on, false) as reported
            from n join figure f on f.indicator_id = n.id left join report on report.id = f.report_id left join reporting_period p on p.id = report.period_id
            where coalesce(report.state, 'APPROVED') in ('APPROVED', 'SUBMITTED') and ${seesFigures(actor, sql`report.state`, BELONGS)}),
      asked as (select u.id, u.code from unit u where u.id in (
        select s.unit_id from ${adoptionsAsOf(upTo, sql`a.rollout_id = (select rollout_id from n)`)} s where s.basis <> 'EXEMPT'
        union select f.unit_id from f where f.unit_id <> (select host_id from n)))
      select n.unit_vi as "unitVi", n.kind, n.direction, n.aggregation, n.target::text as target, n.started_on::text as "startedOn", n.host_id as "hostId",
        n.host_id = any(${actor.unitsFor('report:approve')}::uuid[]) as "isOffice",
        coalesce((select json_agg(id order by code, id) from asked), '[]'::json) as "unitIds",
        coalesce((select json_agg(json_build_object('id', u.id, 'statisticsCode', u.code, 'nameVi', u.name_vi, 'nameEn', u.name_en, 'validFrom', u.valid_from, 'validTo', u.valid_to)) from unit u where u.id = n.host_id or u.id in (select id from asked) or u.id in (select to_id from unit_lineage)), '[]'::json) as units,
        coalesce((select json_agg(json_build_object('id', f.id, 'unitId', f.unit_id, 'from', f.starts_on, 'to', f.ends_on, 'value', f.value::text,
          'numerator', f.numerator::text, 'denominator', f.denominator::text, 'source', f.source, 'sourceKind', f.source_kind, 'system', f.source_kind = 'SYSTEM', 'restatedAt', f.restated_at, 'restatedBecause', f.restated_because, 'verified', f.verified, 'illustrative', f.illustrative, 'approved', f.approved, 'reported', f.reported, 'jumpFacts', ${jumpFacts(actor, BELONGS)})
          order by f.starts_on, f.ends_on, ${vietnamese(sql`f.source`)}) from f cross join n), '[]'::json) as figures,
        coalesce((select json_agg(json_build_object('fromId', l.from_id, 'toId', l.to_id, 'kind', l.kind, 'effectiveOn', l.effective_on)) from unit_lineage l), '[]'::json) as lineage
      from n`);
  }
}

const BELONGS: Belongs = { unit: sql`f.unit_id`, host: sql`n.host_id` };

/** The days of the span on which the unit was there already: those before are its predecessors'. */
function within(span: Window, unit: { readonly validFrom: string } | undefined): Window {
  return unit && unit.validFrom > span.from ? { ...span, from: unit.validFrom } : span;
}

function figureRead(
  { from, to, ...figure }: FigureFacts & Marks & { readonly jump: JumpRead | null },
  unit: UnitCumulative,
): Omit<CumulativeFigure, 'communes'> {
  return {
    ...figure,
    restatedAt: figure.restatedAt === null ? null : new Date(figure.restatedAt),
    ...{ figureId: figure.id, startsOn: from, endsOn: to },
    counted: unit.windows.some(({ figureId }) => figureId === figure.id),
    disputedBy: unit.disputes.get(figure.id) ?? [],
  };
}

const summed = <S extends SystemSum>(sum: S | null): (Omit<S, 'amount'> & AmountRead) | null =>
  sum && { ...sum, ...amountRead(sum.amount) };

/** Nobody reports for days on which the unit was no longer there. */
function gapsUntil(gaps: readonly Window[], lastDay: string | null): Window[] {
  if (lastDay === null) return [...gaps];
  return gaps.filter(({ from }) => from <= lastDay).map(({ from, to }) => ({ from, to: to < lastDay ? to : lastDay }));
}

/** A ratio is shown to four decimals; the two sums beside it are exact. */
function amountRead({ value, numerator, denominator }: Amount): AmountRead {
  const shown = denominator === null ? value : (value?.toDecimalPlaces(4) ?? null);
  return { value: shown?.toFixed() ?? null, numerator: numerator?.toFixed() ?? null, denominator: denominator?.toFixed() ?? null };
}

function nameOf(named: ReadonlyMap<string, UnitName>, id: string): UnitName {
  return named.get(id) ?? { id, statisticsCode: null, nameVi: '', nameEn: '' };
}
