import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Initiative } from '#domain/initiative';
import { Refused } from '#lib/kernel';
import { Round } from '../round/round.entity.js';
import { CARD_FATES, type CardFate } from './assignment-problem.js';
import { type ProposalOptions } from './options.js';
import { type ExplainedShortage } from './shortage.js';

/** What a judge would have to do. */
export interface PlannedLoad {
  readonly judgeId: string;
  readonly load: number;
  /** With the cards they have now. */
  readonly before: number;
  /** So many fewer than the least that was agreed with them. */
  readonly missing: number;
}

const AssignmentProposalSchema = defineEntity({
  name: 'AssignmentProposal',
  tableName: 'assignment_proposal',
  checks: [{ name: 'assignment_proposal_proof', expression: 'not optimal or gap = 0 and worst_gap = 0' }],
  properties: {
    // That of the job that made it.
    id: p.uuid().primary(),
    round: () => p.manyToOne(Round).lazyRef().index().deleteRule('cascade'),
    madeAt: p.datetime(),
    options: p.json<ProposalOptions>(),
    // Of the table it was made from.
    fingerprint: p.text(),
    loads: p.json<readonly PlannedLoad[]>(),
    spread: p.integer(),
    totalFit: p.integer(),
    worstFit: p.decimal().columnType('numeric').strictNullable(),
    optimal: p.boolean(),
    gap: p.integer(),
    worstGap: p.decimal().columnType('numeric'),
    /** The first hundred of those that are short. */
    short: p.json<readonly ExplainedShortage[]>(),
    shortCount: p.integer(),
    appliedAt: p.datetime().strictNullable(),
  },
});

/** Who should judge what in a round, as the solver found it: looked at, then applied, once and only as long as it is still true. */
export class AssignmentProposal extends AssignmentProposalSchema.class {
  /** Refuses a second time, and where what it rests on has changed. */
  apply(fingerprint: string, at: Date): void {
    if (this.appliedAt) throw new Refused('PROPOSAL_APPLIED');
    if (this.fingerprint !== fingerprint) throw new Refused('PROPOSAL_OUTDATED');
    this.appliedAt = at;
  }
}
AssignmentProposalSchema.setClass(AssignmentProposal);

const ProposedCardSchema = defineEntity({
  name: 'ProposedCard',
  tableName: 'proposed_card',
  uniques: [{ name: 'proposed_card_once', properties: ['proposal', 'initiative', 'judge'] }],
  checks: [{ name: 'proposed_card_fate', expression: `fate in (${CARD_FATES.map((fate) => `'${fate}'`).join(', ')})` }],
  properties: {
    id: p.uuid().primary(),
    proposal: () => p.manyToOne(AssignmentProposal).lazyRef().index(false).deleteRule('cascade'),
    initiative: () => p.manyToOne(Initiative).lazyRef().index(false),
    judge: () => p.manyToOne(Person).lazyRef().index(false),
    fit: p.integer(),
    fate: p.text().$type<CardFate>(),
  },
});

/** One card of a proposal. */
export class ProposedCard extends ProposedCardSchema.class {}
ProposedCardSchema.setClass(ProposedCard);
