import { type Problem } from '../../api/refusal';
import { type Dossier } from './dossier.query';

export const STEPS = ['title', 'solution', 'effect', 'authors', 'files', 'declarations', 'send'] as const;
export type Step = (typeof STEPS)[number];

/** The step stands in the address, so that a link leads to it and going back means the step before. */
export const dossierSearch = ({ step }: Record<string, unknown>): { step?: Step } => {
  const found = STEPS.find((name) => name === step);
  return found ? { step: found } : {};
};

/** Which two versions are compared, by their numbers. */
export const versionsSearch = ({ from, to }: Record<string, unknown>): { from?: number; to?: number } => ({
  ...(typeof from === 'number' && { from }),
  ...(typeof to === 'number' && { to }),
});

/** In whose step a field stands, by the first part of its path. */
const STEP_OF: Readonly<Record<string, Step>> = {
  title: 'title',
  areaId: 'title',
  improvesId: 'title',
  problem: 'solution',
  solution: 'solution',
  novelty: 'effect',
  effect: 'effect',
  influence: 'effect',
  firstAppliedOn: 'effect',
  confidential: 'effect',
  authors: 'authors',
  track: 'authors',
  files: 'files',
  ownWork: 'declarations',
  notPrizedElsewhere: 'declarations',
  nobodyOnJury: 'declarations',
  declared: 'declarations',
};

/** Where an ask of a return belongs, by the field's path. */
export const PATH_OF: Readonly<Record<Dossier['asks'][number]['field'], string>> = {
  AREA: 'areaId',
  AUTHORS: 'authors',
  CONFIDENTIAL: 'confidential',
  DECLARATIONS: 'declared',
  EFFECT: 'effect',
  FILES: 'files',
  FIRST_APPLIED_ON: 'firstAppliedOn',
  IMPROVES: 'improvesId',
  INFLUENCE: 'influence',
  NOVELTY: 'novelty',
  PROBLEM: 'problem',
  SOLUTION: 'solution',
  TITLE: 'title',
  TRACK: 'track',
};

export const pathOf = ({ path }: Pick<Problem, 'path'>): string => path?.replace(/^input\./, '') ?? '';
export const stepOf = (path: string): Step =>
  path === 'order' || path.startsWith('file:') ? 'files' : (STEP_OF[path.split('.')[0] ?? ''] ?? 'send');
export const problemsIn = (step: Step, problems: readonly Problem[]): readonly Problem[] =>
  problems.filter((problem) => stepOf(pathOf(problem)) === step);
export const asksAt = (path: string, { asks }: Dossier): readonly string[] =>
  asks.filter(({ field }) => PATH_OF[field] === path).map(({ words }) => words);
