import { Injectable } from '@nestjs/common';
import { ReformArea, Seat } from '#domain/contest';
import { type Actor, Refused, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { JuryExpertise } from '../../domain/member/jury-expertise.entity.js';
import { JuryMember, type JuryTerms, whyNotSetTerms } from '../../domain/member/jury-member.entity.js';
import { JuryQueries, type JuryMemberRow } from './jury.queries.js';

/** The jury of a contest: those with a seat of kind JUDGE, and how much each takes on. */
@Injectable()
export class JuryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly juries: JuryQueries,
  ) {}

  /** Refuses `CONTEST_ENDED`. What was agreed, areas too; what is left out stays. `version` is 0 where nothing was agreed yet. Holds from the next assignment on. */
  setJuryTerms(
    actor: Actor,
    order: JuryTerms & { seatId: string; version: number; areaIds?: readonly string[] | null },
  ): Promise<JuryMemberRow> {
    return this.work.act(actor, 'setJuryTerms', async (act) => {
      const { em, record } = act;
      const contest = { host: { id: { $in: actor.unitsFor('jury:manage') } } };
      const seat = await em.findOneOrFail(Seat, { id: order.seatId, kind: 'JUDGE', endedAt: null, contest }, { populate: ['contest'] });
      if (!(await this.juries.juryMember(actor, seat.id))) throw new Refused('NOT_FOUND', { what: 'Seat' });
      refuseIf(whyNotSetTerms({ over: seat.contest.isOver() }));
      const known = await em.findOne(JuryMember, { seat });
      act.onVersion(known ?? { version: 0 }, order.version);
      const before = known && { ...termsOf(known), areas: await areasOf(act, known) };
      known?.agree(order);
      const member = known ?? JuryMember.of(seat, order);
      const areas = order.areaIds === undefined ? (before?.areas ?? []) : [...new Set(order.areaIds ?? [])].sort();
      if (record({ subject: { type: 'Seat', id: seat.id }, before, after: { ...termsOf(member), areas } })) {
        member.touch();
        await em.persist(member).flush();
        await agreeAreas(act, member, areas);
      }
      const row = await this.juries.juryMember(actor, seat.id);
      if (!row) throw new Refused('NOT_FOUND');
      return row;
    });
  }
}

const termsOf = ({ loadMin, loadMax, absentFrom, absentTo }: JuryMember) => ({ loadMin, loadMax, absentFrom, absentTo });

async function areasOf({ em }: Act, member: JuryMember): Promise<string[]> {
  const known = await em.find(JuryExpertise, { member }, { orderBy: { area: 'asc' } });
  return known.map(({ area }) => area.id);
}

/** In place of those there were. Refuses an area that does not exist. */
async function agreeAreas({ em }: Act, member: JuryMember, wanted: readonly string[]): Promise<void> {
  const areas = await em.find(ReformArea, { id: { $in: wanted } });
  if (areas.length < wanted.length) throw new Refused('NOT_FOUND', { what: 'ReformArea' }, 'areaIds');
  await em.nativeDelete(JuryExpertise, { member });
  await em.insertMany(
    JuryExpertise,
    areas.map((area) => ({ member: member.id, area: area.id })),
  );
}
