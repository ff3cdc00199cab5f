import { type AssignmentProblem, assignInWorker } from '#lib/statistics';

/** A field with conflicts here and there, ten areas of unlike size, and a few judges who can read little. The same each time. */
function field(initiatives: number, judges: number): AssignmentProblem {
  const spread = (a: number, b: number) => ((a * 2_654_435_761 + b * 40_503 + (a ^ b) * 97) >>> 0) % 1_000;
  const areas = Array.from({ length: initiatives }, (_, at) => Math.floor((spread(at, 1) / 1_000) ** 2 * 10));
  const each = Array.from({ length: judges }, (_, judge) => judge);
  return {
    needs: areas.map(() => 3),
    judges: each.map((judge) => ({ max: judge < judges / 20 ? Math.ceil(initiatives / judges) : initiatives })),
    forbidden: areas.flatMap((_, at) => each.filter((judge) => spread(at, judge + 7) < 60).map((judge) => [at, judge] as const)),
    fit: areas.map((area, at) => each.map((judge) => (judge % 10 === area ? 80 : 20) + (spread(at, judge) % 20))),
  };
}

export interface AssignmentTimes {
  readonly milliseconds: number;
  readonly optimal: boolean;
  /** The longest that the server's own thread was kept waiting meanwhile. */
  readonly blockedMs: number;
}

/** Two thousand initiatives, a hundred judges, three for each, in a thread as the server does it. */
export async function timeAssignment(): Promise<AssignmentTimes> {
  const problem = field(2_000, 100);
  const begun = performance.now();
  let [last, blockedMs] = [begun, 0];
  const clock = setInterval(() => {
    const now = performance.now();
    blockedMs = Math.max(blockedMs, now - last - 10);
    last = now;
  }, 10);
  const { proof } = await assignInWorker(problem);
  clearInterval(clock);
  return { milliseconds: performance.now() - begun, optimal: proof.optimal, blockedMs };
}
