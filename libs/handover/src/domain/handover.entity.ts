import { defineEntity, p } from '@mikro-orm/core';
import { Procedure } from '#domain/procedure';
import { Unit } from '#domain/units';
import { newId, oneOf } from '#lib/kernel';
import {
  ABSENT_BEFORE_OFFICE,
  CORRECTION_REASONS,
  HANDOVER_LETTERS,
  HANDOVER_LEVELS,
  HANDOVER_OUTCOMES,
  HANDOVER_PLACES,
  OCCASIONS,
  type CorrectionReason,
  type HandoverLetter,
  type HandoverLevel,
  type HandoverOutcome,
  type HandoverPlace,
  type HandoverSaid,
  type Occasion,
} from './handover-policy.js';
import { ServiceModel } from './service-model.entity.js';

const HandoverSchema = defineEntity({
  name: 'Handover',
  tableName: 'handover',
  indexes: [
    { name: 'handover_in_order', properties: ['day', 'id'] },
    { name: 'handover_of_unit', properties: ['unit', 'day', 'id'] },
    {
      name: 'handover_next_time_once',
      expression: 'create unique index handover_next_time_once on handover (earlier_id) where voided_on is null',
    },
  ],
  checks: [
    { name: 'handover_occasion', expression: oneOf('occasion', OCCASIONS) },
    { name: 'handover_venue', expression: oneOf('venue', HANDOVER_PLACES) },
    { name: 'handover_by_level', expression: oneOf('by_level', HANDOVER_LEVELS) },
    { name: 'handover_letter', expression: oneOf('letter', HANDOVER_LETTERS) },
    { name: 'handover_outcome', expression: oneOf('outcome', HANDOVER_OUTCOMES) },
    { name: 'handover_condolence_after_death', expression: "letter = 'NONE' or (occasion = 'DEATH') = (letter = 'CONDOLENCE')" },
    { name: 'handover_letter_with_what_is_handed', expression: "letter = 'NONE' or outcome = 'HANDED'" },
    { name: 'handover_marriage_in_person', expression: "occasion <> 'MARRIAGE' or venue in ('CEREMONY', 'OFFICE')" },
    { name: 'handover_home_is_asked_for', expression: "venue <> 'HOME' or asked_for" },
    { name: 'handover_post_by_post', expression: "(venue = 'POST') = (by_level = 'POSTAL')" },
    { name: 'handover_after_two_at_office', expression: `attempt <= ${String(ABSENT_BEFORE_OFFICE)} or venue = 'OFFICE'` },
    { name: 'handover_first_has_none_before', expression: 'attempt >= 1 and (attempt = 1) = (earlier_id is null)' },
    {
      name: 'handover_voided_with_reason',
      expression: `num_nulls(voided_on, void_reason) in (0, 2) and ${oneOf('void_reason', CORRECTION_REASONS)}`,
    },
    { name: 'handover_corrected_with_reason', expression: oneOf('correction_reason', CORRECTION_REASONS) },
  ],
  properties: {
    id: p.uuid().primary(),
    model: () => p.manyToOne(ServiceModel).lazyRef().index('handover_model'),
    unit: () => p.manyToOne(Unit).lazyRef().index(false),
    procedure: () => p.manyToOne(Procedure).lazyRef().index('handover_procedure'),
    /** As the model says of the procedure. */
    occasion: p.text().$type<Occasion>(),
    day: p.date(),
    venue: p.text().$type<HandoverPlace>(),
    byLevel: p.text().$type<HandoverLevel>(),
    /** That it be brought home. */
    askedFor: p.boolean(),
    letter: p.text().$type<HandoverLetter>(),
    outcome: p.text().$type<HandoverOutcome>(),
    attempt: p.integer(),
    /** The time before, when nobody was there. */
    earlier: () => p.manyToOne(Handover).lazyRef().strictNullable().index('handover_earlier'),
    correctionReason: p.text().$type<CorrectionReason>().strictNullable(),
    voidedOn: p.date().strictNullable(),
    voidReason: p.text().$type<CorrectionReason>().strictNullable(),
    version: p.integer().version(),
  },
});

/** That a result was handed over, or was tried to be: when, where, by whom in kind, with which letter. Nothing of whose it was. */
export class Handover extends HandoverSchema.class {
  static of(
    of: { readonly model: ServiceModel; readonly unit: Unit; readonly procedure: Procedure; readonly occasion: Occasion },
    earlier: Handover | null,
    said: HandoverSaid,
  ): Handover {
    const attempt = (earlier?.attempt ?? 0) + 1;
    const handover = Object.assign(new Handover(), { id: newId(), ...of, earlier, attempt });
    Object.assign(handover, { correctionReason: null, voidedOn: null, voidReason: null });
    handover.say(said);
    return handover;
  }

  facts(): HandoverSaid {
    const { day, venue, byLevel, askedFor, letter, outcome } = this;
    return { day, venue, byLevel, askedFor, letter, outcome };
  }

  correct(said: HandoverSaid, reason: CorrectionReason): void {
    this.say(said);
    this.correctionReason = reason;
  }

  void(reason: CorrectionReason, day: string): void {
    Object.assign(this, { voidedOn: day, voidReason: reason });
  }

  private say({ day, venue, byLevel, askedFor, letter, outcome }: HandoverSaid): void {
    Object.assign(this, { day, venue, byLevel, askedFor, letter, outcome });
  }
}
HandoverSchema.setClass(Handover);
