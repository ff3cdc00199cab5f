import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Procedure } from '#domain/procedure';
import { Rollout } from '#domain/rollout';
import { Unit } from '#domain/units';
import { type Actor, Refused, day, refuseIf } from '#lib/kernel';
import { UnitOfWork } from '#lib/platform';
import { reach } from '#lib/rollout';
import { type ModelProcedureSaid, type ModelSaid, allProblems, problemsOfModel } from '../domain/handover-policy.js';
import { ModelProcedure, ModelUnit, ServiceModel } from '../domain/service-model.entity.js';

const MANAGE = 'handover:manage';

interface ModelParts {
  readonly procedures: readonly ModelProcedureSaid[];
  readonly unitIds: readonly string[];
}

export interface AddModelOrder extends ModelSaid, ModelParts {
  readonly hostUnitId: string;
  readonly rolloutId?: string | null;
  readonly illustrative?: boolean;
}

export interface EditModelOrder extends ModelSaid, ModelParts {
  readonly modelId: string;
  readonly version: number;
}

/** Which results are handed over at home or at a ceremony, by whom and since when. */
@Injectable()
export class ModelService {
  constructor(private readonly work: UnitOfWork) {}

  /** Refuses as `problemsOfModel` says, a roll-out of another office, and units out of reach or not there when it begins. */
  addServiceModel(actor: Actor, order: AddModelOrder): Promise<ServiceModel> {
    return this.work.act(actor, 'addServiceModel', async ({ em, record }) => {
      const host = await em.findOneOrFail(Unit, { $and: [{ id: order.hostUnitId }, { id: reach(actor, MANAGE) }] });
      const rollout = order.rolloutId ? await em.findOneOrFail(Rollout, { id: order.rolloutId, roster: { host: host.id } }) : null;
      refuseIf(allProblems(problemsOfModel(order, order.procedures, order.unitIds)));
      const model = ServiceModel.of(host, rollout, { ...order, illustrative: order.illustrative ?? false });
      em.persist(model);
      await placeParts(em, { model, actor, order, kept: [] });
      record({ subject: subject(model), after: { host: host.id, rollout: rollout?.id ?? null, ...model.facts(), ...partsOf(order) } });
      await em.flush();
      return model;
    });
  }

  /** Says it anew. What is entered already stays of it: what would leave a handover without its model is refused. */
  editServiceModel(actor: Actor, order: EditModelOrder): Promise<ServiceModel> {
    return this.work.act(actor, 'editServiceModel', async ({ em, held, record }) => {
      const model = await held(await em.findOneOrFail(ServiceModel, { id: order.modelId, host: reach(actor, MANAGE) }), order.version);
      const parts = await partsKept(em, model);
      const before = { ...model.facts(), ...parts };
      refuseIf(allProblems(problemsOfModel(order, order.procedures, order.unitIds)));
      refuseIf((await leavesSomeOut(em, order)) ? new Refused('MODEL_IN_USE') : null);
      model.describe(order);
      if (!record({ subject: subject(model), before, after: { ...model.facts(), ...partsOf(order) } })) return model;
      model.version += 1;
      await em.nativeDelete(ModelProcedure, { model });
      await em.nativeDelete(ModelUnit, { model });
      await placeParts(em, { model, actor, order, kept: parts.units });
      await em.flush();
      return model;
    });
  }
}

const subject = ({ id }: ServiceModel) => ({ type: 'ServiceModel', id });

/** In one order, so that the same parts are the same. */
const partsOf = ({ procedures, unitIds }: ModelParts) => ({
  procedures: procedures.map(({ procedureId, occasion }) => `${occasion} ${procedureId}`).sort(),
  units: [...unitIds].sort(),
});

async function partsKept(em: EntityManager, model: ServiceModel): Promise<ReturnType<typeof partsOf>> {
  const procedures = await em.find(ModelProcedure, { model });
  const units = await em.find(ModelUnit, { model });
  return partsOf({
    procedures: procedures.map(({ procedure, occasion }) => ({ procedureId: procedure.id, occasion })),
    unitIds: units.map(({ unit }) => unit.id),
  });
}

async function placeParts(
  em: EntityManager,
  { model, actor, order, kept }: { model: ServiceModel; actor: Actor; order: ModelParts; kept: readonly string[] },
): Promise<void> {
  const { procedures, unitIds } = order;
  const known = await em.find(Procedure, { id: { $in: procedures.map(({ procedureId }) => procedureId) } });
  procedures.forEach(({ procedureId, occasion }, at) => {
    const procedure = known.find(({ id }) => id === procedureId);
    if (!procedure) throw new Refused('NOT_FOUND', { what: 'Procedure' }, `procedures.${String(at)}.procedureId`);
    em.persist(ModelProcedure.of(model, procedure, occasion));
  });
  // Those that are in it already stay, also where a reorganisation took them out of reach.
  const units = await em.find(Unit, {
    $and: [{ id: { $in: [...unitIds] } }, { $or: [{ id: reach(actor, MANAGE) }, { id: { $in: [...kept] } }] }],
  });
  unitIds.forEach((unitId, at) => {
    const path = `unitIds.${String(at)}`;
    const unit = units.find(({ id }) => id === unitId);
    if (!unit) throw new Refused('NOT_FOUND', { what: 'Unit' }, path);
    if (!unit.isValidOn(model.startsOn)) throw new Refused('UNIT_NOT_THERE', { on: day(model.startsOn) }, path);
    em.persist(ModelUnit.of(model, unit));
  });
}

/** Whether a handover that stands would not be of the model any more. */
async function leavesSomeOut(em: EntityManager, { modelId, kind, startsOn, endsOn, ...parts }: EditModelOrder): Promise<boolean> {
  const kept = parts.procedures.map(({ procedureId, occasion }) => `${procedureId} ${occasion}`);
  const { rows } = await sql`
    select 1 from handover h where h.model_id = ${modelId} and h.voided_on is null and not (
      h.unit_id = any(${[...parts.unitIds]}::uuid[]) and (h.procedure_id || ' ' || h.occasion) = any(${kept}::text[])
      and h.day >= ${startsOn}::date and coalesce(h.day <= ${endsOn}::date, true) and (h.venue <> 'HOME' or ${kind} = 'AT_HOME')) limit 1`.execute(
    em.getKysely(),
  );
  return rows.length > 0;
}
