import { Injectable } from '@nestjs/common';
import { Contest } from '#domain/contest';
import { Person } from '#domain/identity';
import { Initiative } from '#domain/initiative';
import { type Actor, Refused } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { Conflict } from '../../domain/conflict/conflict.entity.js';
import { type ConflictType, TOLD_TYPES } from '../../domain/conflict/conflicts.js';
import { JuryPorts } from '../jury.ports.js';
import { ConflictQueries, type ConflictRow } from './conflict.queries.js';

interface Versioned {
  readonly conflictId: string;
  readonly version: number;
}

/** Conflicts told of those who have a say in the judging: nobody shuts another out alone, and who is to be shut out is heard. */
@Injectable()
export class ConflictDecisionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ports: JuryPorts,
    private readonly conflicts: ConflictQueries,
  ) {}

  /** Joins the act of who tells of it. Refuses the types that are found by the system alone, and `CONFLICT_WAITS`. */
  async propose(
    act: Act,
    order: { contestId: string; initiativeId: string; personId: string; type: ConflictType; reason: string },
  ): Promise<Conflict> {
    const { em, actor, at } = act;
    const { contestId, initiativeId, personId, type, reason } = order;
    if (!TOLD_TYPES.includes(type)) throw new Refused('CONFLICT_TYPE_FOUND', {}, 'type');
    const known = await em.findOne(Conflict, { initiative: initiativeId, person: personId, type });
    known?.propose(actor.id, reason);
    const facts = {
      contest: em.getReference(Contest, contestId),
      initiative: em.getReference(Initiative, initiativeId),
      person: em.getReference(Person, personId),
    };
    return this.proposed(act, known ?? Conflict.proposed({ ...facts, type, reason, at }, actor.id), reason);
  }

  /** Joins the act of who would have one hold whatever is detected. */
  async proposePin(act: Act, conflict: Conflict, reason: string): Promise<Conflict> {
    conflict.propose(act.actor.id, reason);
    return this.proposed(act, conflict, reason);
  }

  /** As the second person: it holds from now on. Refuses `CONFLICT_OWN`, `SECOND_PERSON_SAME`, `SECOND_PERSON_TIED`, `STALE`. */
  confirmConflict(actor: Actor, order: Versioned & { reason: string }): Promise<ConflictRow> {
    return this.decide(actor, 'confirmConflict', { ...order, holds: true });
  }

  /** As the second person: it stays as it was. */
  refuseConflict(actor: Actor, order: Versioned & { reason: string }): Promise<ConflictRow> {
    return this.decide(actor, 'refuseConflict', { ...order, holds: false });
  }

  /** Takes back what the actor proposed, whether it was to begin or to be pinned: it stays as it was. Refuses `CONFLICT_NOT_WAITING`, `STALE`. */
  withdrawConflict(actor: Actor, order: Versioned & { reason: string }): Promise<ConflictRow> {
    return this.work.act(actor, 'withdrawConflict', async ({ em, held, record, emit }) => {
      if (!(await this.conflicts.isToOrganiser(actor, order.conflictId))) throw new Refused('NOT_FOUND', { what: 'Conflict' });
      const conflict = await held(await em.findOneOrFail(Conflict, { id: order.conflictId }), order.version);
      conflict.withdraw(actor.id);
      const { id, active, pinned } = conflict;
      record({ subject: { type: 'Conflict', id }, before: { waits: true }, after: { active, pinned }, personal: { reason: order.reason } });
      emit({ type: 'conflict.withdrawn', payload: { conflictId: id } });
      await em.flush();
      return this.read(actor, id);
    });
  }

  /** What the person concerned says to it, whether it waits or holds. Refuses `CONFLICT_NOT_WAITING` for one that was lifted. */
  answerConflict(actor: Actor, order: Versioned & { answer: string }): Promise<ConflictRow> {
    return this.work.act(actor, 'answerConflict', async ({ em, at, held, record, emit }) => {
      const conflict = await held(await em.findOneOrFail(Conflict, { id: order.conflictId, person: actor.id }), order.version);
      const said = conflict.answer;
      conflict.reply(order.answer, at);
      if (said === order.answer) return this.read(actor, conflict.id);
      record({ subject: { type: 'Conflict', id: conflict.id }, after: { answeredAt: at }, personal: { answer: order.answer } });
      emit({ type: 'conflict.answered', payload: { conflictId: conflict.id } });
      await em.flush();
      return this.read(actor, conflict.id);
    });
  }

  private decide(actor: Actor, operation: string, order: Versioned & { reason: string; holds: boolean }): Promise<ConflictRow> {
    return this.work.act(actor, operation, async (act) => {
      const { conflict, tied } = await this.toDecide(act, order);
      conflict.decide({ id: actor.id, tied }, order.holds);
      act.record({
        subject: { type: 'Conflict', id: conflict.id },
        before: { waits: true, proposedBy: conflict.proposedBy },
        after: { active: conflict.active, pinned: conflict.pinned },
        personal: { reason: order.reason },
      });
      act.emit({ type: 'conflict.decided', payload: { conflictId: conflict.id } });
      await act.em.flush();
      if (order.holds) await this.ports.conflictsBegan(act, conflict.contest.id);
      return this.read(actor, conflict.id);
    });
  }

  private async toDecide({ em, actor, held }: Act, order: Versioned): Promise<{ conflict: Conflict; tied: boolean }> {
    const found = await this.conflicts.toDecider(actor, order.conflictId);
    if (!found) throw new Refused('NOT_FOUND', { what: 'Conflict' });
    const conflict = await em.findOneOrFail(Conflict, { id: order.conflictId });
    if (conflict.person.id === actor.id) throw new Refused('CONFLICT_OWN');
    return { conflict: await held(conflict, order.version), tied: found.tied };
  }

  private async proposed({ em, record, emit }: Act, conflict: Conflict, reason: string): Promise<Conflict> {
    em.persist(conflict);
    const { id, type, initiative, person } = conflict;
    record({
      subject: { type: 'Conflict', id },
      after: { initiativeId: initiative.id, personId: person.id, type, waits: true },
      personal: { reason },
    });
    emit({ type: 'conflict.proposed', payload: { conflictId: id } });
    await em.flush();
    return conflict;
  }

  private async read(actor: Actor, id: string): Promise<ConflictRow> {
    const row = await this.conflicts.conflict(actor, id);
    if (!row) throw new Refused('NOT_FOUND', { what: 'Conflict' });
    return row;
  }
}
