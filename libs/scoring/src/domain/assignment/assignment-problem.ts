import { type Assignment, type AssignmentProblem, type Pair } from '#lib/statistics';
import { type AssignmentTable } from './assignment-table.js';

/** What a proposal changes. */
export interface AssignmentChange {
  readonly added: readonly { readonly initiativeId: string; readonly judgeId: string }[];
  /** Untouched cards that go. */
  readonly dropped: readonly string[];
  /** Touched cards that a conflict has caught up with: excused, and kept. */
  readonly released: readonly string[];
}

/** The table as the solver takes it: nobody gets what they are barred from or were excused from. */
export function problemOf({ initiatives, judges, cards, barred }: AssignmentTable, needed: number): AssignmentProblem {
  const placeOf = placesOf(initiatives, judges);
  const pairs = (found: readonly { initiativeId: string; judgeId: string }[]) => found.flatMap((one) => placeOf(one) ?? []);
  const excused = cards.filter((card) => card.excused);
  const standing = cards.filter((card) => !card.excused);
  return {
    needs: initiatives.map(() => needed),
    judges: judges.map(({ loadMin, loadMax, available }) => ({
      min: available ? Math.min(loadMin, initiatives.length) : 0,
      max: available ? Math.max(loadMin, Math.min(loadMax ?? initiatives.length, initiatives.length)) : 0,
    })),
    forbidden: pairs([...barred.map(({ initiativeId, personId }) => ({ initiativeId, judgeId: personId })), ...excused]),
    started: pairs(standing.filter(({ touched }) => touched)),
    previous: pairs(standing),
  };
}

export function changeOf(
  { initiatives, judges, cards }: AssignmentTable,
  { judgesOf, released }: Pick<Assignment, 'judgesOf' | 'released'>,
): AssignmentChange {
  const wanted = judgesOf.flatMap((chosen, at) =>
    chosen.map((judge) => ({ initiativeId: initiatives[at]?.id ?? '', judgeId: judges[judge]?.id ?? '' })),
  );
  const keyOf = (one: { initiativeId: string; judgeId: string }) => `${one.initiativeId} ${one.judgeId}`;
  const keys = new Set(wanted.map(keyOf));
  const there = new Set(cards.map(keyOf));
  const freed = new Set(
    released.map(([initiative, judge]) => keyOf({ initiativeId: initiatives[initiative]?.id ?? '', judgeId: judges[judge]?.id ?? '' })),
  );
  const inRound = new Set(initiatives.map(({ id }) => id));
  const standing = cards.filter((card) => !card.excused && inRound.has(card.initiativeId));
  return {
    added: wanted.filter((one) => !there.has(keyOf(one))),
    dropped: standing.filter((card) => !card.touched && !keys.has(keyOf(card))).map(({ id }) => id),
    released: standing.filter((card) => card.touched && freed.has(keyOf(card))).map(({ id }) => id),
  };
}

function placesOf(initiatives: readonly { id: string }[], judges: readonly { id: string }[]) {
  const initiativeAt = new Map(initiatives.map(({ id }, at) => [id, at]));
  const judgeAt = new Map(judges.map(({ id }, at) => [id, at]));
  return ({ initiativeId, judgeId }: { initiativeId: string; judgeId: string }): readonly [Pair] | null => {
    const [initiative, judge] = [initiativeAt.get(initiativeId), judgeAt.get(judgeId)];
    return initiative === undefined || judge === undefined ? null : [[initiative, judge]];
  };
}
