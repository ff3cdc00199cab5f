import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Person } from '#domain/identity';
import { Initiative, type Influence } from '#domain/initiative';
import { Unit } from '#domain/units';
import { personWithin } from '#lib/identity';
import { type Actor, Refused, localDate, refuseIf, whyNotDate } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { CalendarQueries } from '#lib/units';
import { type CouncilMember, whyNotBallots, whyNotCouncil, whyNotPresent } from '../domain/council.js';
import { type VoteBase, decideBy } from '../domain/majority.js';
import { type ApplyFacts, type RecognitionAct, type Standing, whyNotApply, whyNotBy } from '../domain/recognition-states.js';
import { Recognition, RecognitionSeat } from '../domain/recognition.entity.js';
import { authorsOf, isAuthor, mayApply, readScope, seatRole } from './recognition.scope.js';

export interface ApplyOrder {
  readonly initiativeId: string;
  readonly firstAppliedOn: string;
  readonly benefit: string;
}

interface OfRecognition {
  readonly recognitionId: string;
  readonly version: number;
}

export interface CouncilOrder extends OfRecognition {
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly votesOf: VoteBase;
  readonly members: readonly CouncilMember[];
}

export interface CountOrder extends OfRecognition {
  readonly yes: number;
  readonly no: number;
  readonly reason?: string | null;
  readonly influence?: Influence | null;
}

/** Recognition of initiatives by law (Decree 13/2012): applied for, received, decided by a council, and revoked. */
@Injectable()
export class RecognitionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calendars: CalendarQueries,
  ) {}

  /** Refuses `NOT_FOUND` for an initiative that the actor does not write, a first use that has not come, and as `whyNotApply` says. */
  applyForRecognition(actor: Actor, order: ApplyOrder): Promise<Recognition> {
    return this.work.act(actor, 'applyForRecognition', async ({ em, at, record, emit }) => {
      const today = localDate(at);
      // Held, so that two who apply at once are told so one after the other.
      const initiative = await em.findOneOrFail(Initiative, { id: order.initiativeId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const { hostId, ...facts } = await applyFacts(em, { actor, initiativeId: initiative.id, today });
      refuseIf(whyNotApply(facts));
      refuseIf(whyNotDate('FIRST_APPLIED', order.firstAppliedOn, { now: today, path: 'firstAppliedOn' }));
      const unit = await em.findOneOrFail(Unit, { id: hostId });
      const appliedBy = await em.findOneOrFail(Person, { id: actor.id });
      const { firstAppliedOn, benefit } = order;
      const recognition = Recognition.of(initiative, { unit, appliedBy, appliedOn: today, firstAppliedOn, benefit });
      await em.persist(recognition).flush();
      record({ subject: subject(recognition), after: { initiative: initiative.id, unit: unit.id, state: recognition.state } });
      emit({ type: 'recognition.applied', payload: { recognitionId: recognition.id } });
      return recognition;
    });
  }

  /** Gives it its number in the year's register, and the day by which it is decided. Refuses `CALENDAR_MISSING`. */
  acceptRecognition(actor: Actor, order: OfRecognition & { readonly firstUseEndsOn?: string | null }): Promise<Recognition> {
    return this.step(actor, { ...order, operation: 'acceptRecognition', act: 'accept' }, async (recognition, { em, today }) => {
      const by = decideBy(today, order.firstUseEndsOn ?? null, await this.calendars.calendar());
      const receiptYear = Number(today.slice(0, 4));
      recognition.accept({ acceptedOn: today, decideBy: by, receiptYear, receiptNumber: await nextReceipt(em, recognition, receiptYear) });
      return { event: 'recognition.accepted', decideBy: by, receipt: recognition.receiptNumber };
    });
  }

  /** Seats the council by a decision, or another in its place. Refuses as `whyNotCouncil` says, and who is out of reach. */
  seatRecognitionCouncil(actor: Actor, order: CouncilOrder): Promise<Recognition> {
    return this.step(actor, { ...order, operation: 'seatRecognitionCouncil', act: 'seat' }, async (recognition, act) => {
      const { em, today } = act;
      refuseIf(whyNotDate('DECISION', order.decidedOn, { now: today, path: 'decidedOn' }));
      refuseIf(whyNotCouncil(order.members, await idsOf(em, authorsOf(sql`${recognition.initiative.id}::uuid`))));
      recognition.seat({ councilNumber: order.decisionNumber, councilDecidedOn: order.decidedOn, votesOf: order.votesOf });
      await em.nativeDelete(RecognitionSeat, { recognition });
      const inOrder = order.members.map((member, at) => ({ ...member, at })).sort((a, b) => (a.personId < b.personId ? -1 : 1));
      for (const { personId, role, at } of inOrder) {
        const person = await personWithin(act, 'person:read', personId, `members.${String(at)}.personId`);
        em.persist(RecognitionSeat.of(recognition, person, { role, place: at + 1 }));
      }
      const members = order.members.map(({ personId, role }) => ({ personId, role }));
      return { event: 'recognition.seated', number: recognition.councilNumber, votesOf: order.votesOf, members };
    });
  }

  /** The council sits: who is present is written down, and nobody else is added. */
  openRecognitionSitting(actor: Actor, order: OfRecognition & { readonly presentIds: readonly string[] }): Promise<Recognition> {
    return this.step(actor, { ...order, operation: 'openRecognitionSitting', act: 'openSitting' }, async (recognition, { em, today }) => {
      const seats = await em.find(RecognitionSeat, { recognition });
      if (seats.length === 0) throw new Refused('COUNCIL_MISSING');
      await refuseAuthors(em, recognition);
      refuseIf(
        whyNotPresent(
          order.presentIds,
          seats.map((seat) => seat.person.id),
        ),
      );
      for (const seat of seats) seat.present = order.presentIds.includes(seat.person.id);
      recognition.openSitting(today);
      return { event: null, present: order.presentIds };
    });
  }

  /** What the ballots say: recognised where two thirds agree, else refused, with a reason. Only counts are kept. */
  closeRecognitionSitting(actor: Actor, order: CountOrder): Promise<Recognition> {
    return this.step(actor, { ...order, operation: 'closeRecognitionSitting', act: 'closeSitting' }, async (recognition, { em, today }) => {
      const seats = await em.find(RecognitionSeat, { recognition });
      await refuseAuthors(em, recognition);
      const present = seats.filter((seat) => seat.present).length;
      refuseIf(whyNotBallots(order, present));
      const { yes, no, reason = null } = order;
      const { influence } = await em.findOneOrFail(Initiative, { id: recognition.initiative.id });
      const counts = { seated: seats.length, present, yes, no };
      recognition.closeSitting({ ...counts, reason, influence: order.influence ?? influence, day: today });
      return { event: 'recognition.decided', ...counts, influence: recognition.influence, reason: recognition.reason };
    });
  }

  /** The decision by which the establishment recognises it, or the same put right. Refuses one of before the council voted. */
  recordRecognitionDecision(
    actor: Actor,
    order: OfRecognition & { readonly decisionNumber: string; readonly decidedOn: string },
  ): Promise<Recognition> {
    return this.step(actor, { ...order, operation: 'recordRecognitionDecision', act: 'recordDecision' }, (recognition, { today }) => {
      refuseIf(whyNotDate('DECISION', order.decidedOn, { now: today, path: 'decidedOn' }));
      recognition.recordDecision(order);
      return { event: 'recognition.recorded', number: recognition.recognitionNumber, recognisedOn: recognition.recognisedOn };
    });
  }

  /** Takes a recognition back by a decision, with its reason. */
  revokeRecognition(
    actor: Actor,
    order: OfRecognition & { readonly decisionNumber: string; readonly decidedOn: string; readonly reason: string },
  ): Promise<Recognition> {
    return this.step(actor, { ...order, operation: 'revokeRecognition', act: 'revoke' }, (recognition, { today }) => {
      refuseIf(whyNotDate('DECISION', order.decidedOn, { now: today, path: 'decidedOn' }));
      recognition.revoke(order);
      const { revocationNumber: number, revokedOn, revocationReason: reason } = recognition;
      return { event: 'recognition.revoked', number, revokedOn, reason };
    });
  }

  private step(
    actor: Actor,
    { recognitionId, version, operation, act: kind }: OfRecognition & { operation: string; act: RecognitionAct },
    move: (recognition: Recognition, act: Moving) => Moved | Promise<Moved>,
  ): Promise<Recognition> {
    return this.work.act(actor, operation, async (act) => {
      const { em, at, held, record, emit } = act;
      const standing = await standingOf(em, actor, recognitionId);
      if (!standing) throw new Refused('NOT_FOUND', { what: 'Recognition' }, 'recognitionId');
      refuseIf(whyNotBy(standing, kind));
      const recognition = await held(await em.findOneOrFail(Recognition, { id: recognitionId }), version);
      const before = { state: recognition.state };
      const { event, ...said } = await move(recognition, { ...act, today: localDate(at) });
      await em.flush();
      record({ subject: subject(recognition), before, after: { state: recognition.state, ...said } });
      if (event) emit({ type: event, payload: { recognitionId, initiativeId: recognition.initiative.id, state: recognition.state } });
      return recognition;
    });
  }
}

interface Moving extends Act {
  readonly today: string;
}

type Moved = Readonly<Record<string, unknown>> & { readonly event: string | null };

const subject = ({ id }: Recognition) => ({ type: 'Recognition', id });

async function idsOf(em: EntityManager, statement: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${statement}`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/** What the actor is to an application; null where they do not read it. */
async function standingOf(em: EntityManager, actor: Actor, id: string): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select (${actor.isSystem} or r.unit_id = any(${actor.unitsFor('recognition:manage')}::uuid[])) as manages, ${isAuthor(actor, sql`r.initiative_id`)} as own,
      coalesce(${seatRole(actor)} in ('CHAIR', 'SECRETARY'), false) as runs
    from recognition r where r.id = ${id} and ${readScope(actor)}`.execute(em.getKysely());
  return rows[0] ?? null;
}

async function applyFacts(
  em: EntityManager,
  { actor, initiativeId, today }: { actor: Actor; initiativeId: string; today: string },
): Promise<ApplyFacts & { hostId: string }> {
  const { rows } = await sql<ApplyFacts & { hostId: string }>`
    select true as writes, i.state, c.phase, c.host_id as "hostId",
      exists (select 1 from recognition r where r.initiative_id = i.id and r.state not in ('REFUSED', 'REVOKED')) as known
    from initiative i join contest c on c.id = i.contest_id where i.id = ${initiativeId} and ${mayApply(actor, today)}`.execute(
    em.getKysely(),
  );
  if (!rows[0]) throw new Refused('NOT_FOUND', { what: 'Initiative' }, 'initiativeId');
  return rows[0];
}

/** From 1 each year; the office is held, so that two are not given one number. */
async function nextReceipt(em: EntityManager, { unit }: Recognition, year: number): Promise<number> {
  await sql`select 1 from unit where id = ${unit.id} for no key update`.execute(em.getKysely());
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(receipt_number), 0) + 1 as next from recognition where unit_id = ${unit.id} and receipt_year = ${year}`.execute(
    em.getKysely(),
  );
  return rows[0]?.next ?? 1;
}

/** An author may have been named since the council was seated, or two records turned out to be one person. */
async function refuseAuthors(em: EntityManager, { id, initiative }: Recognition): Promise<void> {
  const seated = await idsOf(
    em,
    sql`select coalesce(p.merged_into_id, p.id) as id from recognition_seat s join person p on p.id = s.person_id
      where s.recognition_id = ${id} and coalesce(p.merged_into_id, p.id) in (${authorsOf(sql`${initiative.id}::uuid`)})`,
  );
  if (seated.length > 0) throw new Refused('COUNCIL_OF_AUTHOR');
}
