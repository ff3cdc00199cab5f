import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type Actor, type Page, type PageArgs } from '#lib/kernel';
import { Database, Rereads } from '#lib/platform';
import { type InvitationState } from '../../domain/invitation/jury-invitation.entity.js';
import { judgingScope } from '../scope.js';

export interface JuryInvitationRow {
  readonly id: string;
  readonly version: number;
  readonly contestId: string;
  readonly contestTitleVi: string;
  readonly contestTitleEn: string;
  readonly hostNameVi: string;
  readonly hostNameEn: string;
  readonly personId: string;
  readonly fullName: string;
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

const columns = (actor: Actor) => sql`v.id, v.version, ct.id as "contestId", ct.title as "contestTitleVi", ct.title_en as "contestTitleEn",
  h.name_vi as "hostNameVi", h.name_en as "hostNameEn", p.id as "personId", p.full_name as "fullName", b.full_name as "invitedByName", v.chair, v.state,
  case when ${judgingScope(actor, 'seat:manage')} then v.conflicts_found end as "conflictsFound", v.reason, v.invited_at as "invitedAt",
  v.answered_at as "answeredAt", v.state = 'INVITED' and v.person_id = ${actor.id} as "canAnswer",
  v.state = 'INVITED' and ${judgingScope(actor, 'seat:manage')} as "canWithdraw"`;
const OF_CONTEST = sql`join contest ct on ct.id = v.contest_id`;
const OTHERS = sql`${OF_CONTEST} join unit h on h.id = ct.host_id join person p on p.id = v.person_id left join person b on b.id = v.invited_by_id`;
const FROM = sql`jury_invitation v ${OTHERS}`;
const DRESS = { key: sql`v.id`, from: sql`jury_invitation v on v.id = page.key ${OTHERS}` };
const ORDER = [{ column: sql`v.id`, key: 'id', type: 'uuid', descending: true }] as const;

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

  /** Newest first. */
  juryInvitations(actor: Actor, args: PageArgs & { readonly contestId: string }): Promise<Page<JuryInvitationRow>> {
    const where = sql`v.contest_id = ${args.contestId} and ${judgingScope(actor, 'seat:manage')}`;
    const from = sql`jury_invitation v ${OF_CONTEST}`;
    return this.database.page<JuryInvitationRow>({ columns: columns(actor), from, where, order: ORDER, dress: DRESS }, args);
  }

  /** One's own, newest first. */
  myInvitations(actor: Actor, args: PageArgs): Promise<Page<JuryInvitationRow>> {
    return this.database.page<JuryInvitationRow>(
      { columns: columns(actor), from: sql`jury_invitation v`, where: sql`v.person_id = ${actor.id}`, order: ORDER, dress: DRESS },
      args,
    );
  }
}
