import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, Clock, type Page, type PageArgs, type Role, type WhyNot, localDate, pageAs } from '#lib/kernel';
import { Database, type Listing, type OrderKey, Rereads, holds, reversed } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { type Standing, reachesPerson } from '../domain/reach.js';
import { type GrantState } from '../domain/role-grant.entity.js';
import { whyNotSecond } from '../domain/second-person.js';
import { grantsAhead } from './grant.scope.js';
import { handOf, unitsLedBy } from './hand.scope.js';
import { type PersonName, personName } from './person-name.js';
import { standingOf } from './person.scope.js';

export interface GrantRead {
  readonly id: string;
  readonly role: Role;
  readonly unit: UnitName;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly state: GrantState;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly revocationWaits: boolean;
  readonly revokedAt: Date | null;
  readonly version: number;
}

/** A role, who holds it or is to, and what the reader may do about it. */
export interface HeldGrant extends GrantRead {
  readonly person: PersonName;
  readonly proposedByName: string | null;
  /** It waits, and the reader may be the second person; or it is theirs, and they may agree that it end. */
  readonly canConfirm: boolean;
  /** It waits, and the reader may be the second person. */
  readonly canRefuse: boolean;
  /** Why the reader is no second person for it. */
  readonly whyNotConfirm: WhyNot;
  readonly canWithdraw: boolean;
  readonly canRevoke: boolean;
}

interface GrantRow extends Omit<HeldGrant, 'canConfirm' | 'canRefuse' | 'whyNotConfirm' | 'canWithdraw' | 'canRevoke'> {
  readonly standing: Standing;
  /** Who proposed it or, of a leader, that it end; with everybody behind them. Of one that waits. */
  readonly first: { readonly id: string; readonly hand: readonly string[] } | null;
  readonly readersHand: readonly string[];
}

export interface GrantsFilter {
  /** Part of the name of who holds it; tone marks and case aside. */
  readonly search?: string | null;
  readonly personId?: string | null;
  readonly role?: Role | null;
  /** For this unit, not those below it. */
  readonly unitId?: string | null;
  /** It ends on this day or before: what has no last day is left out. */
  readonly endsUntil?: string | null;
  readonly order?: GrantOrder | null;
}

/** By the last day: what has none is the last, or the first of the other end. */
export const GRANT_ORDERS = ['END', 'END_LAST'] as const;
export type GrantOrder = (typeof GRANT_ORDERS)[number];

const BY_END: readonly OrderKey<GrantRow>[] = [
  { column: sql`g.valid_to`, key: 'validTo', type: 'date', nullAs: 'infinity' },
  { column: sql`g.id`, key: 'id', type: 'uuid' },
];

/** Reads of roles. */
@Injectable()
export class GrantQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Rereads('RoleGrant')
  grant(actor: Actor, id: string): Promise<GrantRead | null> {
    return this.database.first(sql<GrantRead>`
      select ${GRANT} from role_grant g join unit u on u.id = g.unit_id where g.id = ${id} and (g.person_id = ${actor.id}
        or g.unit_id = any(${[...actor.unitsFor('grant:manage'), ...actor.unitsFor('grant:confirm')]}::uuid[]))`);
  }

  /** Those that wait for a second person in the actor's units, to begin or, a leader's, to end. */
  proposedGrants(actor: Actor, page: PageArgs): Promise<Page<HeldGrant>> {
    return this.page(
      actor,
      {
        from: sql`role_grant g`,
        where: sql`${WAITS} and g.unit_id = any(${actor.unitsFor('grant:confirm')}::uuid[])`,
        order: [{ column: sql`g.id`, key: 'id', type: 'uuid' }],
      },
      page,
    );
  }

  /** Who holds what for the actor's units: in force, to come, or waiting for a second person. */
  grants(actor: Actor, filter: PageArgs & GrantsFilter): Promise<Page<HeldGrant>> {
    const conditions: RawBuilder<unknown>[] = [sql`g.unit_id = any(${actor.unitsFor('person:read')}::uuid[])`];
    if (filter.personId) conditions.push(sql`g.person_id = ${filter.personId}`);
    if (filter.role) conditions.push(sql`g.role = ${filter.role}`);
    if (filter.unitId) conditions.push(sql`g.unit_id = ${filter.unitId}`);
    if (filter.endsUntil) conditions.push(sql`g.valid_to <= ${filter.endsUntil}::date`);
    if (filter.search)
      conditions.push(sql`g.person_id in (select p.id from person p where ${holds(sql`p.full_name`, filter.search)} offset 0)`);
    return this.page(
      actor,
      {
        from: sql`${grantsAhead(localDate(this.clock.now()))} g`,
        where: sql.join(conditions, sql` and `),
        plannedAnew: Boolean(filter.search),
        order: filter.order === 'END_LAST' ? reversed(BY_END) : BY_END,
      },
      filter,
    );
  }

  private async page(actor: Actor, listing: Omit<Listing<GrantRow>, 'columns' | 'dress'>, args: PageArgs): Promise<Page<HeldGrant>> {
    const day = localDate(this.clock.now());
    const page = await this.database.page<GrantRow>(
      {
        ...listing,
        columns: sql`${GRANT}, ${personName(sql`p`)} as person, b.full_name as "proposedByName", ${standingOf(day)} as standing,
          case when behind.hand is not null then json_build_object('id', b.id, 'hand', behind.hand) end as first,
          case when behind.hand is null then '[]' when g.unit_id in ${unitsLedBy(sql`${actor.id}::uuid`, day)} then json_build_array(${actor.id}::uuid)
            else (select json_agg(made.id) from ${handOf(sql`${actor.id}`)} made) end as "readersHand"`,
        dress: {
          key: sql`g.id`,
          with: sql`g.*`,
          from: sql`lateral (select page.*) g on true join unit u on u.id = g.unit_id join person p on p.id = g.person_id
            left join person b on b.id = coalesce(g.revocation_by, g.proposed_by)
            left join lateral (select json_agg(made.id) as hand from ${handOf(sql`b.id`)} made) behind on ${WAITS} and b.id is not null`,
        },
      },
      args,
    );
    return pageAs(page, (node) => shownTo(actor, node));
  }
}

/** The rules of the acts, on the facts of the row. */
function shownTo(actor: Actor, { standing, first, readersHand, ...row }: GrantRow): HeldGrant {
  const waits = row.state === 'PROPOSED' || row.revocationWaits;
  const agrees = row.revocationWaits && row.person.id === actor.id;
  const confirms = waits && actor.covers('grant:confirm', row.unit.id);
  const why =
    confirms && first
      ? whyNotSecond({
          first: { id: first.id, hand: new Set(first.hand) },
          second: { id: actor.id, hand: new Set(readersHand) },
          about: row.person.id,
        })
      : null;
  const manages = actor.covers('grant:manage', row.unit.id) && reachesPerson(actor, 'grant:manage', standing);
  return {
    ...row,
    canConfirm: agrees || (confirms && why === null),
    canRefuse: confirms && why === null,
    whyNotConfirm: agrees ? null : why,
    canWithdraw: manages && waits && first?.id === actor.id,
    canRevoke: manages && row.state === 'IN_FORCE' && !row.revocationWaits,
  };
}

/** Of a grant `g` for unit `u`. */
export const GRANT = sql`g.id, g.role, ${unitName(sql`u`)} as unit, g.valid_from::text as "validFrom", g.valid_to::text as "validTo",
  g.state, g.decision_number as "decisionNumber", g.decided_on::text as "decidedOn", g.state = 'IN_FORCE' and g.revocation_by is not null as "revocationWaits", g.revoked_at as "revokedAt", g.version`;

/** It waits for a second person, to begin or, a leader's, to end. */
const WAITS = sql`(g.state = 'PROPOSED' or g.state = 'IN_FORCE' and g.revocation_by is not null)`;
