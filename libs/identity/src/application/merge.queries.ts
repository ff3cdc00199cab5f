import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import {
  type Actor,
  Clock,
  type Page,
  type PageArgs,
  Refused,
  type RefusalDetail,
  type WhyNot,
  allRefused,
  localDate,
  pageAs,
} from '#lib/kernel';
import { type AgeOrder, Database, type OrderKey, Rereads, byAge, isThere } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { type MergeState } from '../domain/person-merge.entity.js';
import { whyNotSecond } from '../domain/second-person.js';
import { handOf, leadsUnit } from './hand.scope.js';
import { IdentityPorts, type MergePair } from './identity.ports.js';
import { IDENTITY_PART } from './merge.rules.js';
import { type PersonName, personName } from './person-name.js';
import { PersonQueries, type PersonRead } from './person.queries.js';
import { reachablePerson, standingOf } from './person.scope.js';
import { type Standing, reachesPerson } from '../domain/reach.js';

export const TOUCHED_KINDS = ['ROLES', 'POSITIONS', 'SESSIONS', 'SEATS', 'AUTHORSHIPS', 'CARDS'] as const;
export type TouchedKind = (typeof TOUCHED_KINDS)[number];

export interface Touched {
  readonly kind: TouchedKind;
  readonly merged: number;
  readonly kept: number;
}

/** What a merge would do, before it is done. */
export interface MergeOutlook {
  readonly id: string;
  readonly merged: PersonRead;
  readonly kept: PersonRead;
  readonly touched: readonly Touched[];
  readonly needsSecond: boolean;
  readonly whyNotMerge: WhyNot;
}

/** One of the records that somebody has. */
export interface PersonRecord extends PersonName {
  readonly email: string | null;
}

export interface DoubleRead {
  readonly id: string;
  readonly first: PersonRecord;
  readonly second: PersonRecord;
  readonly unit: UnitName | null;
  readonly sameName: boolean;
  readonly sameMailbox: boolean;
  readonly foundAt: Date;
  readonly dismissedAt: Date | null;
  readonly canKeepApart: boolean;
  readonly version: number;
}

export interface MergeRead {
  readonly id: string;
  readonly merged: PersonName;
  readonly kept: PersonName;
  readonly state: MergeState;
  readonly reason: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly undoReason: string | null;
  readonly undoneAt: Date | null;
  readonly version: number;
  readonly canConfirm: boolean;
  readonly whyNotConfirm: WhyNot;
  readonly canRefuse: boolean;
  readonly canUndo: boolean;
}

export interface MergeFilter extends PageArgs {
  readonly state?: MergeState | null;
  readonly order?: AgeOrder | null;
}

interface MergeRow extends Omit<MergeRead, 'canConfirm' | 'whyNotConfirm' | 'canRefuse' | 'canUndo'> {
  readonly standings: readonly Standing[];
  readonly first: { readonly id: string; readonly hand: readonly string[] } | null;
  readonly readersHand: readonly string[];
}

const LAST_FOUND: readonly OrderKey<DoubleRead>[] = [
  { column: sql`d.found_at`, key: 'foundAt', type: 'timestamptz', descending: true },
  { column: sql`d.id`, key: 'id', type: 'uuid', descending: true },
];

const LAST_PROPOSED: readonly OrderKey<MergeRow>[] = [
  { column: sql`m.proposed_at`, key: 'proposedAt', type: 'timestamptz', descending: true },
  { column: sql`m.id`, key: 'id', type: 'uuid', descending: true },
];

/** Reads of records that are of one person, or may be. */
@Injectable()
export class MergeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ports: IdentityPorts,
    private readonly people: PersonQueries,
  ) {}

  /** Records of the actor's people that may be of one person and that nobody has said are two; the last found first. */
  doubles(actor: Actor, { order, ...page }: PageArgs & { readonly order?: AgeOrder | null }): Promise<Page<DoubleRead>> {
    return this.database.page<DoubleRead>(
      {
        columns: DOUBLE,
        from: sql`person_double d`,
        where: sql`d.dismissed_at is null and ${this.bothReached(actor, 'account:manage', [sql`d.first_id`, sql`d.second_id`])}`,
        order: byAge(LAST_FOUND, order),
        dress: { key: sql`d.id`, from: sql`person_double d on d.id = page.key ${ITS_PEOPLE}` },
      },
      page,
    );
  }

  @Rereads('PersonDouble')
  double(actor: Actor, id: string): Promise<DoubleRead | null> {
    return this.database.first(sql<DoubleRead>`select ${DOUBLE} from person_double d ${ITS_PEOPLE}
      where d.id = ${id} and ${this.bothReached(actor, 'account:manage', [sql`d.first_id`, sql`d.second_id`])}`);
  }

  /** Those that wait, that hold and that were undone; the last proposed first. */
  async merges(actor: Actor, { state, order, ...page }: MergeFilter): Promise<Page<MergeRead>> {
    const ofState = state ? sql`m.state = ${state}` : sql`true`;
    const found = await this.database.page<MergeRow>(
      {
        columns: this.columns(actor),
        from: sql`person_merge m`,
        where: sql`${ofState} and ${this.bothReached(actor, 'grant:confirm', [sql`m.merged_id`, sql`m.kept_id`])}`,
        order: byAge(LAST_PROPOSED, order),
        dress: { key: sql`m.id`, from: sql`person_merge m on m.id = page.key ${this.ofMerge()}` },
      },
      page,
    );
    return pageAs(found, (node) => shownTo(actor, node));
  }

  @Rereads('PersonMerge')
  async merge(actor: Actor, id: string): Promise<MergeRead | null> {
    const row = await this.database.first(sql<MergeRow>`select ${this.columns(actor)} from person_merge m ${this.ofMerge()}
      where m.id = ${id} and ${this.bothReached(actor, 'grant:confirm', [sql`m.merged_id`, sql`m.kept_id`])}`);
    return row && shownTo(actor, row);
  }

  /** What it touches and what stands in its way, for who may see both records. */
  async outlook(actor: Actor, { mergedId, keptId }: { readonly mergedId: string; readonly keptId: string }): Promise<MergeOutlook | null> {
    const merged = await this.people.person(actor, mergedId);
    const kept = await this.people.person(actor, keptId);
    const ids = [sql`${mergedId}::uuid`, sql`${keptId}::uuid`];
    const reached = await this.database.first(sql`select 1 where ${this.bothReached(actor, 'grant:confirm', ids)}`);
    if (!merged || !kept || !reached || merged.id === kept.id) return null;
    const pair = pairOf(mergedId, keptId);
    const touches = this.parts().flatMap(({ touched }) => (touched ? [sql`(${touched(pair, this.today())})`] : []));
    const touched = await this.database.rows(
      sql<Touched>`select * from (${sql.join(touches, sql` union all `)}) of_them (kind, merged, kept)`,
    );
    const [why, needsSecond] = [await this.problems(mergedId, keptId), await this.needsSecond()];
    return { id: mergedId, merged, kept, touched: inOrder(touched), needsSecond, whyNotMerge: allRefused(why) };
  }

  /** The rules that would be broken, all at once; also inside the act that merges. */
  async problems(mergedId: string, keptId: string): Promise<Refused[]> {
    const pair = pairOf(mergedId, keptId);
    const rules = this.parts().flatMap(({ broken }) => (broken ? [sql`(${broken(pair, this.today())})`] : []));
    const rows = await this.database.rows(sql<{ code: string; detail: RefusalDetail }>`
      select distinct on (code) code, detail from (${sql.join(rules, sql` union all `)}) broken (code, detail) order by code`);
    return rows.map(({ code, detail }) => new Refused(code, detail, code === 'MERGE_INTO_MERGED' ? 'keptId' : 'mergedId'));
  }

  async needsSecond(): Promise<boolean> {
    const found = await this.database.first(sql<{ judged: boolean }>`select ${this.ports.isJudged} as judged`);
    return found?.judged ?? false;
  }

  private parts() {
    return [IDENTITY_PART, ...this.ports.mergeParts];
  }

  private bothReached(actor: Actor, permission: string, ids: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
    const reached = reachablePerson(actor, permission, this.today());
    return sql<boolean>`(${sql.join(
      ids.map((id) => isThere(sql`select 1 from person p where p.id = ${id} and ${reached}`)),
      sql` and `,
    )})`;
  }

  private today(): string {
    return localDate(this.clock.now());
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    const leads = leadsUnit(sql`${actor.id}::uuid`, sql`(place.id #>> '{}')::uuid`, this.today());
    const places = sql`jsonb_array_elements(stood.standings::jsonb) standing,
      jsonb_array_elements(standing->'unitIds' || case when (standing->>'outside')::boolean then standing->'hostIds' else '[]' end) place (id)`;
    return sql`m.id, ${personName(sql`merged`)} as merged, ${personName(sql`kept`)} as kept, m.state, m.reason,
      b.full_name as "proposedByName", m.proposed_at as "proposedAt", m.decided_at as "decidedAt", m.undo_reason as "undoReason", m.undone_at as "undoneAt",
      m.version, stood.standings,
      case when ${WAITS} then json_build_object('id', first.id, 'hand', (select json_agg(made.id) from ${handOf(sql`first.id`)} made)) end as first,
      case when not ${WAITS} then '[]'::json when (select bool_and(${leads}) from ${places}) then json_build_array(${actor.id}::uuid)
        else (select json_agg(made.id) from ${handOf(sql`${actor.id}`)} made) end as "readersHand"`;
  }

  /** The two with where they stand. */
  private ofMerge(): RawBuilder<unknown> {
    const standing = (who: string) => sql`(select ${standingOf(this.today())} from person p where p.id = ${sql.ref(who)})`;
    return sql`${OF_MERGE} cross join lateral (select json_build_array(${standing('m.merged_id')}, ${standing('m.kept_id')}) as standings) stood`;
  }
}

const pairOf = (mergedId: string, keptId: string): MergePair => ({ merged: sql`${mergedId}::uuid`, kept: sql`${keptId}::uuid` });

const inOrder = (touched: readonly Touched[]) => TOUCHED_KINDS.flatMap((kind) => touched.filter((one) => one.kind === kind));

const recordOf = (p: RawBuilder<unknown>) => sql`json_build_object('id', ${p}.id, 'fullName', ${p}.full_name, 'email', ${p}.email)`;
const DOUBLE = sql`d.id, ${recordOf(sql`a`)} as first, ${recordOf(sql`b`)} as second, case when u.id is not null then ${unitName(sql`u`)} end as unit,
  d.same_name as "sameName", d.same_mailbox as "sameMailbox", d.found_at as "foundAt", d.dismissed_at as "dismissedAt", d.dismissed_at is null as "canKeepApart", d.version`;
const ITS_PEOPLE = sql`join person a on a.id = d.first_id join person b on b.id = d.second_id left join unit u on u.id = a.unit_id and d.same_name`;

const WAITS = sql<boolean>`m.state in ('PROPOSED', 'UNDO_PROPOSED')`;
const OF_MERGE = sql`join person merged on merged.id = m.merged_id join person kept on kept.id = m.kept_id join person b on b.id = m.proposed_by
  join person first on first.id = case m.state when 'UNDO_PROPOSED' then m.undo_by else m.proposed_by end`;

/** The rules of the acts, on the facts of the row. */
function shownTo(actor: Actor, { standings, first, readersHand, ...row }: MergeRow): MergeRead {
  const reaches = (permission: string) => standings.every((standing) => reachesPerson(actor, permission, standing));
  const own = actor.id === row.merged.id || actor.id === row.kept.id;
  const decides = first !== null && !own && reaches('grant:confirm');
  const why = decides
    ? whyNotSecond({
        first: { id: first.id, hand: new Set(first.hand) },
        second: { id: actor.id, hand: new Set(readersHand) },
        about: row.merged.id,
      })
    : null;
  return {
    ...row,
    canConfirm: decides && why === null,
    whyNotConfirm: why,
    canRefuse: decides,
    canUndo: row.state === 'IN_FORCE' && !own && reaches('account:manage'),
  };
}
