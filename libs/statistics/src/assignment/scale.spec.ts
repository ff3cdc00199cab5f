import { assign, assignInWorker, type Assignment, type AssignmentProblem } from '../index.js';

/** A contest with conflicts here and there, ten areas of unlike size, and a few judges who can read little. The same each time. */
function contest(initiatives: number, judges: number): AssignmentProblem {
  const spread = (a: number, b: number) => ((a * 2_654_435_761 + b * 40_503 + (a ^ b) * 97) >>> 0) % 1_000;
  const areas = Array.from({ length: initiatives }, (_, at) => Math.floor((spread(at, 1) / 1_000) ** 2 * 10));
  return {
    needs: areas.map(() => 3),
    judges: Array.from({ length: judges }, (_, judge) => ({ max: judge < judges / 20 ? Math.ceil(initiatives / judges) : initiatives })),
    forbidden: areas.flatMap((_, at) =>
      Array.from({ length: judges }, (__, judge) => [at, judge] as const).filter(([, judge]) => spread(at, judge + 7) < 60),
    ),
    fit: areas.map((area, at) => Array.from({ length: judges }, (_, judge) => (judge % 10 === area ? 80 : 20) + (spread(at, judge) % 20))),
  };
}

function expectLawful(problem: AssignmentProblem, found: Assignment): void {
  const forbidden = new Set(problem.forbidden?.map(String));
  expect(
    found.judgesOf.every(
      (judges, at) => new Set(judges).size === problem.needs[at] && judges.every((judge) => !forbidden.has(String([at, judge]))),
    ),
  ).toBe(true);
  expect(found.loads.every((load, judge) => load <= problem.judges[judge]!.max)).toBe(true);
  expect(found).toMatchObject({ short: [], underloaded: [], spread: 1 });
}

test('2,000 initiatives, 100 judges, 3 each: proven in under 20 seconds, and this thread goes on', async () => {
  const problem = contest(2_000, 100);
  const started = performance.now();
  let ticks = 0;
  const clock = setInterval(() => (ticks += 1), 50);
  const found = await assignInWorker(problem);
  clearInterval(clock);

  expect(performance.now() - started).toBeLessThan(20_000);
  expect(ticks).toBeGreaterThan((performance.now() - started) / 500);
  expect(found.proof).toEqual({ optimal: true, gap: 0, worstGap: 0 });
  expectLawful(problem, found);
});

test('too many pairs to search them all: the worst-served are still better off than under the best total, and the gap is told', async () => {
  const problem = contest(450, 30);
  const [total, fair] = [await assign(problem), await assign(problem, { objective: 'WORST_SERVED', timeLimitMs: 6_000 })];
  expectLawful(problem, fair);
  expect(fair.worstFit!).toBeGreaterThanOrEqual(total.worstFit!);
  expect(fair.totalFit).toBeLessThanOrEqual(total.totalFit);
  expect(fair.proof.optimal).toBe(fair.proof.gap === 0 && fair.proof.worstGap === 0);
});
