import { defineEntity, p } from '@mikro-orm/core';
import { DEPARTURE_KINDS, type Departure, type DepartureKind } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { newId } from '#lib/kernel';
import { AwardDecision } from './award-decision.entity.js';

const WithheldPrizeSchema = defineEntity({
  name: 'WithheldPrize',
  tableName: 'withheld_prize',
  uniques: [{ name: 'withheld_prize_once', properties: ['decision', 'initiative'] }],
  checks: [
    { name: 'withheld_prize_kind', expression: `kind in (${DEPARTURE_KINDS.map((kind) => `'${kind}'`).join(', ')})` },
    { name: 'withheld_prize_reason', expression: "btrim(reason) <> ''" },
  ],
  properties: {
    id: p.uuid().primary(),
    decision: () => p.manyToOne(AwardDecision).lazyRef().index(false),
    initiative: () => p.manyToOne(Initiative).lazyRef().index('withheld_prize_initiative'),
    kind: p.text().$type<DepartureKind>(),
    reason: p.text(),
  },
});

/** That an initiative gets no prize of a list though the standings propose one, or its equals got theirs; with the reason. */
export class WithheldPrize extends WithheldPrizeSchema.class {
  static from(decision: AwardDecision, initiative: Initiative, { kind, reason }: Departure): WithheldPrize {
    return Object.assign(new WithheldPrize(), { id: newId(), decision, initiative, kind, reason });
  }
}
WithheldPrizeSchema.setClass(WithheldPrize);
