import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type RawBuilder, sql } from 'kysely';
import { type Influence } from '#domain/initiative';
import { type ContestName, contestName } from '#lib/contest';
import { type PersonName, personName } from '#lib/identity';
import { type InitiativeName, initiativeName, takesPart } from '#lib/initiative';
import { type Actor, Clock, type Page, type PageArgs, type WhyNot, localDate, pageAs } from '#lib/kernel';
import { Database, type OrderKey, Rereads, reversed, rowById } from '#lib/platform';
import { type UnitName, unitName } from '#lib/units';
import { type CouncilRole } from '../domain/council.js';
import { type VoteBase, votesNeeded } from '../domain/majority.js';
import { type ApplyFacts, DECIDED, type RecognitionState, type Standing, whyNotAct, whyNotApply } from '../domain/recognition-states.js';
import { RECEIPT, isAuthor, isRecorded, mayApply, readScope, seatRole } from './recognition.scope.js';

export interface SeatRead {
  readonly person: PersonName;
  readonly role: CouncilRole;
  readonly present: boolean | null;
}

interface RecognitionRow extends Standing {
  readonly id: string;
  readonly version: number;
  readonly initiative: InitiativeName;
  readonly contest: ContestName;
  readonly authorNames: readonly string[];
  readonly unit: UnitName;
  readonly appliedOn: string;
  readonly appliedByName: string;
  readonly firstAppliedOn: string;
  readonly benefit: string;
  readonly state: RecognitionState;
  readonly receiptNumber: string | null;
  readonly acceptedOn: string | null;
  readonly decideBy: string | null;
  readonly nextDue: string | null;
  readonly late: boolean;
  readonly councilNumber: string | null;
  readonly councilDecidedOn: string | null;
  readonly votesOf: VoteBase | null;
  readonly seats: readonly SeatRead[];
  readonly satOn: string | null;
  readonly yes: number | null;
  readonly no: number | null;
  readonly decidedOn: string | null;
  readonly reason: string | null;
  readonly influence: Influence | null;
  readonly recognitionNumber: string | null;
  readonly recognisedOn: string | null;
  readonly revocationNumber: string | null;
  readonly revokedOn: string | null;
  readonly revocationReason: string | null;
  readonly illustrative: boolean;
}

export interface RecognitionRead extends Omit<RecognitionRow, keyof Standing | 'nextDue'> {
  readonly votesNeeded: number | null;
  readonly whyNotAccept: WhyNot;
  readonly whyNotSeat: WhyNot;
  readonly whyNotOpenSitting: WhyNot;
  readonly whyNotCloseSitting: WhyNot;
  readonly whyNotRecordDecision: WhyNot;
  readonly whyNotRevoke: WhyNot;
}

/** In what order applications are listed. */
export const RECOGNITION_ORDERS = ['NEWEST', 'OLDEST', 'DUE'] as const;
export type RecognitionOrder = (typeof RECOGNITION_ORDERS)[number];

export interface RecognitionFilter extends PageArgs {
  readonly states?: readonly RecognitionState[] | null;
  readonly order?: RecognitionOrder | null;
}

export interface InitiativeRecognitionRead {
  readonly id: string;
  readonly whyNotApply: WhyNot;
  readonly latest: RecognitionRead | null;
}

/** What anyone may know of a recognition: that it stands, and by which decision. */
export interface PublicRecognitionRead {
  readonly id: string;
  readonly unit: UnitName;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly influence: Influence;
}

/** Applications for recognition: to the office all that it decides, to authors and members of councils their own. */
@Injectable()
export class RecognitionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async recognitions(actor: Actor, { states, order, ...args }: RecognitionFilter): Promise<Page<RecognitionRead>> {
    const where = [readScope(actor), ...(states ? [sql<boolean>`${shownState(actor)} = any(${[...states]}::text[])`] : [])];
    const dress = { key: sql`r.id`, from: sql`${rowById('recognition', sql`page.key`)} r on true ${this.joins(actor)}` };
    const found = { from: sql`recognition r`, where: sql.join(where, sql` and `), order: ORDERS[order ?? 'NEWEST'] };
    const listing = { ...found, dress, columns: this.columns(actor) };
    return pageAs(await this.database.page<RecognitionRow>(listing, args), told);
  }

  @Rereads('Recognition')
  async recognition(actor: Actor, id: string): Promise<RecognitionRead | null> {
    const found = await this.database.first(sql<RecognitionRow>`
      select ${this.columns(actor)} from recognition r ${this.joins(actor)} where r.id = ${id} and ${readScope(actor)}`);
    return found && told(found);
  }

  /** Whether its writer may apply for an initiative, and what they applied for last; null to others. */
  async initiativeRecognition(actor: Actor, initiativeId: string): Promise<InitiativeRecognitionRead | null> {
    const found = await this.database.first(sql<Omit<ApplyFacts, 'writes'> & { id: string; latestId: string | null }>`
      select i.id, i.state, c.phase, (select r.id from recognition r where r.initiative_id = i.id order by r.id desc limit 1) as "latestId",
        exists (select 1 from recognition r where r.initiative_id = i.id and r.state not in ('REFUSED', 'REVOKED')) as known
      from initiative i join contest c on c.id = i.contest_id where i.id = ${initiativeId} and ${mayApply(actor, this.today())}`);
    if (!found) return null;
    const latest = found.latestId && (await this.recognition(actor, found.latestId));
    return { id: found.id, whyNotApply: whyNotApply({ ...found, writes: true }), latest: latest || null };
  }

  /** Once its decision is recorded, and while it is not revoked. */
  publicRecognition(initiativeId: string): Promise<PublicRecognitionRead | null> {
    if (!isUUID(initiativeId)) return Promise.resolve(null);
    return this.database.first(sql<PublicRecognitionRead>`
      select r.initiative_id as id, ${unitName(sql`u`)} as unit, r.recognition_number as "decisionNumber", r.recognised_on::text as "decidedOn", r.influence
      from recognition r join unit u on u.id = r.unit_id
      where r.initiative_id = ${initiativeId} and ${isRecorded(sql`r`)}`);
  }

  private joins(actor: Actor): RawBuilder<unknown> {
    return sql`join unit u on u.id = r.unit_id join initiative i on i.id = r.initiative_id join contest ct on ct.id = i.contest_id
      cross join lateral (select ${standing(actor)}) my
      cross join lateral (select r.state = any(${[...DECIDED]}::text[]) or my.reads and not my.own as open) seen`;
  }

  private columns(actor: Actor): RawBuilder<unknown> {
    return sql`r.id, case when seen.open then r.version else 0 end as version, my.manages, my.runs, my.own,
      ${initiativeName(sql`i`)} as initiative, ${contestName(sql`ct`)} as contest,
      array(select p.full_name from initiative_author a join person p on p.id = a.person_id where a.initiative_id = i.id
        and ${takesPart(sql`a`)} order by a."order", a.id) as "authorNames",
      ${unitName(sql`u`)} as unit,
      r.applied_on::text as "appliedOn", (select p.full_name from person p where p.id = r.applied_by_id) as "appliedByName",
      r.first_applied_on::text as "firstAppliedOn", r.benefit, ${shownState(actor)} as state,
      ${RECEIPT} as "receiptNumber",
      r.accepted_on::text as "acceptedOn", r.decide_by::text as "decideBy", ${NEXT_DUE}::text as "nextDue",
      coalesce(r.decide_by < ${this.today()}::date and r.decided_on is null, false) as late,
      case when seen.open then r.council_number end as "councilNumber", case when seen.open then r.council_decided_on end::text as "councilDecidedOn",
      case when seen.open then r.votes_of end as "votesOf",
      coalesce(case when seen.open then (select json_agg(json_build_object('person', ${personName(sql`p`)}, 'role', s.role, 'present', s.present) order by s.place)
        from recognition_seat s join person p on p.id = s.person_id where s.recognition_id = r.id) end, '[]') as seats,
      case when seen.open then r.sat_on end::text as "satOn", r.yes, r.no, r.decided_on::text as "decidedOn", r.reason, r.influence,
      r.recognition_number as "recognitionNumber", r.recognised_on::text as "recognisedOn",
      r.revocation_number as "revocationNumber", r.revoked_on::text as "revokedOn", r.revocation_reason as "revocationReason", (i.illustrative or ct.illustrative) as illustrative`;
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}

/** Until when the council has to decide, as long as it has not. */
const NEXT_DUE = sql`case when r.decided_on is null then r.decide_by end`;

const APPLIED_LAST_FIRST: readonly OrderKey<RecognitionRow>[] = [{ column: sql`r.id`, key: 'id', type: 'uuid', descending: true }];
const ORDERS: Readonly<Record<RecognitionOrder, readonly OrderKey<RecognitionRow>[]>> = {
  NEWEST: APPLIED_LAST_FIRST,
  OLDEST: reversed(APPLIED_LAST_FIRST),
  DUE: [{ column: sql`(${NEXT_DUE})`, key: 'nextDue', type: 'date', nullAs: 'infinity' }, ...reversed(APPLIED_LAST_FIRST)],
};

const standing = (actor: Actor): RawBuilder<unknown> => sql`
  (${actor.isSystem} or r.unit_id = any(${actor.unitsFor('recognition:manage')}::uuid[])) as manages,
  coalesce(${seatRole(actor)} in ('CHAIR', 'SECRETARY'), false) as runs, ${isAuthor(actor, sql`r.initiative_id`)} as own,
  (${actor.isSystem} or r.unit_id = any(${actor.unitsFor('recognition:read')}::uuid[]) or ${seatRole(actor)} is not null) as reads`;

/** Whoever neither decides nor watches is not told that the council sits. */
const shownState = (actor: Actor): RawBuilder<RecognitionState> => sql<RecognitionState>`(case when r.state = 'SITTING'
  and (${isAuthor(actor, sql`r.initiative_id`)} or not (${actor.isSystem} or r.unit_id = any(${actor.unitsFor('recognition:read')}::uuid[]) or ${seatRole(actor)} is not null))
  then 'ACCEPTED' else r.state end)`;

function told({ manages, runs, own, ...row }: RecognitionRow): RecognitionRead {
  const { seats } = row;
  const facts = { manages, runs, own, state: row.state, seated: seats.length };
  const present = seats.filter((seat) => seat.present).length;
  const counted = row.votesOf === 'SEATED' || (row.votesOf !== null && present > 0);
  return {
    ...row,
    votesNeeded: counted && row.votesOf ? votesNeeded({ seated: seats.length, present, base: row.votesOf }) : null,
    whyNotAccept: whyNotAct(facts, 'accept'),
    whyNotSeat: whyNotAct(facts, 'seat'),
    whyNotOpenSitting: whyNotAct(facts, 'openSitting'),
    whyNotCloseSitting: whyNotAct(facts, 'closeSitting'),
    whyNotRecordDecision: whyNotAct(facts, 'recordDecision'),
    whyNotRevoke: whyNotAct(facts, 'revoke'),
  };
}
