import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type RawBuilder, sql } from 'kysely';
import { type RolloutName, rolloutName } from '#lib/award';
import { type Actor, Clock, type Page, type PageArgs, type WhyNot, localDate } from '#lib/kernel';
import { type AgeOrder, Database, type OrderKey, Rereads, byAge, rowById, vietnamese } from '#lib/platform';
import { seesHost } from '#lib/rollout';
import { type ExactDifference, arrangementsOf, isTestable } from '#lib/statistics';
import { type UnitName, unitName } from '#lib/units';
import {
  HAS_RESULT,
  type PilotFacts,
  type PilotMeasure,
  type PilotState,
  earlierFrom,
  whyNotAct,
  whyNotEnter,
} from '../domain/pilot-policy.js';
import { type PilotArm, type PilotResult, type Took, type UnitTook, changeOf, meanOf, resultOf } from '../domain/pilot-result.js';

/** A pilot in a list. */
export interface PilotListed {
  readonly id: string;
  readonly title: string;
  readonly rollout: RolloutName;
  readonly state: PilotState;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly pilotUnits: number;
  readonly comparisonUnits: number;
  readonly illustrative: boolean;
}

interface UnitRow extends UnitTook {
  readonly id: string;
  readonly version: number;
  readonly unit: UnitName;
  readonly enters: boolean;
}

interface PilotRow extends PilotListed {
  readonly version: number;
  readonly host: UnitName;
  readonly procedureFields: readonly string[];
  readonly weekday: number | null;
  readonly legalBases: readonly string[];
  readonly measure: PilotMeasure;
  readonly limitDays: number | null;
  readonly baselineFrom: string;
  readonly baselineTo: string;
  readonly registeredAt: Date | null;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  readonly concludedOn: string | null;
  readonly conclusion: string | null;
}

export interface PilotUnitRead {
  readonly id: string;
  readonly version: number;
  readonly unit: UnitName;
  readonly arm: PilotArm;
  readonly filesBefore: number;
  readonly filesSince: number;
  readonly meanBefore: number | null;
  readonly meanSince: number | null;
  readonly change: number | null;
  readonly whyNotEnter: WhyNot;
}

export interface DifferenceRead {
  readonly difference: number;
  readonly arrangements: number | null;
  readonly asLow: number | null;
  readonly asFar: number | null;
  readonly chance: number | null;
  readonly leaveOneOutLow: number | null;
  readonly leaveOneOutHigh: number | null;
}

export interface ResultRead {
  readonly main: DifferenceRead | null;
  readonly placebo: DifferenceRead | null;
  readonly otherDays: DifferenceRead | null;
  readonly savedFiles: number;
  readonly savedAgainstBefore: number;
  readonly savedAgainstLimit: number | null;
  readonly shown: boolean;
}

export interface PublicPilotRead extends PilotRow {
  readonly earlierFrom: string;
  readonly leastChance: number | null;
  readonly units: readonly PilotUnitRead[];
  readonly result: ResultRead | null;
}

export interface PilotRead extends PublicPilotRead {
  readonly whyNotEdit: WhyNot;
  readonly whyNotRegister: WhyNot;
  readonly whyNotStart: WhyNot;
  readonly whyNotEnd: WhyNot;
  readonly whyNotConclude: WhyNot;
}

export interface PilotFilter extends PageArgs {
  readonly states?: readonly PilotState[] | null;
  readonly rolloutId?: string | null;
  readonly order?: AgeOrder | null;
}

const NEWEST_FIRST: readonly OrderKey<PilotListed>[] = [
  { column: sql`p.starts_on`, key: 'startsOn', type: 'date', descending: true },
  { column: sql`p.id`, key: 'id', type: 'uuid', descending: true },
];

/** Pilots: to offices and communes all of their district, to everybody those that are registered, whatever came of them. */
@Injectable()
export class PilotQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By the days on which they begin, the newest first. */
  pilots(actor: Actor, filter: PilotFilter): Promise<Page<PilotListed>> {
    return this.page(readScope(actor), filter);
  }

  /** Those that are registered, the newest first. */
  publicPilots(filter: PilotFilter): Promise<Page<PilotListed>> {
    return this.page(REGISTERED, filter);
  }

  @Rereads('Pilot')
  async pilot(actor: Actor, id: string): Promise<PilotRead | null> {
    if (!isUUID(id)) return null;
    const row = await this.read(id, readScope(actor), actor);
    if (!row) return null;
    const { units, manages, ...pilot } = row;
    const { state, startsOn, baselineTo } = pilot;
    const unitsWithoutFiles = units.filter(({ onDay, otherDays }) => onDay.BEFORE.files + otherDays.BEFORE.files === 0).length;
    const facts: PilotFacts = { manages, state, startsOn, baselineTo, unitsWithoutFiles, today: localDate(this.clock.now()) };
    return {
      ...told(pilot, units),
      whyNotEdit: whyNotAct(facts, 'edit'),
      whyNotRegister: whyNotAct(facts, 'register'),
      whyNotStart: whyNotAct(facts, 'start'),
      whyNotEnd: whyNotAct(facts, 'end'),
      whyNotConclude: whyNotAct(facts, 'conclude'),
    };
  }

  async publicPilot(id: string): Promise<PublicPilotRead | null> {
    if (!isUUID(id)) return null;
    const row = await this.read(id, REGISTERED, null);
    if (!row) return null;
    const { units, ...pilot } = row;
    return told(pilot, units);
  }

  private page(scope: RawBuilder<unknown>, { states, rolloutId, order, ...args }: PilotFilter): Promise<Page<PilotListed>> {
    const where = [scope];
    if (states) where.push(sql`p.state = any(${[...states]}::text[])`);
    if (rolloutId) where.push(sql`p.rollout_id = ${rolloutId}`);
    return this.database.page<PilotListed>(
      {
        from: sql`pilot p`,
        where: sql.join(where, sql` and `),
        order: byAge(NEWEST_FIRST, order),
        dress: { key: sql`p.id`, from: sql`${rowById('pilot', sql`page.key`)} p on true join rollout r on r.id = p.rollout_id ${COUNTED}` },
        columns: LISTED,
        plannedAnew: Boolean(states ?? rolloutId),
      },
      args,
    );
  }

  private read(
    id: string,
    scope: RawBuilder<unknown>,
    actor: Actor | null,
  ): Promise<(PilotRow & { units: UnitRow[]; manages: boolean }) | null> {
    return this.database.first(sql<PilotRow & { units: UnitRow[]; manages: boolean }>`
      select ${LISTED}, p.version, ${unitName(sql`h`)} as host,
        p.fields as "procedureFields", p.weekday, p.basis as "legalBases", p.measure, p.limit_days as "limitDays", p.baseline_from::text as "baselineFrom",
        p.baseline_to::text as "baselineTo", p.registered_at as "registeredAt", p.ended_on::text as "endedOn", p.end_reason as "endReason",
        p.concluded_on::text as "concludedOn", p.conclusion, ${holds(actor, 'pilot:manage', sql`p.host_id`)} as manages, ${unitsOf(actor)} as units
      from pilot p join rollout r on r.id = p.rollout_id join unit h on h.id = p.host_id ${COUNTED} where p.id = ${id} and ${scope}`);
  }
}

const REGISTERED = sql<boolean>`p.state <> 'DRAFT'`;
const readScope = (actor: Actor): RawBuilder<boolean> => seesHost(actor, sql`p.host_id`, 'pilot:read');

const holds = (actor: Actor | null, permission: string, unit: RawBuilder<unknown>): RawBuilder<boolean> =>
  actor?.isSystem ? sql<boolean>`true` : sql<boolean>`${unit} = any(${actor?.unitsFor(permission) ?? []}::uuid[])`;

/** How many communes pilot `p` has of each arm. */
const COUNTED = sql`cross join lateral (select count(*) filter (where m.arm = 'PILOT')::int as pilots, count(*) filter (where m.arm = 'COMPARISON')::int as comparisons
  from pilot_unit m where m.pilot_id = p.id) counted`;

const LISTED = sql`p.id, p.title, ${rolloutName(sql`r`)} as rollout, p.state, p.starts_on::text as "startsOn",
  p.ends_on::text as "endsOn", counted.pilots as "pilotUnits", counted.comparisons as "comparisonUnits", r.illustrative`;

/** What the files of member `m` took that were received in a period, on the days that the pilot is about or on the others. */
const took = (period: RawBuilder<unknown>, onDay: boolean): RawBuilder<unknown> => sql`json_build_object(
  'files', count(f.id) filter (where ${period} and f."onDay" = ${onDay}), 'days', coalesce(sum(f.days) filter (where ${period} and f."onDay" = ${onDay}), 0))`;

const tookIn = (onDay: boolean): RawBuilder<unknown> => sql`json_build_object(
  'EARLIER', ${took(sql`f.received_on < p.baseline_from and f.received_on >= p.baseline_from - (p.baseline_to - p.baseline_from + 1)`, onDay)},
  'BEFORE', ${took(sql`f.received_on between p.baseline_from and p.baseline_to`, onDay)},
  'SINCE', ${took(sql`f.since`, onDay)})`;

const unitsOf = (actor: Actor | null): RawBuilder<unknown> => sql`(
  select coalesce(json_agg(one.said order by one.arm desc, ${vietnamese(sql`one.name_vi`)}, one.id), '[]') from (
    select m.id, m.arm, u.name_vi, json_build_object('id', m.id, 'unitId', u.id, 'version', m.version, 'arm', m.arm,
      'unit', ${unitName(sql`u`)},
      'enters', ${holds(actor, 'pilot:enter', sql`u.id`)} or ${holds(actor, 'pilot:enter', sql`p.host_id`)},
      'onDay', ${tookIn(true)}, 'otherDays', ${tookIn(false)}) as said
    from pilot_unit m join unit u on u.id = m.unit_id
      left join lateral (select f.id, f.received_on, f.since, coalesce(extract(isodow from f.received_on) = p.weekday, true) as "onDay",
        case p.measure when 'WORKING_DAYS' then f.working_days else f.done_on - f.received_on end as days
        from pilot_file f where f.pilot_unit_id = m.id) f on true
    where m.pilot_id = p.id group by m.id, u.id) one)`;

function told(pilot: PilotRow, units: readonly UnitRow[]): PublicPilotRead {
  const ended = HAS_RESULT.includes(pilot.state);
  const { weekday, limitDays: limit } = pilot;
  return {
    ...pilot,
    earlierFrom: earlierFrom(pilot),
    leastChance: leastChance(pilot),
    units: units.map((unit) => unitTold(unit, pilot.state, ended)),
    result: ended ? resultTold(resultOf(units, { weekday, limit })) : null,
  };
}

function unitTold({ id, version, unit, arm, enters, onDay, otherDays }: UnitRow, state: PilotState, ended: boolean): PilotUnitRead {
  const all = (of: 'EARLIER' | 'BEFORE' | 'SINCE'): Took => ({ files: onDay[of].files + otherDays[of].files, days: 0 });
  return {
    ...{ id, version, unit, arm, filesBefore: all('BEFORE').files, filesSince: all('SINCE').files },
    meanBefore: meanOf(onDay.BEFORE),
    meanSince: ended ? meanOf(onDay.SINCE) : null,
    change: ended ? changeOf(onDay.BEFORE, onDay.SINCE) : null,
    whyNotEnter: whyNotEnter(enters, state),
  };
}

/** The smallest chance that so many units can give; null where no test is made of so few. */
function leastChance({ pilotUnits, comparisonUnits }: PilotRow): number | null {
  return isTestable(pilotUnits, comparisonUnits) ? 1 / arrangementsOf(pilotUnits, pilotUnits + comparisonUnits) : null;
}

function resultTold({ main, placebo, otherDays, saved, shown }: PilotResult): ResultRead {
  return {
    ...{ main: differenceTold(main), placebo: differenceTold(placebo), otherDays: differenceTold(otherDays), shown },
    ...{ savedFiles: saved.files, savedAgainstBefore: saved.againstBefore, savedAgainstLimit: saved.againstLimit },
  };
}

function differenceTold(found: ExactDifference | null): DifferenceRead | null {
  if (!found) return null;
  const { difference, test, leaveOneOut } = found;
  return {
    difference,
    ...{ arrangements: test?.arrangements ?? null, asLow: test?.asLow ?? null, asFar: test?.asFar ?? null },
    chance: test && test.asLow / test.arrangements,
    ...{ leaveOneOutLow: leaveOneOut?.low ?? null, leaveOneOutHigh: leaveOneOut?.high ?? null },
  };
}
