import { defineEntity, p } from '@mikro-orm/core';
import { Initiative } from '#domain/initiative';
import { Round } from './round.entity.js';

const RoundQualifierSchema = defineEntity({
  name: 'RoundQualifier',
  tableName: 'round_qualifier',
  properties: {
    round: () => p.manyToOne(Round).lazyRef().primary(),
    initiative: () => p.manyToOne(Initiative).lazyRef().primary(),
  },
});

/**
 * That an initiative goes on from a round into the next one. Written when the round closes, of each that passed; of the round that is left,
 * since that one stands for good, while those to come may be planned anew. A trigger refuses who never passed.
 */
export class RoundQualifier extends RoundQualifierSchema.class {}
RoundQualifierSchema.setClass(RoundQualifier);
