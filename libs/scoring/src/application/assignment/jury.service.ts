import { Injectable } from '@nestjs/common';
import { Seat } from '#domain/contest';
import { type Actor, Refused } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { JuryMember, type JuryTerms } from '../../domain/assignment/jury-member.entity.js';
import { JuryQueries, type JuryMemberRow } from './jury.queries.js';

/** The jury of a contest: those with a seat of kind JUDGE, and how much each takes on. */
@Injectable()
export class JuryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly juries: JuryQueries,
  ) {}

  /** `version` is 0 where nothing was agreed yet. Holds from the next assignment on. */
  setJuryTerms(actor: Actor, order: JuryTerms & { seatId: string; version: number }): Promise<JuryMemberRow> {
    return this.work.act(actor, 'setJuryTerms', async ({ em, record }) => {
      const seat = await em.findOneOrFail(Seat, {
        id: order.seatId,
        kind: 'JUDGE',
        endedAt: null,
        contest: { host: { id: { $in: actor.unitsFor('jury:manage') } } },
      });
      if (!(await this.juries.juryMember(actor, seat.id))) throw new Refused('NOT_FOUND', { what: 'Seat' });
      const known = await em.findOne(JuryMember, { seat });
      if ((known?.version ?? 0) !== order.version) throw new Refused('STALE', {}, 'version');
      const before = known && { loadMin: known.loadMin, loadMax: known.loadMax, absentFrom: known.absentFrom, absentTo: known.absentTo };
      known?.agree(order);
      const member = known ?? JuryMember.of(seat, order);
      em.persist(member);
      const { loadMin, loadMax, absentFrom, absentTo } = member;
      record({ subject: { type: 'Seat', id: seat.id }, before, after: { loadMin, loadMax, absentFrom, absentTo } });
      await em.flush();
      const row = await this.juries.juryMember(actor, seat.id);
      if (!row) throw new Refused('NOT_FOUND');
      return row;
    });
  }
}
