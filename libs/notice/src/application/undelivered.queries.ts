import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Page, type PageArgs, SYSTEM, type Words } from '#lib/kernel';
import { type AgeOrder, Awaits, Database, type OrderKey, Rereads, type Source, byAge } from '#lib/platform';
import { topicFrom } from './topic-from.js';

export const UNDELIVERED_KINDS = ['EVENT', 'MAIL', 'SCHEDULE', 'JOB'] as const;
export type UndeliveredKind = (typeof UNDELIVERED_KINDS)[number];

export const UNDELIVERED_STATES = ['WAITING', 'FAILED', 'DELIVERED', 'DISCARDED'] as const;
export type UndeliveredState = (typeof UNDELIVERED_STATES)[number];

/** What people call the states of what did not get through. */
export const UNDELIVERED_STATE_WORDS: Readonly<Record<UndeliveredState, Words>> = {
  WAITING: { vi: 'chờ gửi lại', en: 'waiting for its next try' },
  FAILED: { vi: 'không gửi được', en: 'failed' },
  DELIVERED: { vi: 'đã gửi được', en: 'delivered' },
  DISCARDED: { vi: 'đã bỏ', en: 'discarded' },
};

export interface UndeliveredRead {
  readonly id: string;
  readonly kind: UndeliveredKind;
  readonly state: UndeliveredState;
  readonly about: string;
  readonly personId: string | null;
  readonly item: string | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly nextAttemptAt: Date | null;
  readonly failedAt: Date | null;
  readonly canRetry: boolean;
  readonly canDiscard: boolean;
}

export interface UndeliveredFilter extends PageArgs {
  readonly kind?: UndeliveredKind | null;
  readonly state?: UndeliveredState | null;
  readonly order?: AgeOrder | null;
}

const LATEST: readonly OrderKey<UndeliveredRead>[] = [
  { column: sql`d."createdAt"`, key: 'createdAt', type: 'timestamptz', descending: true },
  { column: sql`d.id`, key: 'id', type: 'uuid', descending: true },
];

/** What did not reach whom it was for: read by the administrators of the host, who keep the platform running. No text of it is shown. */
@Injectable()
export class UndeliveredQueries {
  constructor(private readonly database: Database) {}

  /** What failed, what failed and is tried again, and mails that wait. */
  undelivered(actor: Actor, { kind, state, order, ...page }: UndeliveredFilter): Promise<Page<UndeliveredRead>> {
    const where = sql`${ofHost(actor)} and (${kind ?? null}::text is null or d.kind = ${kind ?? null})
      and (${state ?? null}::text is null or d.state = ${state ?? null})`;
    const waiting = [
      events(sql`done_at is null and discarded_at is null and (failed_at is not null or last_error is not null)`),
      mails(sql`m.sent_at is null and m.discarded_at is null`),
      faults(sql`discarded_at is null`),
      jobs(UNDONE),
    ].map((kept): Source => ({ from: sql`(${kept}) ${FIELDS}`, where }));
    const [first = { from: sql``, where }, ...also] = waiting;
    return this.database.page<UndeliveredRead>(
      {
        ...first,
        also,
        columns,
        order: byAge(LATEST, order),
        dress: { key: sql`d.id`, with: sql`d.*`, from: sql`lateral (select page.*) d on true` },
      },
      page,
    );
  }

  /** What nobody tries again by itself, of all kinds together. */
  @Awaits({
    kind: 'delivery.settle',
    act: 'retryUndelivered',
    words: { vi: 'Xử lý thư và việc chạy nền không thực hiện được', en: 'Settle mails and background work that came to nothing' },
  })
  toSettle(actor: Actor): RawBuilder<unknown> | null {
    if (actor.unitsFor('delivery:manage').length === 0) return null;
    return sql`select host.id as subject_id, ${actor.locale === 'en' ? sql`host.name_en` : sql`host.name_vi`} as subject, failed.since,
        null::timestamptz as due, null::text as who, failed.count, '/operation' as path
      from (select count(*)::int as count, min("failedAt") as since from (${events(sql`failed_at is not null and discarded_at is null and done_at is null`)}
        union all ${mails(sql`m.failed_at is not null and m.sent_at is null and m.discarded_at is null`)}
        union all ${faults(sql`discarded_at is null`)} union all ${jobs(sql`state = 'FAILED' and ${UNDONE}`)}) ${FIELDS}) failed
      cross join lateral (select u.id, u.name_vi, u.name_en from unit u where u.parent_id is null order by u.id limit 1) host
      where failed.count > 0 and ${ofHost(actor)}`;
  }

  @Rereads('Undelivered')
  one(actor: Actor, id: string): Promise<UndeliveredRead | null> {
    return this.database.first(sql<UndeliveredRead>`select ${columns} from (${events(sql`id = ${id}`)}
      union all ${mails(sql`m.id = ${id}`)} union all ${faults(sql`id = ${id}`)}
      union all ${jobs(sql`id = ${id} and (${UNDONE} or state = 'DONE' or discarded_at is not null)`)}) d where ${ofHost(actor)}`);
  }
}

/** The platform is the host's, which is the root of the tree of units; where there are several, nobody reads for another. */
export const ofHost = (actor: Actor) =>
  sql<boolean>`exists (select from unit u where u.parent_id is null having bool_and(${covered(actor)}))`;
const covered = (actor: Actor) => sql`u.id = any(${actor.unitsFor('delivery:manage')}::uuid[])`;

const FIELDS = sql`d (id, kind, state, about, "personId", item, attempts, error, "createdAt", "nextAttemptAt", "failedAt")`;

const columns = sql`d.id, d.kind, d.state, d.about, d."personId", d.item, d.attempts, d.error, d."createdAt", d."nextAttemptAt", d."failedAt",
  d.state in ('WAITING', 'FAILED') and d.kind <> 'SCHEDULE' as "canRetry", d.state = 'FAILED' or d.state = 'WAITING' and d.kind <> 'JOB' as "canDiscard"`;

/** Jobs that came to nothing by no rule, and those that nobody waits for: what a rule refuses a person is told that person. */
const UNDONE = sql`discarded_at is null and (state = 'FAILED' and (last_error is not null or requested_by = ${SYSTEM.id})
  or state in ('QUEUED', 'RUNNING') and last_error is not null)`;

const stateBy = (deliveredAt: RawBuilder<unknown>, of: RawBuilder<unknown>) => sql`case when ${deliveredAt} is not null then 'DELIVERED'
  when ${of}discarded_at is not null then 'DISCARDED' when ${of}failed_at is not null then 'FAILED' else 'WAITING' end`;

const events = (which: RawBuilder<unknown>) => sql`
  select id, 'EVENT' as kind, ${stateBy(sql`done_at`, sql``)} as state, type as about, null::uuid as "personId", null::text as item, attempts,
    last_error as error, created_at as "createdAt", case when num_nonnulls(done_at, failed_at, discarded_at) = 0 then available_at end as "nextAttemptAt",
    failed_at as "failedAt"
  from outbox_event where ${which}`;

/** Of a mail about the judging not its kind: it would tell who was given cards, and who is held in conflict. */
const ABOUT = sql`case when ${topicFrom(sql`n.kind`)} is distinct from 'JUDGING' then coalesce(n.kind, case when m.secret then 'identity.passwordLink' end) end`;

const mails = (which: RawBuilder<unknown>) => sql`
  select m.id, 'MAIL', ${stateBy(sql`m.sent_at`, sql`m.`)}, coalesce(${ABOUT}, 'mail'), m.person_id,
    null::text, m.attempts, m.last_error, m.created_at, case when m.failed_at is null then m.next_attempt_at end, m.failed_at
  from mail m left join notice n on n.person_id = m.person_id and n.dedupe_key = m.dedupe_key where ${which}`;

const faults = (which: RawBuilder<unknown>) => sql`
  select id, 'SCHEDULE', case when discarded_at is null then 'FAILED' else 'DISCARDED' end, schedule, null::uuid, nullif(item, ''), times, error, first_at,
    null::timestamptz, last_at
  from schedule_fault where ${which}`;

const jobs = (which: RawBuilder<unknown>) => sql`
  select id, 'JOB', case when discarded_at is not null then 'DISCARDED' when state = 'FAILED' then 'FAILED' when state in ('DONE', 'CANCELLED') then 'DELIVERED'
    else 'WAITING' end, kind, null::uuid, subject_id::text, attempts, coalesce(last_error, refusal_code), created_at,
    case when state = 'QUEUED' then coalesce(next_attempt_at, created_at) end, case when state = 'FAILED' then finished_at end
  from job where ${which}`;
