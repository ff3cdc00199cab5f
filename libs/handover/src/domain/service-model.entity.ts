import { defineEntity, p } from '@mikro-orm/core';
import { Procedure } from '#domain/procedure';
import { Rollout } from '#domain/rollout';
import { Unit } from '#domain/units';
import { newId, oneOf } from '#lib/kernel';
import { MODEL_KINDS, OCCASIONS, type ModelKind, type ModelSaid, type Occasion } from './handover-policy.js';

const ServiceModelSchema = defineEntity({
  name: 'ServiceModel',
  tableName: 'service_model',
  indexes: [{ name: 'service_model_of_host', properties: ['host', 'id'] }],
  checks: [
    { name: 'service_model_kind', expression: oneOf('kind', MODEL_KINDS) },
    { name: 'service_model_says_what', expression: "btrim(title) <> '' and btrim(decision) <> '' and btrim(how_to_ask) <> ''" },
    { name: 'service_model_ends_after_it_begins', expression: 'ends_on >= starts_on' },
  ],
  properties: {
    id: p.uuid().primary(),
    /** Whose office keeps it. */
    host: () => p.manyToOne(Unit).lazyRef().index(false),
    /** The roll-out that it carries out, whose figures it counts; null: none. */
    rollout: () => p.manyToOne(Rollout).lazyRef().strictNullable().index('service_model_rollout'),
    kind: p.text().$type<ModelKind>(),
    title: p.text(),
    /** What it rests on, as it is cited. */
    decision: p.text(),
    /** For citizens. */
    howToAsk: p.text(),
    startsOn: p.date(),
    endsOn: p.date().strictNullable(),
    illustrative: p.boolean(),
    version: p.integer().default(1),
  },
});

/** That units hand over results of some procedures at home or at a ceremony, from a day on and by a decision. */
export class ServiceModel extends ServiceModelSchema.class {
  static of(host: Unit, rollout: Rollout | null, said: ModelSaid & { readonly illustrative: boolean }): ServiceModel {
    const model = Object.assign(new ServiceModel(), { id: newId(), host, rollout, illustrative: said.illustrative, version: 1 });
    model.describe(said);
    return model;
  }

  describe({ kind, title, decision, howToAsk, startsOn, endsOn }: ModelSaid): void {
    Object.assign(this, { kind, title: title.trim(), decision: decision.trim(), howToAsk: howToAsk.trim(), startsOn, endsOn });
  }

  facts(): ModelSaid {
    const { kind, title, decision, howToAsk, startsOn, endsOn } = this;
    return { kind, title, decision, howToAsk, startsOn, endsOn };
  }
}
ServiceModelSchema.setClass(ServiceModel);

const ModelProcedureSchema = defineEntity({
  name: 'ModelProcedure',
  tableName: 'service_model_procedure',
  uniques: [{ name: 'service_model_procedure_once', properties: ['model', 'procedure'] }],
  checks: [{ name: 'service_model_procedure_occasion', expression: oneOf('occasion', OCCASIONS) }],
  properties: {
    id: p.uuid().primary(),
    model: () => p.manyToOne(ServiceModel).lazyRef().index(false),
    procedure: () => p.manyToOne(Procedure).lazyRef().index('service_model_procedure_procedure'),
    occasion: p.text().$type<Occasion>(),
  },
});

/** A procedure whose results a model hands over, and what it is about. */
export class ModelProcedure extends ModelProcedureSchema.class {
  static of(model: ServiceModel, procedure: Procedure, occasion: Occasion): ModelProcedure {
    return Object.assign(new ModelProcedure(), { id: newId(), model, procedure, occasion });
  }
}
ModelProcedureSchema.setClass(ModelProcedure);

const ModelUnitSchema = defineEntity({
  name: 'ModelUnit',
  tableName: 'service_model_unit',
  uniques: [{ name: 'service_model_unit_once', properties: ['model', 'unit'] }],
  properties: {
    id: p.uuid().primary(),
    model: () => p.manyToOne(ServiceModel).lazyRef().index(false),
    unit: () => p.manyToOne(Unit).lazyRef().index('service_model_unit_unit'),
  },
});

/** A unit that does it. */
export class ModelUnit extends ModelUnitSchema.class {
  static of(model: ServiceModel, unit: Unit): ModelUnit {
    return Object.assign(new ModelUnit(), { id: newId(), model, unit });
  }
}
ModelUnitSchema.setClass(ModelUnit);
