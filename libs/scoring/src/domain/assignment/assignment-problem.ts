import { type Assignment, type AssignmentProblem, type Pair } from '#lib/statistics';
import { type AssignmentTable } from './assignment-table.js';
import { fitOf, fitTable } from './fit.js';
import { limitsOf } from './limits.js';
import { type ProposalOptions } from './options.js';

/** What becomes of a card: `DROPPED` was not begun and goes; `RELEASED` was begun, is excused and kept. */
export const CARD_FATES = ['KEPT', 'NEW', 'DROPPED', 'RELEASED'] as const;
export type CardFate = (typeof CARD_FATES)[number];

/** One card of a proposal: who is, will be or was to judge what, and how well they suit it. */
export interface PlannedCard {
  readonly initiativeId: string;
  readonly judgeId: string;
  readonly fit: number;
  readonly fate: CardFate;
}

/** The table as the solver takes it: nobody gets what they are barred from or were excused from. */
export function problemOf(table: AssignmentTable, options: ProposalOptions): AssignmentProblem {
  const { initiatives, judges, cards, barred, needed } = table;
  const placeOf = placesOf(initiatives, judges);
  const pairs = (found: readonly { initiativeId: string; judgeId: string }[]) => found.flatMap((one) => placeOf(one) ?? []);
  const excused = cards.filter((card) => card.excused);
  const standing = cards.filter((card) => !card.excused);
  const judgeAt = new Map(judges.map(({ id }, at) => [id, at]));
  const fit = fitTable(table);
  return {
    needs: initiatives.map(() => needed),
    judges: judges.map(({ loadMin, loadMax, available }) => ({
      min: available ? Math.min(loadMin, initiatives.length) : 0,
      max: available ? Math.max(loadMin, Math.min(loadMax ?? initiatives.length, initiatives.length)) : 0,
    })),
    forbidden: pairs([...barred.map(({ initiativeId, personId }) => ({ initiativeId, judgeId: personId })), ...excused]),
    limits: limitsOf(table, options.sameUnitAtMost).map(({ judgeIds, atMost }) => ({
      judges: judgeIds.flatMap((id) => judgeAt.get(id) ?? []),
      atMost,
    })),
    started: pairs(standing.filter(({ touched, signed }) => (options.reassignStarted ? signed : touched))),
    previous: pairs(standing),
    ...(fit ? { fit } : {}),
  };
}

/** What the solver's answer does to each card. A signed card that a conflict has caught up with is left to the organisers. */
export function plannedCards({ initiatives, judges, cards }: AssignmentTable, { judgesOf }: Pick<Assignment, 'judgesOf'>): PlannedCard[] {
  const initiativeOf = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
  const judgeOf = new Map(judges.map((judge) => [judge.id, judge]));
  const standing = cards.filter((card) => !card.excused && initiativeOf.has(card.initiativeId));
  const there = new Set(standing.map(keyOf));
  const wanted = judgesOf.flatMap((chosen, at) =>
    chosen.map((judge) => ({ initiativeId: initiatives[at]?.id ?? '', judgeId: judges[judge]?.id ?? '' })),
  );
  const keys = new Set(wanted.map(keyOf));
  const planned = (one: { initiativeId: string; judgeId: string }, fate: CardFate): PlannedCard => {
    const [initiative, judge] = [initiativeOf.get(one.initiativeId), judgeOf.get(one.judgeId)];
    return { initiativeId: one.initiativeId, judgeId: one.judgeId, fit: initiative && judge ? fitOf(judge, initiative) : 0, fate };
  };
  const gone = standing.filter((card) => !card.signed && !keys.has(keyOf(card)));
  return [
    ...wanted.map((one) => planned(one, there.has(keyOf(one)) ? 'KEPT' : 'NEW')),
    ...gone.map((card) => planned(card, card.touched ? 'RELEASED' : 'DROPPED')),
  ];
}

const keyOf = (one: { initiativeId: string; judgeId: string }): string => `${one.initiativeId} ${one.judgeId}`;

function placesOf(initiatives: readonly { id: string }[], judges: readonly { id: string }[]) {
  const initiativeAt = new Map(initiatives.map(({ id }, at) => [id, at]));
  const judgeAt = new Map(judges.map(({ id }, at) => [id, at]));
  return ({ initiativeId, judgeId }: { initiativeId: string; judgeId: string }): readonly [Pair] | null => {
    const [initiative, judge] = [initiativeAt.get(initiativeId), judgeAt.get(judgeId)];
    return initiative === undefined || judge === undefined ? null : [[initiative, judge]];
  };
}
