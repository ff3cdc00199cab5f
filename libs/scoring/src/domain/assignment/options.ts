import { SAME_UNIT_AT_MOST } from './limits.js';

/** Best total fit, or best for the initiative whose judges suit it least. */
export const OBJECTIVES = ['TOTAL_FIT', 'WORST_SERVED'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** The smallest possible spread of loads, or only the bounds that each judge has. */
export const LOAD_RULES = ['SMALLEST_SPREAD', 'STATED_BOUNDS'] as const;
export type LoadRule = (typeof LOAD_RULES)[number];

/** Whether leaving cards where they are breaks ties of fit, or goes before fit. */
export const KEEPS = ['AFTER_FIT', 'BEFORE_FIT'] as const;
export type Keep = (typeof KEEPS)[number];

/** What an organiser chooses when asking for a proposal. */
export interface ProposalOptions {
  readonly objective: Objective;
  readonly loads: LoadRule;
  readonly keep: Keep;
  /** So many judges of one unit on one initiative, the host unit left out. */
  readonly sameUnitAtMost: number;
  /** Whether cards that were begun may go to another judge; signed ones never do. */
  readonly reassignStarted: boolean;
}

export type ProposalWishes = { readonly [K in keyof ProposalOptions]?: ProposalOptions[K] | null };

/** What was not chosen is as the contest would have it. */
export function optionsOf(wishes: ProposalWishes): ProposalOptions {
  return {
    objective: wishes.objective ?? 'TOTAL_FIT',
    loads: wishes.loads ?? 'SMALLEST_SPREAD',
    keep: wishes.keep ?? 'AFTER_FIT',
    sameUnitAtMost: wishes.sameUnitAtMost ?? SAME_UNIT_AT_MOST,
    reassignStarted: wishes.reassignStarted ?? false,
  };
}
