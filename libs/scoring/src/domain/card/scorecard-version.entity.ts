import { defineEntity, p } from '@mikro-orm/core';
import { type Mark } from './marks.js';
import { Scorecard } from './scorecard.entity.js';

const ScorecardVersionSchema = defineEntity({
  name: 'ScorecardVersion',
  tableName: 'scorecard_version',
  uniques: [{ name: 'scorecard_version_number', properties: ['scorecard', 'number'] }],
  checks: [{ name: 'scorecard_version_from_one', expression: 'number > 0' }],
  properties: {
    id: p.uuid().primary(),
    scorecard: () => p.manyToOne(Scorecard).lazyRef().index(false),
    number: p.integer(),
    // Sealed as the card is.
    marks: p.json<Mark[]>(),
    total: p.decimal().columnType('numeric'),
    nonce: p.text(),
    hash: p.text(),
    pseudonym: p.text().strictNullable(),
    signedAt: p.datetime(),
    keptAt: p.datetime(),
  },
});

/** A card as it was signed before it was reopened or corrected. What was signed once is never lost. */
export class ScorecardVersion extends ScorecardVersionSchema.class {}
ScorecardVersionSchema.setClass(ScorecardVersion);
