import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Adoption } from '#domain/rollout';
import { Unit } from '#domain/units';
import { type Actor, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { Counter, type CounterSaid, whyNotOpen } from '../domain/counter.entity.js';

interface CounterTexts {
  readonly name: string;
  readonly fieldName?: string | null;
  readonly adoptionId?: string | null;
}

export interface OpenCounterOrder extends CounterTexts {
  readonly unitId: string;
  readonly openFrom: string;
  readonly illustrative?: boolean | null;
}

/** The counters of the communes, each with a code that leads citizens to its page. */
@Injectable()
export class CounterService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses a day that is not its unit's, an adoption of another unit, and a name that another counter of the unit has. */
  openCounter(actor: Actor, order: OpenCounterOrder): Promise<Counter> {
    return this.work.act(actor, 'openCounter', async ({ em, record }) => {
      const unit = await em.findOneOrFail(Unit, { $and: [{ id: order.unitId }, { id: reach(actor) }] });
      refuseIf(whyNotOpen(unit, order.openFrom, null));
      const adoption = await adoptionOf(em, unit.id, order.adoptionId);
      const said = { ...saidBy(order), openFrom: order.openFrom, illustrative: order.illustrative ?? false };
      const counter = Counter.open(unit, said, adoption);
      em.persist(counter);
      const { code, openFrom } = counter;
      record({ subject: { type: 'Counter', id: counter.id }, after: { unit: unit.id, code, openFrom, ...factsOf(counter) } });
      await em.flush();
      return counter;
    });
  }

  /** What it is called, which procedures are done there, which initiative it is of. Its code stays. */
  editCounter(actor: Actor, order: CounterTexts & { counterId: string; version: number }): Promise<Counter> {
    return this.work.act(actor, 'editCounter', async ({ em, held, record }) => {
      const counter = await held(await em.findOneOrFail(Counter, { id: order.counterId, unit: reach(actor) }), order.version);
      counter.refuseIfClosed();
      const before = factsOf(counter);
      counter.say(saidBy(order), await adoptionOf(em, counter.unit.id, order.adoptionId));
      record({ subject: { type: 'Counter', id: counter.id }, before, after: factsOf(counter) });
      await em.flush();
      return counter;
    });
  }

  /** From the day after on, who scans its code is told that it is closed. */
  closeCounter(actor: Actor, order: { counterId: string; version: number; openTo: string; reason: string }): Promise<Counter> {
    return this.work.act(actor, 'closeCounter', async ({ em, held, record }) => {
      const counter = await held(await em.findOneOrFail(Counter, { id: order.counterId, unit: reach(actor) }), order.version);
      counter.close(await em.findOneOrFail(Unit, { id: counter.unit.id }), order.openTo);
      const subject = { type: 'Counter', id: counter.id };
      record({ subject, before: { openTo: null }, after: { openTo: order.openTo }, reason: order.reason });
      await em.flush();
      return counter;
    });
  }
}

const reach = (actor: Actor): { $in: string[] } | { $ne: null } =>
  actor.isSystem ? { $ne: null } : { $in: actor.unitsFor('counter:manage') };

const saidBy = ({ name, fieldName }: CounterTexts): CounterSaid => ({
  name: name.trim(),
  field: fieldName?.trim() ? fieldName.trim() : null,
});

const factsOf = ({ name, field, adoption }: Counter) => ({ name, field, adoption: adoption?.id ?? null });

async function adoptionOf(em: EntityManager, unitId: string, adoptionId: string | null | undefined): Promise<Adoption | null> {
  return adoptionId ? em.findOneOrFail(Adoption, { id: adoptionId, unit: unitId }) : null;
}
