import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Person } from '#domain/identity';
import { nameablePerson } from '#lib/identity';
import { type Actor, Refused, localDate, refuseIf } from '#lib/kernel';
import { type Act, Database, UnitOfWork } from '#lib/platform';
import { Seat, type SeatKind, whyNotOwnSeat } from '../domain/seat.entity.js';
import { ContestPorts } from './contest.ports.js';
import { lockContest, refuseOutOfReach } from './load-contest.js';

/** Who sits where in a contest. */
@Injectable()
export class SeatService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ports: ContestPorts,
    private readonly db: Database,
  ) {}

  /**
   * Nobody seats themselves on the jury or as its leader, nor a stranger anywhere. Refuses `SEAT_OWN`, `NOT_FOUND`, `PERSON_IS_AUTHOR`, `SEAT_TAKEN`, `CHAIR_TAKEN`, `CHAIR_IS_JUDGE`, and a contest that is over. The contest is locked for
   * update, so that an author who is being added meanwhile is either seen here or sees the seat.
   */
  async seat(
    actor: Actor,
    order: { readonly contestId: string; readonly personId: string; readonly kind: SeatKind; readonly chair?: boolean },
  ): Promise<Seat> {
    return this.work.act(actor, 'seatPerson', async (act) => {
      const { em, at, record, emit } = act;
      const contest = await lockContest(em, order.contestId, 'for update');
      refuseOutOfReach(actor, 'seat:manage', contest.host.id);
      refuseIf(await this.ports.whyNotSeat(actor, { contestId: contest.id, kind: order.kind }));
      if (contest.isOver()) throw new Refused('CONTEST_ENDED', { phase: contest.phase });
      if (order.personId === actor.id) refuseIf(whyNotOwnSeat(order.kind));
      const person = await this.personFor(act, contest.host.id, order.personId);
      if (await this.ports.isAuthor(contest.id, person.id)) throw new Refused('PERSON_IS_AUTHOR', {}, 'personId');
      const { kind, chair = false } = order;
      const seat = Seat.of(contest, person, { kind, chair, at });
      em.persist(seat);
      await em.flush();
      record({ subject: { type: 'Seat', id: seat.id }, after: { contest: contest.id, person: person.id, kind, chair } });
      await this.ports.seatChanged(act, { contestId: contest.id, personId: person.id });
      emit({ type: 'contest.seatTaken', payload: { contestId: contest.id, seatId: seat.id, personId: person.id, kind } });
      return seat;
    });
  }

  /** Refuses `SEAT_ENDED`. The row stays: what was done from it was done from it. */
  async endSeat(actor: Actor, order: { readonly seatId: string; readonly reason: string }): Promise<Seat> {
    return this.work.act(actor, 'endSeat', async (act) => {
      const { em, at, record, emit } = act;
      const { contest: seated } = await em.findOneOrFail(Seat, { id: order.seatId });
      const contest = await lockContest(em, seated.id, 'for update');
      refuseOutOfReach(actor, 'seat:manage', contest.host.id);
      const seat = await em.findOneOrFail(Seat, { id: order.seatId }, { refresh: true });
      refuseIf(await this.ports.whyNotSeat(actor, { contestId: contest.id, kind: seat.kind }));
      seat.end(at, order.reason);
      await em.flush();
      const { kind, person } = seat;
      record({
        subject: { type: 'Seat', id: seat.id },
        before: { contest: contest.id, person: person.id, kind },
        after: { endedAt: at },
        reason: order.reason,
      });
      await this.ports.seatChanged(act, { contestId: contest.id, personId: person.id });
      emit({ type: 'contest.seatEnded', payload: { contestId: contest.id, seatId: seat.id, personId: person.id, kind } });
      return seat;
    });
  }

  private async personFor({ em, actor, at }: Act, hostId: string, personId: string): Promise<Person> {
    const nameable = nameablePerson(actor, 'seat:manage', { hostId: sql`${hostId}::uuid`, day: localDate(at) });
    const found = await this.db.first(sql`select 1 from person p where p.id = ${personId} and ${nameable}`);
    if (!found) throw new Refused('NOT_FOUND', { what: 'Person' }, 'personId');
    return em.findOneOrFail(Person, { id: personId });
  }

  /** Whether a person sits in the contest now, in any seat or in one of these. */
  async hasSeat(contestId: string, personId: string, kinds?: readonly SeatKind[]): Promise<boolean> {
    const ofKind = kinds ? sql`and kind in (${sql.join(kinds)})` : sql``;
    const found = await this.db.first(
      sql`select 1 from seat where contest_id = ${contestId} and person_id = ${personId} and ended_at is null ${ofKind} limit 1`,
    );
    return found !== null;
  }
}
