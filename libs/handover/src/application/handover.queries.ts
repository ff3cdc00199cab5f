import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, type WhyNot, localDate, pageAs } from '#lib/kernel';
import {
  type AgeOrder,
  Database,
  type NameOrder,
  type OrderKey,
  Rereads,
  byAge,
  byName,
  isThere,
  rowById,
  vietnamese,
} from '#lib/platform';
import { type ProcedureName, procedureName } from '#lib/procedure';
import { type UnitName, unitName } from '#lib/units';
import { type CorrectionReason, type HandoverSaid, type Occasion, mayBeAskedToRate, whyNotChange } from '../domain/handover-policy.js';
import { holds } from './model.queries.js';

/** A model as others name it. */
interface ModelName {
  readonly id: string;
  readonly title: string;
}

interface HandoverRow extends HandoverSaid {
  readonly id: string;
  readonly version: number;
  readonly model: ModelName;
  readonly unit: UnitName;
  readonly procedure: ProcedureName;
  readonly occasion: Occasion;
  readonly attempt: number;
  readonly previousId: string | null;
  readonly followed: boolean;
  readonly correctionReason: CorrectionReason | null;
  readonly voidedOn: string | null;
  readonly voidReason: CorrectionReason | null;
  readonly illustrative: boolean;
  readonly enters: boolean;
}

export interface HandoverRead extends Omit<HandoverRow, 'enters'> {
  readonly mayBeAskedToRate: boolean;
  /** Whether the next time can be entered. */
  readonly canFollow: boolean;
  readonly whyNotChange: WhyNot;
}

export interface HandoverFilter extends PageArgs {
  readonly unitId?: string | null;
  readonly month?: string | null;
  /** Those alone at which nobody was there and that were not tried again. */
  readonly waiting?: boolean | null;
  readonly order?: AgeOrder | null;
}

export interface HandoverCountsRead {
  readonly unit: UnitName;
  readonly month: string;
  readonly handed: number;
  readonly home: number;
  readonly ceremonies: number;
  readonly absent: number;
  readonly declined: number;
  readonly firstTries: number;
  readonly handedFirstTry: number;
  readonly congratulations: number;
  readonly condolences: number;
}

interface CountedUnit extends HandoverCountsRead {
  readonly unitId: string;
  readonly unitNameVi: string;
}

export interface HandoverCountsFilter extends PageArgs {
  readonly month: string;
  readonly order?: NameOrder | null;
}

/** Handovers of the units that one reads about, and how many there were. */
@Injectable()
export class HandoverQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  async handovers(actor: Actor, { unitId, month, waiting, order, ...args }: HandoverFilter): Promise<Page<HandoverRead>> {
    const where = [readScope(actor)];
    if (unitId) where.push(sql`h.unit_id = ${unitId}`);
    if (month) where.push(sql`h.day >= ${month}::date and h.day < ${month}::date + interval '1 month'`);
    if (waiting) where.push(sql`h.outcome = 'ABSENT' and h.voided_on is null and not ${FOLLOWED}`);
    const page = await this.database.page<HandoverRow>(
      {
        from: sql`handover h`,
        where: sql.join(where, sql` and `),
        order: byAge(LATEST, order),
        dress: { key: sql`h.id`, from: sql`${rowById('handover', sql`page.key`)} h on true ${DRESSED}` },
        columns: columns(actor),
        plannedAnew: Boolean(waiting ?? unitId),
      },
      args,
    );
    return pageAs(page, this.told());
  }

  @Rereads('Handover')
  async handover(actor: Actor, id: string): Promise<HandoverRead | null> {
    const found = await this.database.first(
      sql<HandoverRow>`select ${columns(actor)} from handover h ${DRESSED} where h.id = ${id} and ${readScope(actor)}`,
    );
    return found && this.told()(found);
  }

  /** Of a month, for each unit that is in a model; sorted as Vietnamese is. What is voided does not count. */
  handoverCounts(actor: Actor, { month, order, ...args }: HandoverCountsFilter): Promise<Page<HandoverCountsRead>> {
    // A district has a handful of models, looked through once.
    const inModel = sql`u.id = any(array(select mu.unit_id from service_model_unit mu join service_model k on k.id = mu.model_id
      where ${holds(actor, 'handover:read', sql`mu.unit_id`)} or ${holds(actor, 'handover:read', sql`k.host_id`)}))`;
    return this.database.page<CountedUnit>(
      {
        from: sql`unit u`,
        where: inModel,
        order: byName(BY_NAME, order),
        dress: { key: sql`u.id`, from: sql`unit u on u.id = page.key cross join lateral ${countedOf(month)} c` },
        columns: sql`${unitName(sql`u`)} as unit, u.id as "unitId", u.name_vi as "unitNameVi", ${month}::text as month, c.*`,
      },
      args,
    );
  }

  private told(): (row: HandoverRow) => HandoverRead {
    const today = localDate(this.clock.now());
    return ({ enters, ...row }) => ({
      ...row,
      mayBeAskedToRate: mayBeAskedToRate(row.occasion, row),
      canFollow: enters && row.outcome === 'ABSENT' && row.voidedOn === null && !row.followed,
      whyNotChange: whyNotChange({ enters, voided: row.voidedOn !== null, followed: row.followed, day: row.day, today }),
    });
  }
}

const LATEST: readonly OrderKey<HandoverRow>[] = [
  { column: sql`h.day`, key: 'day', type: 'date', descending: true },
  { column: sql`h.id`, key: 'id', type: 'uuid', descending: true },
];
const BY_NAME: readonly OrderKey<CountedUnit>[] = [
  { column: vietnamese(sql`u.name_vi`), key: 'unitNameVi', type: 'text' },
  { column: sql`u.id`, key: 'unitId', type: 'uuid' },
];

/** By the unit, or by the office that keeps the model: after a reorganisation one is not below the other. */
const readScope = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(${holds(actor, 'handover:read', sql`h.unit_id`)} or h.model_id in (select k.id from service_model k where ${holds(actor, 'handover:read', sql`k.host_id`)}))`;
const FOLLOWED = isThere(sql`select 1 from handover n where n.earlier_id = h.id and n.voided_on is null`);
const DRESSED = sql`join service_model m on m.id = h.model_id join unit u on u.id = h.unit_id join procedure p on p.id = h.procedure_id`;

const columns = (
  actor: Actor,
): RawBuilder<unknown> => sql`h.id, h.version, json_build_object('id', m.id, 'title', m.title) as model, ${unitName(sql`u`)} as unit,
  ${procedureName(sql`p`)} as procedure, h.occasion, h.day::text as day, h.venue, h.by_level as "byLevel", h.asked_for as "askedFor",
  h.letter, h.outcome, h.attempt, h.earlier_id as "previousId", ${FOLLOWED} as followed, h.correction_reason as "correctionReason",
  h.voided_on::text as "voidedOn", h.void_reason as "voidReason", m.illustrative, ${holds(actor, 'handover:enter', sql`h.unit_id`)} as enters`;

const countedOf = (month: string): RawBuilder<unknown> => sql`(
  select count(*) filter (where h.outcome = 'HANDED')::int as handed, count(*) filter (where h.outcome = 'HANDED' and h.venue = 'HOME')::int as home,
    count(*) filter (where h.outcome = 'HANDED' and h.venue = 'CEREMONY')::int as ceremonies, count(*) filter (where h.outcome = 'ABSENT')::int as absent,
    count(*) filter (where h.outcome = 'DECLINED')::int as declined, count(*) filter (where h.attempt = 1)::int as "firstTries",
    count(*) filter (where h.attempt = 1 and h.outcome = 'HANDED')::int as "handedFirstTry",
    count(*) filter (where h.letter = 'CONGRATULATION')::int as congratulations, count(*) filter (where h.letter = 'CONDOLENCE')::int as condolences
  from handover h where h.unit_id = u.id and h.day >= ${month}::date and h.day < ${month}::date + interval '1 month' and h.voided_on is null)`;
