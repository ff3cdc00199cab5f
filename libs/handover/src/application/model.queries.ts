import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type RolloutName, rolloutName } from '#lib/award';
import { type Actor, Clock, type Page, type PageArgs, localDate } from '#lib/kernel';
import { Database, Rereads, rowById, vietnamese } from '#lib/platform';
import { seesHost } from '#lib/rollout';
import { type ProcedureName, procedureName } from '#lib/procedure';
import { type UnitName, unitName } from '#lib/units';
import { type ModelKind, type Occasion } from '../domain/handover-policy.js';

export interface ModelProcedureRead {
  readonly procedure: ProcedureName;
  readonly occasion: Occasion;
}

/** What everybody reads of a model. */
export interface PublicModelRead {
  readonly id: string;
  readonly kind: ModelKind;
  readonly title: string;
  readonly decisionText: string;
  readonly howToAsk: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly procedures: readonly ModelProcedureRead[];
  readonly units: readonly UnitName[];
  readonly illustrative: boolean;
}

export interface ModelRead extends PublicModelRead {
  readonly version: number;
  readonly host: UnitName;
  readonly rollout: RolloutName | null;
  readonly inForce: boolean;
  /** Of its units, those of which the actor enters handovers. */
  readonly entersFor: readonly string[];
  readonly canEdit: boolean;
}

/** Models of handing over: to offices and communes all of their district, to everybody those in force. */
@Injectable()
export class ModelQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  serviceModels(actor: Actor, args: PageArgs): Promise<Page<ModelRead>> {
    return this.database.page<ModelRead>(
      {
        from: sql`service_model m`,
        where: readScope(actor),
        order: NEWEST,
        dress: { key: sql`m.id`, from: sql`${rowById('service_model', sql`page.key`)} m on true ${DRESSED}` },
        columns: this.columns(actor),
      },
      args,
    );
  }

  @Rereads('ServiceModel')
  serviceModel(actor: Actor, id: string): Promise<ModelRead | null> {
    return this.database.first(
      sql<ModelRead>`select ${this.columns(actor)} from service_model m ${DRESSED} where m.id = ${id} and ${readScope(actor)}`,
    );
  }

  /** Those in force today, the newest first. */
  publicServiceModels(args: PageArgs): Promise<Page<PublicModelRead>> {
    return this.database.page<PublicModelRead>(
      {
        from: sql`service_model m`,
        where: this.inForce(),
        order: NEWEST,
        dress: { key: sql`m.id`, from: sql`${rowById('service_model', sql`page.key`)} m on true` },
        columns: FOR_ALL,
      },
      args,
    );
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    return sql`${FOR_ALL}, m.version, ${unitName(sql`h`)} as host, case when r.id is not null then ${rolloutName(sql`r`)} end as rollout,
      ${this.inForce()} as "inForce", ${holds(actor, 'handover:manage', sql`m.host_id`)} as "canEdit",
      array(select mu.unit_id::text from service_model_unit mu where mu.model_id = m.id and ${holds(actor, 'handover:enter', sql`mu.unit_id`)} order by 1) as "entersFor"`;
  }

  private inForce(): RawBuilder<boolean> {
    const today = localDate(this.clock.now());
    return sql<boolean>`(m.starts_on <= ${today}::date and coalesce(m.ends_on >= ${today}::date, true))`;
  }
}

export const holds = (actor: Actor, permission: string, unit: RawBuilder<unknown>): RawBuilder<boolean> =>
  actor.isSystem ? sql<boolean>`true` : sql<boolean>`(${unit} = any(${actor.unitsFor(permission)}::uuid[]))`;

const NEWEST = [{ column: sql`m.id`, key: 'id', type: 'uuid', descending: true }] as const;
const readScope = (actor: Actor): RawBuilder<boolean> => seesHost(actor, sql`m.host_id`, 'handover:read');
const DRESSED = sql`join unit h on h.id = m.host_id left join rollout r on r.id = m.rollout_id`;

const FOR_ALL = sql`m.id, m.kind, m.title, m.decision as "decisionText", m.how_to_ask as "howToAsk", m.starts_on::text as "startsOn", m.ends_on::text as "endsOn", m.illustrative,
  (select coalesce(json_agg(json_build_object('procedure', ${procedureName(sql`p`)}, 'occasion', mp.occasion) order by ${vietnamese(sql`p.name`)}, p.id), '[]')
    from service_model_procedure mp join procedure p on p.id = mp.procedure_id where mp.model_id = m.id) as procedures,
  (select coalesce(json_agg(${unitName(sql`u`)} order by ${vietnamese(sql`u.name_vi`)}, u.id), '[]')
    from service_model_unit mu join unit u on u.id = mu.unit_id where mu.model_id = m.id) as units`;
