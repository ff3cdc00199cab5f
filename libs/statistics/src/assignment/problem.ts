/** An initiative and a judge, by their places in the problem. */
export type Pair = readonly [initiative: number, judge: number];

/** Of `judges`, at most `atMost` on one initiative: two who must not sit together, or a unit that must not crowd its neighbours. */
export interface Limit {
  readonly judges: readonly number[];
  readonly atMost: number;
  /** The initiatives it holds for; all, where it is left out. */
  readonly initiatives?: readonly number[];
}

/** Who may judge what, and how much. Initiatives and judges are numbered from 0. */
export interface AssignmentProblem {
  /** How many judges each initiative needs. */
  readonly needs: readonly number[];
  /** The least and the most cards of each judge; one who is absent has a `max` of 0. */
  readonly judges: readonly { readonly min?: number; readonly max: number }[];
  /** Hard conflicts: never assigned. */
  readonly forbidden?: readonly Pair[];
  /** `fit[initiative][judge]`, whole numbers, higher is better; all alike where it is left out. */
  readonly fit?: readonly (readonly number[])[];
  readonly limits?: readonly Limit[];
  /** Cards that have been started: kept whatever they cost, unless a hard conflict has come up since. */
  readonly started?: readonly Pair[];
  /** The assignment there was: what of it can stay without loss, stays. */
  readonly previous?: readonly Pair[];
}

export interface AssignmentOptions {
  /** Best total fit, or best for the initiative whose judges fit it least, and then best total fit. */
  readonly objective?: 'TOTAL_FIT' | 'WORST_SERVED';
  /** The smallest possible spread of loads, or only the bounds each judge has. */
  readonly loads?: 'SMALLEST_SPREAD' | 'STATED_BOUNDS';
  /** Whether keeping the previous assignment breaks ties of fit, or goes before fit. */
  readonly keep?: 'AFTER_FIT' | 'BEFORE_FIT';
  /** When to stop looking for better and say how far from proven the answer is. */
  readonly timeLimitMs?: number;
  readonly onProgress?: (progress: AssignmentProgress) => void;
}

export interface AssignmentProgress {
  readonly phase: 'SERVING' | 'LEVELLING' | 'FITTING';
  /** How often the solver has been asked in this phase. */
  readonly round: number;
}

/** Why an initiative has fewer judges than it needs. */
export interface Shortage {
  readonly initiative: number;
  readonly missing: number;
  /**
   * `TOO_FEW_JUDGES`: fewer judges are free of conflict with it than it needs. `JUDGES_FULL`: `judges` together cannot carry what `rivals` need of them.
   * `KEPT_APART`: a judge has room, but a limit keeps them off this initiative.
   */
  readonly reason: 'TOO_FEW_JUDGES' | 'JUDGES_FULL' | 'KEPT_APART';
  readonly judges: readonly number[];
  readonly rivals: readonly number[];
}

/** A proposal: who judges what, and what stood in the way. */
export interface Assignment {
  /** The judges of each initiative, ascending. */
  readonly judgesOf: readonly (readonly number[])[];
  readonly loads: readonly number[];
  /** The highest load of a judge who is above their minimum, less the lowest of one who could carry more. */
  readonly spread: number;
  readonly totalFit: number;
  /** The mean fit of the judges of the initiative they fit least; null where none has all its judges. */
  readonly worstFit: number | null;
  /** Initiatives that could not get their number. Empty: everything asked for was done. */
  readonly short: readonly Shortage[];
  /** Judges who could not be given their minimum. */
  readonly underloaded: readonly { readonly judge: number; readonly missing: number }[];
  /** Pairs of the previous assignment that are gone. */
  readonly dropped: readonly Pair[];
  /** Started cards that a hard conflict took away. */
  readonly released: readonly Pair[];
  /** `optimal` when no assignment is better; else by how much the total and the worst fit could still be better at most. */
  readonly proof: { readonly optimal: boolean; readonly gap: number; readonly worstGap: number };
}
