import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type PersonName, areOfOneHand, nameablePerson, personName } from '#lib/identity';
import { type InitiativeName, initiativeName } from '#lib/initiative';
import { type Actor, Clock, type Page, type PageArgs, localDate } from '#lib/kernel';
import { type AgeOrder, Database, type OrderKey, Rereads } from '#lib/platform';
import { type ConflictSource, type ConflictType } from '../../domain/conflict/conflicts.js';
import { contestScope, judgingScope, oversees } from '../scope.js';
import { isBetween, isOneOf } from '../searched.js';

export interface ConflictRow {
  readonly id: string;
  readonly version: number;
  readonly contestId: string;
  readonly initiative: InitiativeName;
  readonly person: PersonName;
  readonly type: ConflictType;
  readonly source: ConflictSource;
  readonly pinned: boolean;
  readonly active: boolean;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly canLift: boolean;
  readonly canPin: boolean;
  /** For a second person to decide on. */
  readonly waits: boolean;
  readonly answer: string | null;
  readonly canDecide: boolean;
  readonly canWithdraw: boolean;
  readonly canAnswer: boolean;
}

export interface ConflictsFilter extends PageArgs {
  readonly contestId: string;
  readonly personId?: string | null;
  readonly types?: readonly ConflictType[] | null;
  readonly sources?: readonly ConflictSource[] | null;
  /** In force, or lifted; of one that only waits it is false. */
  readonly active?: boolean | null;
  /** For a second person. */
  readonly waits?: boolean | null;
  /** Part of the person's name or of the title, or the whole code. */
  readonly search?: string | null;
  readonly order?: AgeOrder | null;
}

const OLDEST: OrderKey<ConflictRow> = { column: sql`k.id`, key: 'id', type: 'uuid' };
const ORDERS: Readonly<Record<AgeOrder, readonly OrderKey<ConflictRow>[]>> = {
  OLDEST: [OLDEST],
  NEWEST: [{ ...OLDEST, descending: true }],
};

/** Who proposed conflict `k` and the actor are of one hand. */
const tied = (actor: Actor, day: string): RawBuilder<boolean> =>
  sql<boolean>`coalesce(${areOfOneHand({ first: sql`k.proposed_by`, decider: sql`${actor.id}::uuid`, unitId: sql`ct.host_id` }, day)}, false)`;

/** A second person for conflict `k`: neither who proposed it nor whom it is about; whether they are of one hand with the first is asked of each. */
const decides = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(${judgingScope(actor, 'conflict:decide')} and k.person_id <> ${actor.id} and k.proposed_by is distinct from ${actor.id}::uuid)`;

/** An organiser knows of their own contest's conflicts; who is shut out of the judging, of their own alone. */
const toOrganisers = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(${judgingScope(actor, 'conflict:set')} or (${contestScope(actor, 'conflict:set')} and k.person_id = ${actor.id}))`;

const columns = (
  actor: Actor,
  day: string,
) => sql`k.id, k.version, k.contest_id as "contestId", ${initiativeName(sql`i`)} as initiative, ${personName(sql`p`)} as person,
  k.type, k.source, k.pinned, k.active, k.reason, k.created_at as "createdAt",
  k.active and not k.waits and k.source <> 'DECLARED' and k.type <> 'AUTHOR' and k.person_id <> ${actor.id} as "canLift",
  not k.waits and not (k.active and k.pinned) and ${judgingScope(actor, 'conflict:set')} as "canPin", k.waits, k.answer,
  k.waits and ${decides(actor)} and not ${tied(actor, day)} as "canDecide", k.waits and k.proposed_by = ${actor.id} and ${toOrganisers(actor)} as "canWithdraw", k.person_id = ${actor.id} and (k.waits or k.active) as "canAnswer"`;
const FROM = sql`conflict k join contest ct on ct.id = k.contest_id join initiative i on i.id = k.initiative_id join person p on p.id = k.person_id`;

/** Who may not judge what: to the organisers of the contest, and to each person their own. */
@Injectable()
export class ConflictQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Rereads('Conflict')
  conflict(actor: Actor, id: string): Promise<ConflictRow | null> {
    return this.database.first(sql<ConflictRow>`
      select ${columns(actor, this.today())} from ${FROM} where k.id = ${id} and (${judgingScope(actor, 'conflict:set')} or ${judgingScope(actor, 'conflict:decide')} or k.person_id = ${actor.id})`);
  }

  /**
   * For an act: which initiative of the actor's contests somebody may be held in conflict with, and whether they have a say in the
   * judging. Of oneself, anybody shut out may tell too.
   */
  initiativeToTell(
    actor: Actor,
    order: { readonly initiativeId: string; readonly personId: string },
  ): Promise<{ contestId: string; oversees: boolean } | null> {
    const day = this.today();
    return this.database.first(sql<{ contestId: string; oversees: boolean }>`
      select ct.id as "contestId", p.id <> ${actor.id} and ${oversees(sql`p.id`, day)} as oversees
      from person p, initiative i join contest ct on ct.id = i.contest_id where i.id = ${order.initiativeId} and p.id = ${order.personId}
        and (p.id = ${actor.id} or ${nameablePerson(actor, 'conflict:set', { hostId: sql`ct.host_id`, day })})
        and (${judgingScope(actor, 'conflict:set')} or (${contestScope(actor, 'conflict:set')} and ${order.personId}::uuid = ${actor.id}::uuid))`);
  }

  /** For an act on one of them. */
  async isToOrganiser(actor: Actor, id: string): Promise<boolean> {
    return (await this.database.first(sql`select 1 from ${FROM} where k.id = ${id} and ${toOrganisers(actor)}`)) !== null;
  }

  /** Whether it would shut out somebody who has a say in the judging. */
  async isOfOverseer(id: string): Promise<boolean> {
    const day = this.today();
    return (await this.database.first(sql`select 1 from ${FROM} where k.id = ${id} and ${oversees(sql`k.person_id`, day)}`)) !== null;
  }

  /** For an act of a second person, on one that waits or was decided already: whether they are of one hand with the first; null where it is not theirs to decide. */
  toDecider(actor: Actor, id: string): Promise<{ readonly tied: boolean } | null> {
    return this.database.first(sql<{ tied: boolean }>`
      select ${tied(actor, this.today())} as tied from ${FROM}
      where k.id = ${id} and (k.waits or k.decided_by is not null) and ${judgingScope(actor, 'conflict:decide')}`);
  }

  /** Those that wait for a second person, in the contests of which the actor may decide. */
  conflictsToDecide(actor: Actor, args: PageArgs): Promise<Page<ConflictRow>> {
    return this.page(actor, args, sql`k.waits and ${decides(actor)}`);
  }

  /** What stands between the actor and an initiative, or is to. */
  myConflicts(actor: Actor, args: PageArgs): Promise<Page<ConflictRow>> {
    return this.page(actor, args, sql`k.person_id = ${actor.id} and (k.waits or k.active)`);
  }

  conflicts(actor: Actor, args: ConflictsFilter): Promise<Page<ConflictRow>> {
    const given = [sql`k.contest_id = ${args.contestId} and ${toOrganisers(actor)}`];
    if (args.personId) given.push(sql`k.person_id = ${args.personId}`);
    if (args.types) given.push(isOneOf(sql`k.type`, args.types));
    if (args.sources) given.push(isOneOf(sql`k.source`, args.sources));
    if (args.active != null) given.push(sql`k.active = ${args.active}`);
    if (args.waits != null) given.push(sql`k.waits = ${args.waits}`);
    if (args.search) given.push(isBetween({ personId: sql`k.person_id`, initiativeId: sql`k.initiative_id` }, args.search));
    return this.page(actor, args, sql.join(given, sql` and `));
  }

  private today(): string {
    return localDate(this.clock.now());
  }

  private page(
    actor: Actor,
    { order, search, ...args }: PageArgs & Pick<ConflictsFilter, 'order' | 'search'>,
    where: RawBuilder<unknown>,
  ): Promise<Page<ConflictRow>> {
    const found = { columns: columns(actor, this.today()), from: FROM, where, order: ORDERS[order ?? 'OLDEST'] };
    return this.database.page<ConflictRow>({ ...found, plannedAnew: Boolean(search) }, args);
  }
}
