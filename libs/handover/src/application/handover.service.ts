import { LockMode } from '@mikro-orm/core';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Procedure } from '#domain/procedure';
import { Unit } from '#domain/units';
import { type Actor, Refused, localDate, refuseIf } from '#lib/kernel';
import { type Act, UnitOfWork } from '#lib/platform';
import { reach } from '#lib/rollout';
import {
  CORRECTION_REASON_WORDS,
  type CorrectionReason,
  type HandoverSaid,
  allProblems,
  problemsOfHandover,
  whyNotChange,
} from '../domain/handover-policy.js';
import { Handover } from '../domain/handover.entity.js';
import { ModelProcedure, ModelUnit, ServiceModel } from '../domain/service-model.entity.js';

const ENTER = 'handover:enter';

export interface EnterHandoverOrder extends HandoverSaid {
  readonly modelId: string;
  readonly unitId: string;
  readonly procedureId: string;
  /** The time before, when nobody was there. */
  readonly previousId?: string | null;
}

interface OfHandover {
  readonly handoverId: string;
  readonly version: number;
  readonly reason: CorrectionReason;
}

/** How results were handed over, each time that it was tried. Nothing says whose they were. */
@Injectable()
export class HandoverService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses as `problemsOfHandover` says, what is not of the model, and a time before at which somebody was there or that is followed already. */
  enterHandover(actor: Actor, order: EnterHandoverOrder): Promise<Handover> {
    return this.work.act(actor, 'enterHandover', async ({ em, at, record }) => {
      const unit = await em.findOneOrFail(Unit, { $and: [{ id: order.unitId }, { id: reach(actor, ENTER) }] });
      const { model, procedure } = await placeOf(em, order);
      const earlier = await earlierOf(em, order);
      const of = { model, unit, procedure: em.getReference(Procedure, order.procedureId), occasion: procedure.occasion };
      const handover = Handover.of(of, earlier, order);
      refuseIf(problemsIn(handover, model, earlier, localDate(at)));
      em.persist(handover);
      const parts = { model: model.id, unit: unit.id, procedure: order.procedureId, earlier: earlier?.id ?? null };
      record({ subject: subject(handover), after: { ...parts, attempt: handover.attempt, ...handover.facts() } });
      await em.flush();
      return handover;
    });
  }

  /** Says anew how it was. Refuses what is older than two months, was voided, or was tried again since. */
  correctHandover(actor: Actor, order: HandoverSaid & OfHandover): Promise<Handover> {
    return this.change(actor, { ...order, operation: 'correctHandover' }, async (handover, { em, at, record }) => {
      const model = await em.findOneOrFail(ServiceModel, { id: handover.model.id }, { lockMode: LockMode.PESSIMISTIC_READ });
      const earlier = handover.earlier && (await em.findOneOrFail(Handover, { id: handover.earlier.id }));
      const [before, reason] = [handover.facts(), handover.correctionReason];
      handover.correct(order, order.reason);
      refuseIf(problemsIn(handover, model, earlier, localDate(at)));
      const fact = { subject: subject(handover), before, after: handover.facts(), reason: CORRECTION_REASON_WORDS[order.reason].vi };
      if (!record(fact)) handover.correctionReason = reason;
    });
  }

  /** It counts no longer, and stays to be seen. Refuses as `correctHandover`. */
  voidHandover(actor: Actor, order: OfHandover): Promise<Handover> {
    return this.change(actor, { ...order, operation: 'voidHandover' }, (handover, { at, record }) => {
      handover.void(order.reason, localDate(at));
      const { voidedOn } = handover;
      record({
        subject: subject(handover),
        before: { voidedOn: null },
        after: { voidedOn },
        reason: CORRECTION_REASON_WORDS[order.reason].vi,
      });
    });
  }

  private change(
    actor: Actor,
    { operation, handoverId, version }: OfHandover & { operation: string },
    how: (handover: Handover, act: Act) => void | Promise<void>,
  ): Promise<Handover> {
    return this.work.act(actor, operation, async (act) => {
      const { em, at, held } = act;
      const handover = await held(await em.findOneOrFail(Handover, { id: handoverId, unit: reach(actor, ENTER) }), version);
      const followed = (await em.count(Handover, { earlier: handoverId, voidedOn: null })) > 0;
      const { day, voidedOn } = handover;
      refuseIf(whyNotChange({ enters: true, voided: voidedOn !== null, followed, day, today: localDate(at) }));
      await how(handover, act);
      await em.flush();
      return handover;
    });
  }
}

const subject = ({ id }: Handover) => ({ type: 'Handover', id });

const problemsIn = (handover: Handover, { kind, startsOn, endsOn }: ServiceModel, earlier: Handover | null, today: string) => {
  const { occasion, attempt } = handover;
  const frame = { kind, startsOn, endsOn, occasion, attempt, earlierDay: earlier?.day ?? null, today };
  return allProblems(problemsOfHandover(handover.facts(), frame));
};

/** The model, held until the act ends, with the procedure as it has it. */
async function placeOf(em: EntityManager, { modelId, unitId, procedureId }: EnterHandoverOrder) {
  const model = await em.findOneOrFail(ServiceModel, { id: modelId }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (!(await em.findOne(ModelUnit, { model, unit: unitId }))) throw new Refused('HANDOVER_UNIT_NOT_OF_MODEL', {}, 'unitId');
  const procedure = await em.findOne(ModelProcedure, { model, procedure: procedureId });
  if (!procedure) throw new Refused('HANDOVER_PROCEDURE_NOT_OF_MODEL', {}, 'procedureId');
  return { model, procedure };
}

/** The time before, held: two do not follow it. */
async function earlierOf(em: EntityManager, { previousId, modelId, unitId, procedureId }: EnterHandoverOrder): Promise<Handover | null> {
  if (!previousId) return null;
  const of = { id: previousId, model: modelId, unit: unitId, procedure: procedureId };
  const earlier = await em.findOne(Handover, of, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!earlier) throw new Refused('NOT_FOUND', { what: 'Handover' }, 'previousId');
  if (earlier.outcome !== 'ABSENT' || earlier.voidedOn !== null) throw new Refused('HANDOVER_NOT_ABSENT', {}, 'previousId');
  if ((await em.count(Handover, { earlier, voidedOn: null })) > 0) throw new Refused('HANDOVER_FOLLOWED', {}, 'previousId');
  return earlier;
}
