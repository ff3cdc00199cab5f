import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs } from '#lib/kernel';
import { type AgeOrder, AuditReads, Database, type OrderKey, byAge, isThere } from '#lib/platform';

/** An act, as whoever may read the log finds it. */
export interface AuditRead {
  /** Its place in the chain; null since when acts are under a seal. */
  readonly seq: number | null;
  readonly at: Date;
  readonly actorId: string;
  /** Null for the platform itself. */
  readonly actorName: string | null;
  readonly operation: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** JSON; null where there is nothing, or it is not the reader's to see. */
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
  /** Whether what the entry says is the reader's to see. */
  readonly readable: boolean;
  readonly hash: string;
}

export interface AuditFilter {
  readonly actorId?: string | null;
  readonly operation?: string | null;
  readonly subjectType?: string | null;
  readonly subjectId?: string | null;
  readonly doneFrom?: string | null;
  readonly doneTo?: string | null;
  readonly order?: AgeOrder | null;
}

/** The last entry of the chain: printed with its day, it shows a tail that was cut. */
export interface AuditHead {
  /** Null as long as acts are under a seal. */
  readonly entries: number | null;
  readonly hash: string;
  /** When it was written; as long as acts are under a seal, the end of the last whole day. */
  readonly at: Date;
}

const ZONE = sql`'Asia/Ho_Chi_Minh'`;

const LATEST: readonly OrderKey<AuditRead & { place: number }>[] = [{ column: sql`e.seq`, key: 'place', type: 'bigint', descending: true }];

/** Reads of the log of acts. */
@Injectable()
export class AuditQueries {
  constructor(
    private readonly database: Database,
    private readonly reads: AuditReads,
    private readonly clock: Clock,
  ) {}

  /** Of the host's readers every act, of others those of the people of their units. What is under a seal is not found. */
  auditEntries(actor: Actor, filter: PageArgs & AuditFilter): Promise<Page<AuditRead>> {
    const shown = sql`e.subject_type = any(${this.reads.typesReadBy(actor)}::text[])`;
    const said = (part: 'before' | 'after' | 'reason') => sql`case when ${shown} then e.body::jsonb->>${sql.lit(part)} end`;
    const narrow = narrowed(filter);
    return this.database.page<AuditRead & { place: number }>(
      {
        columns: sql`e.seq::float8 as place, case when e.at < ${this.reads.sealedSince()} then e.seq::float8 end as seq, e.at, e.actor_id as "actorId", p.full_name as "actorName", e.operation, e.subject_type as "subjectType",
          e.subject_id as "subjectId", ${said('before')} as before, ${said('after')} as after, ${said('reason')} as reason, ${shown} as readable, e.hash`,
        from: sql`audit_entry e`,
        where: sql.join([this.scope(actor), ...narrow], sql` and `),
        plannedAnew: narrow.length > 0,
        order: byAge(LATEST, filter.order),
        dress: {
          key: sql`e.seq`,
          from: sql`lateral (select * from audit_entry a where a.seq = page.key offset 0) e on true left join person p on p.id = e.actor_id`,
        },
      },
      filter,
    );
  }

  /** As long as acts are under a seal, the last of yesterday: a head that moves with each act would tell of those that are not shown. */
  auditHead(): Promise<AuditHead | null> {
    const sealed = sql`${this.reads.sealedSince()} < 'infinity'`;
    const today = sql`date_trunc('day', ${this.clock.now()}::timestamptz at time zone ${ZONE}) at time zone ${ZONE}`;
    return this.database.first(
      sql<AuditHead>`select case when not s.sealed then e.seq::float8 end as entries, e.hash, case when s.sealed then s.today else e.at end as at
        from (select ${sealed} as sealed, ${today} as today) s cross join lateral
          (select e.seq, e.hash, e.at from audit_entry e where not s.sealed or e.at < s.today order by e.seq desc limit 1) e`,
    );
  }

  /** Whether acts that others find are kept from somebody, whoever did them: for what was read of the log before. */
  async isShutTo(actor: Actor): Promise<boolean> {
    return (await this.database.first(sql`select 1 where ${this.reads.shutTo(actor)}`)) !== null;
  }

  private scope(actor: Actor): RawBuilder<boolean> {
    const units = sql`any(${actor.unitsFor('audit:read')}::uuid[])`;
    return sql<boolean>`${this.reads.unsealedFor(actor)} and (exists (select 1 from unit u where u.parent_id is null and u.id = ${units})
      or ${isThere(sql`select 1 from person p where p.id = e.actor_id and p.unit_id = ${units}`)})`;
  }
}

function narrowed(filter: AuditFilter): readonly RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  if (filter.actorId) conditions.push(sql`e.actor_id = ${filter.actorId}`);
  if (filter.operation) conditions.push(sql`e.operation = ${filter.operation}`);
  if (filter.subjectType) conditions.push(sql`e.subject_type = ${filter.subjectType}`);
  if (filter.subjectId) conditions.push(sql`e.subject_id = ${filter.subjectId}`);
  if (filter.doneFrom) conditions.push(sql`e.at >= ${filter.doneFrom}::date::timestamp at time zone ${ZONE}`);
  if (filter.doneTo) conditions.push(sql`e.at < (${filter.doneTo}::date + 1)::timestamp at time zone ${ZONE}`);
  return conditions;
}
