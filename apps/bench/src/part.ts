import { type Report } from './table.js';
import { type Workspace } from './workspace.js';

export interface Given {
  readonly workspace: Workspace;
  readonly report: Report;
  /** How long each thing is measured. */
  readonly seconds: number;
  /** Whether what has that name is to be measured: all of it, or what `--only` names. */
  readonly isAsked: (name: string) => boolean;
}

/** One part of the benchmark, which can be run by itself. */
export type Part = (given: Given) => Promise<void>;
