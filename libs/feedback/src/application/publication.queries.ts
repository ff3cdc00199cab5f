import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, vietnamese } from '#lib/platform';
import { isTakingPart } from '#lib/rollout';
import { type UnitName, goesOn } from '#lib/units';
import { type RatingCell, publishedMonth } from '../domain/published.js';
import { LEVELS, type Level, SATISFIED_FROM, type Tier } from '../domain/rating-words.js';
import { UNIT } from './counter.rows.js';
import { type ShareRead, shareRead } from './share.rows.js';

export interface PublicationRead {
  readonly month: string;
  readonly publishedOn: string;
  readonly illustrative: boolean;
}

export interface LevelRead {
  readonly level: Level;
  readonly rated: number;
  readonly counted: number;
  readonly held: number;
  readonly excluded: number;
}

export interface PublicFieldRead {
  readonly fieldName: string | null;
  readonly share: ShareRead | null;
  readonly openShare: ShareRead | null;
  readonly slipShare: ShareRead | null;
}

export interface PublicUnitRead {
  readonly unit: UnitName;
  readonly rank: number | null;
  readonly share: ShareRead | null;
  readonly fields: readonly PublicFieldRead[];
}

export interface PublicRatingsRead extends PublicationRead {
  readonly share: ShareRead | null;
  /** Empty where the share of all is hidden. */
  readonly levels: readonly LevelRead[];
  readonly units: readonly PublicUnitRead[];
}

/** What citizens said, in the latest month that is published, where an initiative is in use. */
export interface CitizensVoiceRead extends PublicationRead {
  readonly units: readonly Pick<PublicUnitRead, 'unit' | 'share'>[];
}

interface PublishedRow {
  readonly unitId: string;
  readonly field: string | null;
  readonly tier: Tier;
  readonly level: Level;
  readonly rated: number;
  readonly counted: number;
  readonly held: number;
  readonly excluded: number;
}

interface Published extends PublicationRead {
  readonly rows: readonly PublishedRow[];
  readonly units: readonly UnitName[];
  readonly transactions: readonly { readonly unitId: string; readonly field: string | null; readonly transactions: number }[];
}

export interface CitizensVoiceFilter {
  readonly initiativeId: string;
  readonly unitId?: string | null;
}

/** What anyone may read of ratings. */
@Injectable()
export class PublicationQueries {
  constructor(private readonly database: Database) {}

  /** The months that are published, the latest first. */
  publicRatingMonths(): Promise<PublicationRead[]> {
    return this.database.rows(sql<PublicationRead>`
      select p.month::text as month, p.published_on::text as "publishedOn", p.illustrative from rating_publication p order by p.month desc`);
  }

  /** A month, or the latest; null where it is not published. Weighed by what is known now of transactions. */
  async publicRatings(month: string | null): Promise<PublicRatingsRead | null> {
    const found = await this.database.first(sql<Published>`
      select p.month::text as month, p.published_on::text as "publishedOn", p.illustrative,
        coalesce((select json_agg(json_build_object('unitId', r.unit_id, 'field', r.field, 'tier', r.tier, 'level', r.level, 'rated', r.rated,
          'counted', r.counted, 'held', r.held, 'excluded', r.excluded) order by ${vietnamese(sql`u.name_vi`)}, u.id, ${vietnamese(sql`r.field`)})
          from published_rating r join unit u on u.id = r.unit_id where r.publication_id = p.id), '[]') as rows,
        coalesce((select json_agg(${UNIT}) from unit u where u.id in (select r.unit_id from published_rating r where r.publication_id = p.id)), '[]') as units,
        coalesce((select json_agg(json_build_object('unitId', t.unit_id, 'field', t.field, 'transactions', t.transactions))
          from transaction_count t where t.month = p.month), '[]') as transactions
      from rating_publication p where ${month === null ? sql`true` : sql`p.month = ${month}::date`} order by p.month desc limit 1`);
    return found && readOf(found);
  }

  /**
   * Of the units that take part in the roll-out of an initiative, or of one of them and those that went on with it; null where it does not run
   * on ratings, and where none of them has been rated. Their shares are those of the month's page, so that there is nothing more to learn.
   */
  async publicCitizensVoice({ initiativeId, unitId }: CitizensVoiceFilter): Promise<CitizensVoiceRead | null> {
    const asked = unitId ? sql`u.id in (select id from within)` : sql`true`;
    const taking = await this.database.rows(sql<{ id: string }>`
      with recursive within (id) as (
        select ${unitId ?? null}::uuid union select l.to_id from unit_lineage l join within w on w.id = l.from_id where ${goesOn(sql`l`)})
      select u.id from rollout r cross join unit u where r.initiative_id = ${initiativeId}::uuid and r.service = 'COUNTER_RATINGS' and ${asked}
        and u.id in (select s.unit_id from published_rating s where s.publication_id = (select p.id from rating_publication p order by p.month desc limit 1))
        and ${isTakingPart(sql`r.id`, sql`u.id`)}`);
    const latest = taking.length > 0 ? await this.publicRatings(null) : null;
    if (!latest) return null;
    const { month, publishedOn, illustrative } = latest;
    const units = latest.units.filter(({ unit }) => taking.some(({ id }) => id === unit.id)).map(({ unit, share }) => ({ unit, share }));
    return units.length > 0 ? { month, publishedOn, illustrative, units } : null;
  }
}

function readOf({ rows, units, transactions, ...publication }: Published): PublicRatingsRead {
  const known = new Map(transactions.map((one) => [keyOf(one), one.transactions]));
  const { whole, units: shown } = publishedMonth(cellsOf(rows), (unitId, field) => known.get(keyOf({ unitId, field })) ?? null);
  const named = new Map(units.map((unit) => [unit.id, unit]));
  return {
    ...publication,
    share: shareRead(whole),
    levels: whole ? levelsOf(rows) : [],
    units: shown.flatMap(({ unitId, rank, share, fields }) => {
      const unit = named.get(unitId);
      const told = fields.map(({ field, share: own, tiers: { OPEN, SLIP } }) => ({
        ...{ fieldName: field, share: shareRead(own), openShare: shareRead(OPEN), slipShare: shareRead(SLIP) },
      }));
      return unit ? [{ unit, rank, share: shareRead(share), fields: told }] : [];
    }),
  };
}

/** By unit, field and tier, in the order of the rows; of those where nothing counts there is no cell. */
function cellsOf(rows: readonly PublishedRow[]): RatingCell[] {
  const cells = Map.groupBy(rows, (row) => JSON.stringify([row.unitId, row.field, row.tier])).values();
  return [...cells].flatMap((same) => {
    const [first] = same;
    const [ratings, satisfied] = [
      sumOf(same, 'counted'),
      sumOf(
        same.filter(({ level }) => level >= SATISFIED_FROM),
        'counted',
      ),
    ];
    return first && ratings > 0 ? [{ unitId: first.unitId, field: first.field, tier: first.tier, ratings, satisfied }] : [];
  });
}

const levelsOf = (rows: readonly PublishedRow[]): LevelRead[] =>
  LEVELS.map((level) => {
    const of = rows.filter((row) => row.level === level);
    return { level, rated: sumOf(of, 'rated'), counted: sumOf(of, 'counted'), held: sumOf(of, 'held'), excluded: sumOf(of, 'excluded') };
  });

const sumOf = (rows: readonly PublishedRow[], key: 'rated' | 'counted' | 'held' | 'excluded'): number =>
  rows.reduce((sum, row) => sum + row[key], 0);

const keyOf = ({ unitId, field }: { readonly unitId: string; readonly field: string | null }): string => JSON.stringify([unitId, field]);
