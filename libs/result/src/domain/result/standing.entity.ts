import { defineEntity, p } from '@mikro-orm/core';
import { Initiative } from '#domain/initiative';
import { FINAL_STATES, type FinalState } from './final-standings.js';
import { ContestResult, RoundResult } from './result.entity.js';
import { type CutOff, type KnockOut, STANDING_STATES, type StandingState } from './standings.js';

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

const StandingSchema = defineEntity({
  name: 'Standing',
  tableName: 'standing',
  uniques: [
    { name: 'standing_once', properties: ['result', 'initiative'] },
    { name: 'standing_place_once', properties: ['result', 'place'] },
  ],
  indexes: [{ name: 'standing_initiative', properties: ['initiative'] }],
  checks: [
    { name: 'standing_state', expression: `state in (${quoted(STANDING_STATES)})` },
    { name: 'standing_ranked_iff_not_out', expression: "(rank is null) = (state = 'KNOCKED_OUT')" },
    { name: 'standing_cut_off_by_bound', expression: "cut_off is null or state = 'CUT_OFF'" },
    { name: 'standing_knocked_out_by_minimum', expression: "knocked_out = '[]' or state = 'KNOCKED_OUT'" },
    { name: 'standing_adjusted_rank', expression: 'adjusted_rank is null or (adjusted is not null and rank is not null)' },
  ],
  properties: {
    id: p.uuid().primary(),
    result: () => p.manyToOne(RoundResult).lazyRef().index(false),
    initiative: () => p.manyToOne(Initiative).lazyRef().index(false),
    rank: p.integer().strictNullable(),
    place: p.integer(),
    // Unrounded; shown rounded half up.
    score: p.decimal().columnType('numeric'),
    cards: p.integer(),
    // Of the totals that count. Null where it was kept before means were, and the score is none.
    mean: p.decimal().columnType('numeric').strictNullable(),
    spread: p.decimal().columnType('numeric'),
    // Corrected for the severity of judges, to six decimals; null where the marks do not determine it.
    adjusted: p.double().strictNullable(),
    adjustedRank: p.integer().strictNullable(),
    state: p.text().$type<StandingState>(),
    knockedOut: p.json<readonly KnockOut[]>(),
    cutOff: p.json<CutOff>().strictNullable(),
    decidedBy: p.text().strictNullable(),
    criteria: p.json<Record<string, string>>(),
    // How firm the place is, once that was reckoned: ranks without any one judge, chances of prizes in their order. Advisory.
    bestRank: p.integer().strictNullable(),
    worstRank: p.integer().strictNullable(),
    unrankedWithout: p.integer().strictNullable(),
    chances: p.json<readonly number[]>().strictNullable(),
  },
});

/** Where an initiative stands in one version of a round's result. Computed from the signed cards, never typed. */
export class Standing extends StandingSchema.class {}
StandingSchema.setClass(Standing);

const FinalStandingSchema = defineEntity({
  name: 'FinalStanding',
  tableName: 'final_standing',
  uniques: [
    { name: 'final_standing_once', properties: ['result', 'initiative'] },
    { name: 'final_standing_place_once', properties: ['result', 'place'] },
  ],
  indexes: [{ name: 'final_standing_initiative', properties: ['initiative'] }],
  checks: [
    { name: 'final_standing_state', expression: `state in (${quoted(FINAL_STATES)})` },
    { name: 'final_standing_ranked_iff_not_out', expression: "(rank is null) = (state = 'KNOCKED_OUT')" },
  ],
  properties: {
    id: p.uuid().primary(),
    result: () => p.manyToOne(ContestResult).lazyRef().index(false),
    initiative: () => p.manyToOne(Initiative).lazyRef().index(false),
    rank: p.integer().strictNullable(),
    place: p.integer(),
    score: p.decimal().columnType('numeric'),
    reached: p.text(),
    state: p.text().$type<FinalState>(),
    decidedBy: p.text().strictNullable(),
  },
});

/** A line of the final standings: one for each initiative that was in a round, kept when the last one closed. */
export class FinalStanding extends FinalStandingSchema.class {}
FinalStandingSchema.setClass(FinalStanding);
