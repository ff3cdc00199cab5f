import { type Assignment, type Shortage } from '#lib/statistics';
import { type AssignableInitiative, type AssignableJudge, type AssignmentTable } from './assignment-table.js';
import { type NamedLimit, limitsAgainst, limitsOf } from './limits.js';

/** What keeps judges off an initiative, in the order in which it is asked: the first that holds for a judge is the one that is told. */
export const CONSTRAINTS = ['CONFLICT', 'EXCUSED', 'AWAY', 'PAIR', 'UNIT', 'FULL'] as const;
export type Constraint = (typeof CONSTRAINTS)[number];

/** One constraint that binds, and whom it keeps off. */
export interface Binding {
  readonly kind: Constraint;
  readonly judgeIds: readonly string[];
  /** Of `UNIT`. */
  readonly unitId: string | null;
  /** Of `PAIR` and `UNIT`: so many of them together. */
  readonly atMost: number | null;
}

/** An initiative that cannot have its judges, and why. */
export interface ExplainedShortage {
  readonly initiativeId: string;
  readonly receiptNumber: string;
  readonly missing: number;
  readonly reason: Shortage['reason'];
  /** Those who could judge it, were there room or no limit. */
  readonly judgeIds: readonly string[];
  readonly binding: readonly Binding[];
}

/** Every initiative that is short, with each constraint that binds there by the judges it keeps off. */
export function explainShortages(
  table: AssignmentTable,
  { judgesOf, loads, short }: Pick<Assignment, 'judgesOf' | 'loads' | 'short'>,
  sameUnitAtMost: number,
): ExplainedShortage[] {
  const limits = limitsOf(table, sameUnitAtMost);
  const barred = new Set(table.barred.map(({ initiativeId, personId }) => `${initiativeId} ${personId}`));
  const excused = new Set(table.cards.filter((card) => card.excused).map(({ initiativeId, judgeId }) => `${initiativeId} ${judgeId}`));
  const loadOf = new Map(table.judges.map(({ id }, at) => [id, loads[at] ?? 0]));
  return short.flatMap(({ initiative: at, missing, reason, judges }) => {
    const initiative = table.initiatives[at];
    if (!initiative) return [];
    const sitting = new Set((judgesOf[at] ?? []).flatMap((judge) => table.judges[judge]?.id ?? []));
    const off = table.judges
      .filter(({ id }) => !sitting.has(id))
      .flatMap((judge) => {
        const against = limitsAgainst(limits, judge.id, sitting);
        return whatKeepsOff({
          judge,
          initiative,
          barred,
          excused,
          against,
          full: (loadOf.get(judge.id) ?? 0) >= (judge.loadMax ?? Infinity),
        });
      });
    const judgeIds = judges.flatMap((judge) => table.judges[judge]?.id ?? []);
    return [{ initiativeId: initiative.id, receiptNumber: initiative.code, missing, reason, judgeIds, binding: gathered(off, limits) }];
  });
}

interface KeptOff {
  readonly judgeId: string;
  readonly kind: Constraint;
  readonly limit: NamedLimit | null;
}

function whatKeepsOff(facts: {
  judge: AssignableJudge;
  initiative: AssignableInitiative;
  barred: ReadonlySet<string>;
  excused: ReadonlySet<string>;
  against: readonly NamedLimit[];
  full: boolean;
}): KeptOff[] {
  const { judge, initiative, barred, excused, against, full } = facts;
  const key = `${initiative.id} ${judge.id}`;
  const plain = (kind: Constraint): KeptOff[] => [{ judgeId: judge.id, kind, limit: null }];
  if (barred.has(key)) return plain('CONFLICT');
  if (excused.has(key)) return plain('EXCUSED');
  if (!judge.available) return plain('AWAY');
  if (against.length > 0) return against.map((limit) => ({ judgeId: judge.id, kind: limit.kind, limit }));
  return full ? plain('FULL') : [];
}

/** A pair and a unit are named whole: who sits there as well as who is kept off. */
function gathered(off: readonly KeptOff[], limits: readonly NamedLimit[]): Binding[] {
  const plain = CONSTRAINTS.flatMap((kind): Binding[] => {
    const judgeIds = off.filter((one) => one.kind === kind && one.limit === null).map(({ judgeId }) => judgeId);
    return judgeIds.length > 0 ? [{ kind, judgeIds, unitId: null, atMost: null }] : [];
  });
  const binding = limits.filter((limit) => off.some((one) => one.limit === limit));
  return [...plain, ...binding.map(({ kind, judgeIds, unitId, atMost }) => ({ kind, judgeIds, unitId, atMost }))];
}
