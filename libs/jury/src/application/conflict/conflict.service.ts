import { Injectable } from '@nestjs/common';
import { Contest } from '#domain/contest';
import { Person } from '#domain/identity';
import { Initiative } from '#domain/initiative';
import { type Actor, Refused } from '#lib/kernel';
import { type Act, UnitOfWork, sameContent } from '#lib/platform';
import { Conflict } from '../../domain/conflict/conflict.entity.js';
import { type ConflictSource, type ConflictType } from '../../domain/conflict/conflicts.js';
import { ConflictDecisionService } from './conflict-decision.service.js';
import { ConflictQueries, type ConflictRow } from './conflict.queries.js';
import { JuryPorts } from '../jury.ports.js';

/** Conflicts that people tell: a judge of themselves, an organiser of anyone with a seat. */
@Injectable()
export class ConflictService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ports: JuryPorts,
    private readonly conflicts: ConflictQueries,
    private readonly decisions: ConflictDecisionService,
  ) {}

  /**
   * An organiser knows of a conflict that nobody declared and nothing shows. Who is shut out of the judging may still tell of themselves.
   * It would shut out whoever has a say in the judging: of them it waits for a second person.
   */
  setConflict(actor: Actor, order: { initiativeId: string; personId: string; type: ConflictType; reason: string }): Promise<ConflictRow> {
    return this.work.act(actor, 'setConflict', async (act) => {
      const found = await this.conflicts.initiativeToTell(actor, order);
      if (!found) throw new Refused('NOT_FOUND', { what: 'Initiative' });
      const { contestId, oversees } = found;
      if (oversees) return this.read(actor, (await this.decisions.propose(act, { ...order, contestId })).id);
      const conflict = await this.tell(act, { ...order, contestId, source: 'SET' });
      await this.ports.conflictsBegan(act, contestId);
      return this.read(actor, conflict.id);
    });
  }

  /** A conflict that does not hold in this case; it stays lifted when conflicts are detected again. Nobody lifts their own. */
  liftConflict(actor: Actor, order: { conflictId: string; version: number; reason: string }): Promise<ConflictRow> {
    return this.work.act(actor, 'liftConflict', async (act) => {
      const { em, record } = act;
      const conflict = await this.toChange(act, order);
      conflict.lift(order.reason);
      record({
        subject: { type: 'Conflict', id: conflict.id },
        before: { active: true },
        after: { active: false },
        personal: { reason: order.reason },
      });
      await em.flush();
      return this.read(actor, conflict.id);
    });
  }

  /** Holds from now on, whatever detection finds; also one that was lifted. */
  pinConflict(actor: Actor, order: { conflictId: string; version: number; reason: string }): Promise<ConflictRow> {
    return this.work.act(actor, 'pinConflict', async (act) => {
      const conflict = await this.toChange(act, order);
      if (await this.conflicts.isOfOverseer(conflict.id))
        return this.read(actor, (await this.decisions.proposePin(act, conflict, order.reason)).id);
      const before = { active: conflict.active, pinned: conflict.pinned };
      conflict.pin(order.reason, actor.id);
      act.record({
        subject: { type: 'Conflict', id: conflict.id },
        before,
        after: { active: true, pinned: true },
        personal: { reason: order.reason },
      });
      await act.em.flush();
      await this.ports.conflictsBegan(act, conflict.contest.id);
      return this.read(actor, conflict.id);
    });
  }

  private async toChange({ em, actor, held }: Act, order: { conflictId: string; version: number }): Promise<Conflict> {
    if (!(await this.conflicts.isToOrganiser(actor, order.conflictId))) throw new Refused('NOT_FOUND', { what: 'Conflict' });
    const conflict = await em.findOneOrFail(Conflict, { id: order.conflictId });
    if (conflict.person.id === actor.id) throw new Refused('CONFLICT_OWN');
    return held(conflict, order.version);
  }

  /** Joins the act of who tells of it. What is told again, in the same words, changes nothing. */
  async tell(
    { em, at, actor, record }: Act,
    order: { contestId: string; initiativeId: string; personId: string; type: ConflictType; source: ConflictSource; reason: string },
  ): Promise<Conflict> {
    const { contestId, initiativeId, personId, type, source, reason } = order;
    const known = await em.findOne(Conflict, { initiative: initiativeId, person: personId, type });
    const conflict =
      known ??
      Conflict.of({
        contest: em.getReference(Contest, contestId),
        initiative: em.getReference(Initiative, initiativeId),
        person: em.getReference(Person, personId),
        type,
        source,
        reason,
        at,
        by: actor.id,
      });
    const earlier = known && standOf(known);
    known?.confirm(source, reason, actor.id);
    if (sameContent(earlier, standOf(conflict))) return conflict;
    em.persist(conflict);
    record({ subject: { type: 'Conflict', id: conflict.id }, after: { initiativeId, personId, type, source }, personal: { reason } });
    await em.flush();
    return conflict;
  }

  private async read(actor: Actor, id: string): Promise<ConflictRow> {
    const row = await this.conflicts.conflict(actor, id);
    if (!row) throw new Refused('NOT_FOUND');
    return row;
  }
}

const standOf = ({ source, reason, active, pinned, waits }: Conflict) => ({ source, reason, active, pinned, waits });
