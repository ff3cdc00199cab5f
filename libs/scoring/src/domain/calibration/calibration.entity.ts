import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { newId } from '#lib/kernel';
import { type Mark } from '../card/marks.js';
import { SAMPLES } from '../round/opening.js';
import { Round } from '../round/round.entity.js';

/** What a sample says, as a dossier would. */
export interface SampleText {
  readonly title: string;
  readonly problem: string;
  readonly solution: string;
  readonly novelty: string;
  readonly effect: string;
}

const CalibrationSampleSchema = defineEntity({
  name: 'CalibrationSample',
  tableName: 'calibration_sample',
  uniques: [{ name: 'calibration_sample_place', properties: ['round', 'ordinal'] }],
  checks: [{ name: 'calibration_sample_ordinal', expression: `ordinal between 1 and ${String(SAMPLES)}` }],
  properties: {
    id: p.uuid().primary(),
    // A planned round that its rule book no longer has goes, and what was prepared for it with it.
    round: () => p.manyToOne(Round).lazyRef().index(false).deleteRule('cascade'),
    ordinal: p.integer(),
    title: p.text(),
    problem: p.text(),
    solution: p.text(),
    novelty: p.text(),
    effect: p.text(),
  },
});

/** An initiative that nobody sent in: judges score it before a round, so that they mean the same by a mark. Nothing of it is sealed. */
export class CalibrationSample extends CalibrationSampleSchema.class {
  static of(round: Round, ordinal: number, { title, problem, solution, novelty, effect }: SampleText): CalibrationSample {
    const sample = new CalibrationSample();
    return Object.assign(sample, { id: newId(), round, ordinal, title, problem, solution, novelty, effect });
  }
}
CalibrationSampleSchema.setClass(CalibrationSample);

const CalibrationCardSchema = defineEntity({
  name: 'CalibrationCard',
  tableName: 'calibration_card',
  uniques: [{ name: 'calibration_card_once', properties: ['sample', 'judge'] }],
  properties: {
    id: p.uuid().primary(),
    sample: () => p.manyToOne(CalibrationSample).lazyRef().index(false).deleteRule('cascade'),
    judge: () => p.manyToOne(Person).lazyRef(),
    marks: p.json<Mark[]>(),
    total: p.decimal().columnType('numeric'),
    signedAt: p.datetime(),
  },
});

/** What one judge gave a sample; signed at once, and final. */
export class CalibrationCard extends CalibrationCardSchema.class {}
CalibrationCardSchema.setClass(CalibrationCard);

const CalibrationSchema = defineEntity({
  name: 'Calibration',
  tableName: 'calibration',
  uniques: [{ name: 'calibration_once', properties: ['round', 'judge'] }],
  properties: {
    id: p.uuid().primary(),
    round: () => p.manyToOne(Round).lazyRef().index(false).deleteRule('cascade'),
    judge: () => p.manyToOne(Person).lazyRef(),
    finishedAt: p.datetime(),
  },
});

/** A judge's word that they have seen how all scored the samples. Before it no real card of the round opens to them. */
export class Calibration extends CalibrationSchema.class {}
CalibrationSchema.setClass(Calibration);
