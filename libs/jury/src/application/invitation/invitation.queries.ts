import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type ContestName, contestName } from '#lib/contest';
import { type PersonName, personName } from '#lib/identity';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, type OrderKey, Rereads, vietnamese } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { type InvitationState } from '../../domain/invitation/jury-invitation.entity.js';
import { judgingScope } from '../scope.js';
import { isNamed, isOneOf } from '../searched.js';

export interface JuryInvitationRow {
  readonly id: string;
  readonly version: number;
  readonly contest: ContestName;
  readonly host: UnitName;
  readonly person: PersonName;
  readonly invitedByName: string | null;
  readonly chair: boolean;
  readonly state: InvitationState;
  /** Null to the invited: what ties them to whom is the organisers' to weigh. */
  readonly conflictsFound: number | null;
  readonly reason: string | null;
  readonly invitedAt: Date;
  readonly answeredAt: Date | null;
  readonly canAnswer: boolean;
  readonly canWithdraw: boolean;
}

interface ListedInvitation extends JuryInvitationRow {
  readonly fullName: string;
}

/** In what order invitations are listed. */
export const INVITATION_ORDERS = ['NEWEST', 'OLDEST', 'NAME', 'STATE'] as const;
export type InvitationOrder = (typeof INVITATION_ORDERS)[number];

export interface InvitationsFilter extends PageArgs {
  readonly contestId: string;
  readonly states?: readonly InvitationState[] | null;
  /** Part of the name of who was asked. */
  readonly search?: string | null;
  readonly order?: InvitationOrder | null;
}

const columns = (
  actor: Actor,
) => sql`v.id, v.version, ${contestName(sql`ct`)} as contest, ${unitName(sql`h`)} as host, ${personName(sql`p`)} as person, b.full_name as "invitedByName", v.chair, v.state,
  case when ${judgingScope(actor, 'seat:manage')} then v.conflicts_found end as "conflictsFound", v.reason, v.invited_at as "invitedAt",
  v.answered_at as "answeredAt", v.state = 'INVITED' and v.person_id = ${actor.id} as "canAnswer",
  v.state = 'INVITED' and ${judgingScope(actor, 'seat:manage')} as "canWithdraw"`;
const listed = (actor: Actor) => sql`${columns(actor)}, p.full_name as "fullName"`;
const OF_CONTEST = sql`join contest ct on ct.id = v.contest_id`;
const OTHERS = sql`${OF_CONTEST} join unit h on h.id = ct.host_id join person p on p.id = v.person_id left join person b on b.id = v.invited_by_id`;
const FROM = sql`jury_invitation v ${OTHERS}`;
const DRESS = { key: sql`v.id`, from: sql`jury_invitation v on v.id = page.key ${OTHERS}` };
const OLDEST: OrderKey<ListedInvitation> = { column: sql`v.id`, key: 'id', type: 'uuid' };
const NEWEST = { ...OLDEST, descending: true };
const NAME = sql`(select p.full_name from person p where p.id = v.person_id)`;
const ORDERS: Readonly<Record<InvitationOrder, readonly OrderKey<ListedInvitation>[]>> = {
  NEWEST: [NEWEST],
  OLDEST: [OLDEST],
  NAME: [{ column: vietnamese(NAME), key: 'fullName', type: 'text' }, OLDEST],
  STATE: [{ column: sql`v.state`, key: 'state', type: 'text' }, NEWEST],
};

/** Who was asked onto a jury: to the organisers who may see the judging, and to each person their own. */
@Injectable()
export class InvitationQueries {
  constructor(private readonly database: Database) {}

  @Rereads('JuryInvitation')
  invitation(actor: Actor, id: string): Promise<JuryInvitationRow | null> {
    return this.database.first(sql<JuryInvitationRow>`
      select ${columns(actor)} from ${FROM} where v.id = ${id} and (v.person_id = ${actor.id} or ${judgingScope(actor, 'seat:manage')})`);
  }

  /** For an act that is the organisers' alone: who is invited reads it too, and has no say in it. */
  async isToOrganiser(actor: Actor, id: string): Promise<boolean> {
    return (await this.database.first(sql`select 1 from ${FROM} where v.id = ${id} and ${judgingScope(actor, 'seat:manage')}`)) !== null;
  }

  juryInvitations(actor: Actor, { contestId, states, search, order, ...args }: InvitationsFilter): Promise<Page<JuryInvitationRow>> {
    const named = search ? isNamed(sql`v.person_id`, search) : sql`true`;
    return this.database.page<ListedInvitation>(
      {
        columns: listed(actor),
        from: sql`jury_invitation v ${OF_CONTEST}`,
        where: sql`v.contest_id = ${contestId} and ${judgingScope(actor, 'seat:manage')} and ${isOneOf(sql`v.state`, states)} and ${named}`,
        order: ORDERS[order ?? 'NEWEST'],
        dress: DRESS,
        plannedAnew: Boolean(search),
      },
      args,
    );
  }

  /** One's own, newest first. */
  myInvitations(actor: Actor, args: PageArgs): Promise<Page<JuryInvitationRow>> {
    return this.database.page<ListedInvitation>(
      { columns: listed(actor), from: sql`jury_invitation v`, where: sql`v.person_id = ${actor.id}`, order: ORDERS.NEWEST, dress: DRESS },
      args,
    );
  }
}
