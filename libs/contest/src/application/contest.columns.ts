import { type RawBuilder, sql } from 'kysely';
import { type PersonName, personName } from '#lib/identity';
import { type Actor } from '#lib/kernel';
import { unitName } from '#lib/units';
import { type ContestDocument, type DecisionKind, type DocumentKind } from '../domain/contest-parts.entity.js';
import { type ContestAct, type ContestPhase, type DatedPhase } from '../domain/phases.js';
import { type Track } from '../domain/prizes.js';
import { type SendingState } from '../domain/plan-approval.entity.js';
import { type RuleBookContent } from '../domain/rule-book.js';
import { type SeatKind } from '../domain/seat.entity.js';
import { onHostSide } from './contest.scope.js';

export interface PhaseRow {
  readonly kind: DatedPhase;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly permits: readonly ContestAct[];
  readonly enteredAt: string | null;
}

export interface AreaRow {
  readonly id: string;
  readonly areaCode: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly source: string | null;
  readonly ordinal: number;
  readonly retired: boolean;
  readonly version: number;
  readonly ownerUnitId: string | null;
}

/** In the list that contests choose from, with what its reader may do. */
export interface AreaListed extends AreaRow {
  readonly canEdit: boolean;
}

export interface DocumentRow extends Pick<ContestDocument, 'id' | 'number' | 'issuedOn' | 'title' | 'fileId' | 'illustrative'> {
  readonly kind: DocumentKind;
}

export interface TierRow {
  readonly id: string;
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly quantity: number;
  readonly amount: number;
  readonly track: Track | null;
  readonly minimumScore: string | null;
  readonly order: number;
}

/** What citizens read of a contest. */
export interface PublicRow {
  readonly id: string;
  readonly year: number;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly objectives: string;
  readonly host: { readonly id: string; readonly statisticsCode: string | null; readonly nameVi: string; readonly nameEn: string };
  readonly phase: ContestPhase;
  readonly cancelReason: string | null;
  readonly recorded: boolean;
  readonly illustrative: boolean;
  readonly phases: readonly PhaseRow[];
  readonly areas: readonly AreaRow[];
  readonly documents: readonly DocumentRow[];
  readonly prizePlan: readonly TierRow[];
}

export interface SummaryRow {
  readonly id: string;
  readonly year: number;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly host: PublicRow['host'];
  readonly phase: ContestPhase;
  readonly phases: readonly PhaseRow[];
  readonly heldAt: string | null;
  readonly graceMinutes: number;
  readonly recorded: boolean;
  readonly illustrative: boolean;
  readonly mySeats: readonly SeatKind[];
  readonly edits: boolean;
  readonly inRoster: boolean;
}

export interface RuleBookRow {
  readonly id: string;
  readonly number: number;
  readonly content: RuleBookContent;
  readonly hash: string | null;
  readonly frozenAt: string | null;
  readonly decisionNumber: string | null;
  readonly decisionReason: string | null;
}

export interface SeatRow {
  readonly id: string;
  readonly contestId: string;
  readonly person: PersonName;
  readonly kind: SeatKind;
  readonly chair: boolean;
  readonly from: string;
  readonly endedAt: string | null;
  readonly endReason: string | null;
}

export interface DecisionRow {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly number: string | null;
  readonly reason: string;
  readonly takenAt: string;
}

/** The last time that a plan was sent to the leader. */
export interface SendingRow {
  readonly state: SendingState;
  readonly contestVersion: number;
  readonly sentAt: string;
  readonly sentByName: string;
  readonly answeredAt: string | null;
  readonly answeredByName: string | null;
  readonly returnReason: string | null;
}

export interface ContestRow extends SummaryRow, PublicRow {
  readonly rosterId: string;
  readonly rosterAsOf: string;
  readonly rosterUnits: number;
  readonly announcedAt: string | null;
  readonly heldReason: string | null;
  readonly headConfirms: boolean;
  readonly authorsConfirm: boolean;
  readonly leaderApproves: boolean;
  readonly planApprovedAt: string | null;
  readonly sending: SendingRow | null;
  readonly maxFiles: number;
  readonly maxFileBytes: number;
  readonly version: number;
  readonly decides: boolean;
  readonly seatsPeople: boolean;
  readonly enters: boolean;
  readonly ruleBook: RuleBookRow | null;
  readonly ruleBooks: readonly Omit<RuleBookRow, 'content'>[];
  readonly decisions: readonly DecisionRow[];
  /** Null for all but the host's side. */
  readonly seats: readonly SeatRow[] | null;
}

export const FROM_CONTEST = sql`contest c join unit h on h.id = c.host_id`;

const listOf = (rows: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce((select json_agg(r) from (${rows}) r), '[]'::json)`;

const host = unitName(sql`h`);

const phases = listOf(sql`
  select p.kind, p.starts_at as "startsAt", p.ends_at as "endsAt", p.permits, p.entered_at as "enteredAt"
  from phase p where p.contest_id = c.id order by p.starts_at`);

export const AREA_COLUMNS = sql`a.id, a.code as "areaCode", a.name_vi as "nameVi", a.name_en as "nameEn", a.source, a."order" as ordinal, a.retired, a.version, a.owner_id as "ownerUnitId"`;

/** Whoever acts for the owner of area `a` may change it; what has no owner is of every root of the tree. */
export function areaListed(actor: Actor): RawBuilder<unknown> {
  const units = sql`any(${actor.unitsFor('contest:edit')}::uuid[])`;
  return sql`${AREA_COLUMNS}, case when a.owner_id is not null then a.owner_id = ${units}
    else coalesce((select bool_and(u.id = ${units}) from unit u where u.parent_id is null), false) end as "canEdit"`;
}

const areas = listOf(
  sql`select ${AREA_COLUMNS} from contest_area ca join reform_area a on a.id = ca.area_id where ca.contest_id = c.id order by a."order", a.code`,
);

const documents = listOf(sql`
  select d.id, d.kind, d.number, d.issued_on as "issuedOn", d.title, d.file_id as "fileId", d.illustrative
  from contest_document d where d.contest_id = c.id order by d.issued_on, d.id`);

const prizePlan = listOf(sql`
  select t.id, t.key, t.name_vi as "nameVi", t.name_en as "nameEn", t.quantity, t.amount, t.track, t.minimum_score::text as "minimumScore", t."order"
  from prize_tier t where t.contest_id = c.id order by t."order"`);

const RULE_BOOK = sql`b.id, b.number, b.hash, b.frozen_at as "frozenAt", b.decision_number as "decisionNumber", b.decision_reason as "decisionReason"`;

const SENDING = sql`(select row_to_json(r) from (
  select a.state, a.contest_version as "contestVersion", a.sent_at as "sentAt", s.full_name as "sentByName", a.answered_at as "answeredAt", b.full_name as "answeredByName",
    a.return_reason as "returnReason"
  from plan_approval a join person s on s.id = a.sent_by_id left join person b on b.id = a.answered_by_id
  where a.contest_id = c.id order by a.id desc limit 1) r)`;

export const SEAT_COLUMNS = sql`s.id, s.contest_id as "contestId", ${personName(sql`n`)} as person, s.kind, s.chair, s."from",
  s.ended_at as "endedAt", s.end_reason as "endReason"`;

export const publicColumns = sql`c.id, c.year, c.title as "titleVi", c.title_en as "titleEn", c.objectives, c.phase, c.cancel_reason as "cancelReason", c.recorded,
  c.illustrative, ${host} as host, ${phases} as phases, ${areas} as areas, ${documents} as documents, ${prizePlan} as "prizePlan"`;

/** Of a list: what a person needs to see where each contest stands and what they can do in it. */
export function summaryColumns(actor: Actor): RawBuilder<unknown> {
  return sql`c.id, c.year, c.title as "titleVi", c.title_en as "titleEn", c.phase, c.held_at as "heldAt", c.grace_minutes as "graceMinutes", c.recorded, c.illustrative,
    ${host} as host, ${phases} as phases, ${mine(actor)}`;
}

/** Of one contest: all there is, seats for the host's side only. */
export function contestColumns(actor: Actor): RawBuilder<unknown> {
  const hostSide = onHostSide(actor, ['contest:edit', 'contest:decide', 'seat:manage']);
  return sql`${publicColumns}, ${mine(actor)}, c.held_at as "heldAt", c.grace_minutes as "graceMinutes", c.roster_id as "rosterId", ro.as_of as "rosterAsOf",
    (select count(*)::int from roster_unit ru where ru.roster_id = c.roster_id) as "rosterUnits",
    c.announced_at as "announcedAt", c.held_reason as "heldReason", c.head_confirms as "headConfirms", c.authors_confirm as "authorsConfirm", c.leader_approves as "leaderApproves",
    case when ${hostSide} then c.plan_approved_at end as "planApprovedAt", case when ${hostSide} then ${SENDING} end as sending, c.max_files as "maxFiles",
    c.max_file_bytes as "maxFileBytes", c.version,
    ${onHostSide(actor, ['contest:decide'])} as decides, ${onHostSide(actor, ['seat:manage'])} as "seatsPeople", ${onHostSide(actor, ['initiative:enter'])} as enters,
    (select row_to_json(r) from (select ${RULE_BOOK}, b.content from rule_book b where b.contest_id = c.id order by b.number desc limit 1) r) as "ruleBook",
    ${listOf(sql`select ${RULE_BOOK} from rule_book b where b.contest_id = c.id order by b.number`)} as "ruleBooks",
    ${listOf(sql`select d.id, d.kind, d.number, d.reason, d.taken_at as "takenAt" from contest_decision d where d.contest_id = c.id order by d.id`)} as decisions,
    case when ${hostSide} then ${listOf(sql`
      select ${SEAT_COLUMNS} from seat s join person n on n.id = s.person_id where s.contest_id = c.id order by s.ended_at nulls first, s.kind, s.id`)} end as seats`;
}

function mine(actor: Actor): RawBuilder<unknown> {
  return sql`coalesce((select json_agg(s.kind order by s.kind) from seat s where s.contest_id = c.id and s.person_id = ${actor.id} and s.ended_at is null), '[]'::json)
      as "mySeats",
    ${onHostSide(actor, ['contest:edit'])} as edits,
    exists (select 1 from roster_unit ru where ru.roster_id = c.roster_id and ru.unit_id = any(${actor.unitsFor('initiative:draft')}::uuid[])) as "inRoster"`;
}
