import { assign, assignInWorker, NotComputable, type AssignmentProblem, type Pair } from '../index.js';

const anyone = (judges: number, max: number, min = 0) => Array.from({ length: judges }, () => ({ min, max }));
const everyPair = (initiatives: number, judges: number): Pair[] =>
  Array.from({ length: initiatives * judges }, (_, at) => [Math.floor(at / judges), at % judges] as const);

/** judging.md gives what a pair costs; fit is what it spares. */
const sparing = (costs: readonly (readonly number[])[]) => costs.map((row) => row.map((cost) => 0 - cost));

/** judging.md, "Assignment", second case: by judge there, by initiative here. */
const LOADS_ONE_TO_THREE: AssignmentProblem = {
  needs: [2, 2, 2, 2, 2],
  judges: anyone(4, 3, 1),
  forbidden: [
    [0, 1],
    [3, 1],
    [3, 2],
    [4, 2],
    [1, 3],
    [2, 3],
  ],
  fit: sparing([
    [-10, -100, 1, -10],
    [1, -10, -10, -100],
    [1, -10, -10, -100],
    [-10, -100, -100, -10],
    [-10, 1, -100, -10],
  ]),
};

test('judging.md, assignment: one each costs 5, on columns 1, 0 and 2', async () => {
  const found = await assign({
    needs: [1, 1, 1],
    judges: anyone(3, 1),
    fit: sparing([
      [4, 1, 3],
      [2, 0, 5],
      [3, 2, 2],
    ]),
  });
  expect(found).toMatchObject({
    judgesOf: [[1], [0], [2]],
    totalFit: -5,
    spread: 0,
    short: [],
    proof: { optimal: true, gap: 0, worstGap: 0 },
  });
});

test('judging.md, assignment: with conflicts and loads of 1 to 3 the only optimum costs -100', async () => {
  const found = await assign(LOADS_ONE_TO_THREE);
  expect(found).toMatchObject({
    judgesOf: [
      [0, 3],
      [1, 2],
      [1, 2],
      [0, 3],
      [0, 3],
    ],
    totalFit: 100,
    loads: [3, 2, 2, 3],
    proof: { optimal: true },
  });
});

test('judging.md, assignment: with every pair forbidden the initiatives are named', async () => {
  const found = await assign({ ...LOADS_ONE_TO_THREE, forbidden: everyPair(5, 4) });
  expect(found.judgesOf).toEqual([[], [], [], [], []]);
  expect(found.short.map(({ initiative, missing, reason }) => [initiative, missing, reason])).toEqual(
    [0, 1, 2, 3, 4].map((at) => [at, 2, 'TOO_FEW_JUDGES']),
  );
  expect(found.underloaded).toEqual([0, 1, 2, 3].map((judge) => ({ judge, missing: 1 })));
});

test('full judges are the reason where there are enough of them, and what competes for them is named', async () => {
  const found = await assign({
    needs: [1, 1, 1],
    judges: [{ max: 1 }, { max: 5 }],
    forbidden: [
      [0, 1],
      [1, 1],
    ],
  });
  expect(found.short).toEqual([
    expect.objectContaining({ missing: 1, reason: 'JUDGES_FULL', judges: [0], rivals: [found.short[0]?.initiative === 0 ? 1 : 0] }),
  ]);
  expect(found.judgesOf[2]).toEqual([1]);
});

test('what is missing is shared out: nobody gets a second judge before everybody has a first', async () => {
  const found = await assign({ needs: [2, 2, 2, 2], judges: anyone(2, 3) });
  expect(found.short.reduce((sum, { missing }) => sum + missing, 0)).toBe(2);
  expect(found.judgesOf.every((judges) => judges.length >= 1)).toBe(true);
});

test('two who must not sit together do not; a shortage that comes of it says so', async () => {
  const apart = await assign({ needs: [2, 2], judges: anyone(3, 2), limits: [{ judges: [0, 1], atMost: 1 }] });
  expect(apart.judgesOf.every((judges) => judges.includes(2))).toBe(true);
  const short = await assign({ needs: [2], judges: anyone(2, 2), limits: [{ judges: [0, 1], atMost: 1 }] });
  expect(short.short).toMatchObject([{ initiative: 0, missing: 1, reason: 'KEPT_APART' }]);
});

test("a unit's judges do not crowd its neighbour, and may sit together elsewhere", async () => {
  const found = await assign({
    needs: [2, 2],
    judges: anyone(4, 1),
    fit: [
      [9, 9, 0, 0],
      [0, 0, 0, 0],
    ],
    limits: [{ judges: [0, 1], atMost: 1, initiatives: [0] }],
  });
  expect(found.judgesOf[0]?.filter((judge) => judge < 2)).toHaveLength(1);
});

test('pairs that overlap are kept apart too, by search', async () => {
  const chain = [
    [0, 1],
    [1, 2],
    [2, 3],
  ].map((judges) => ({ judges, atMost: 1 }));
  const found = await assign({
    needs: [2, 2, 2],
    judges: anyone(4, 3),
    limits: chain,
    fit: [
      [9, 9, 0, 0],
      [0, 9, 9, 0],
      [0, 0, 9, 9],
    ],
  });
  for (const judges of found.judgesOf) expect(['0,2', '0,3', '1,3']).toContain(judges.join());
  expect(found).toMatchObject({ short: [], proof: { optimal: true } });
});

test('a judge who can read only two does not excuse uneven loads of the others', async () => {
  const found = await assign({
    needs: Array<number>(10).fill(1),
    judges: [{ max: 2 }, { max: 10 }, { max: 10 }],
    fit: Array.from({ length: 10 }, () => [0, 100, 0]),
  });
  expect(found).toMatchObject({ loads: [2, 4, 4], spread: 0 });
});

test('stated bounds leave fit its way', async () => {
  const problem = { needs: [1, 1, 1, 1], judges: anyone(2, 3, 1), fit: Array.from({ length: 4 }, () => [5, 1]) };
  expect((await assign(problem, { loads: 'STATED_BOUNDS' })).loads).toEqual([3, 1]);
  expect((await assign(problem)).loads).toEqual([2, 2]);
});

test('a started card is never taken, but for a conflict that has come up', async () => {
  const problem: AssignmentProblem = {
    needs: [1, 1],
    judges: anyone(2, 1),
    fit: [
      [0, 9],
      [9, 0],
    ],
    started: [[0, 0]],
  };
  expect(await assign(problem)).toMatchObject({ judgesOf: [[0], [1]], released: [] });
  expect(await assign({ ...problem, forbidden: [[0, 0]] })).toMatchObject({ judgesOf: [[1], [0]], released: [[0, 0]] });
});

test('of equally good assignments the one that changes least; or least change before fit, if asked', async () => {
  const problem: AssignmentProblem = {
    needs: [1, 1, 1],
    judges: anyone(3, 1),
    previous: [
      [0, 2],
      [1, 1],
      [2, 0],
    ],
  };
  expect(await assign(problem)).toMatchObject({ judgesOf: [[2], [1], [0]], dropped: [] });
  const better = {
    ...problem,
    fit: [
      [1, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
  };
  expect(await assign(better)).toMatchObject({
    judgesOf: [[0], [1], [2]],
    dropped: [
      [0, 2],
      [2, 0],
    ],
    totalFit: 1,
  });
  expect(await assign(better, { keep: 'BEFORE_FIT' })).toMatchObject({ judgesOf: [[2], [1], [0]], totalFit: 0 });
});

test('the worst-served initiative comes first, if asked', async () => {
  const problem = {
    needs: [1, 1],
    judges: anyone(2, 1),
    fit: [
      [10, 3],
      [4, 1],
    ],
  };
  expect(await assign(problem)).toMatchObject({ totalFit: 11, worstFit: 1 });
  expect(await assign(problem, { objective: 'WORST_SERVED' })).toMatchObject({ totalFit: 7, worstFit: 3 });
});

test.each([
  ['half a judge', { needs: [0.5], judges: anyone(1, 1) }, 'COUNT_OUT_OF_RANGE'],
  ['a minimum above the maximum', { needs: [1], judges: anyone(1, 1, 2) }, 'COUNT_OUT_OF_RANGE'],
  ['a judge who is not there', { needs: [1], judges: anyone(1, 1), forbidden: [[0, 1]] as Pair[] }, 'OUT_OF_RANGE'],
  ['a fit that is not whole', { needs: [1], judges: anyone(1, 1), fit: [[0.5]] }, 'NOT_INTEGER'],
  ['a fit that is missing', { needs: [1], judges: anyone(1, 1), fit: [] }, 'NOT_RECTANGULAR'],
] as const)('%s is refused', async (_, problem, code) => {
  await expect(assign(problem)).rejects.toThrow(new NotComputable(code));
});

test('nothing to assign is an empty proposal', async () => {
  expect(await assign({ needs: [], judges: [] })).toMatchObject({ judgesOf: [], short: [], worstFit: null, proof: { optimal: true } });
});

test('in a thread of its own the answer is the same, and progress is told', async () => {
  const phases = new Set<string>();
  const found = await assignInWorker(LOADS_ONE_TO_THREE, { onProgress: ({ phase }) => phases.add(phase) });
  expect(found).toEqual(await assign(LOADS_ONE_TO_THREE));
  expect([...phases]).toEqual(['SERVING', 'LEVELLING', 'FITTING']);
  await expect(assignInWorker({ needs: [1], judges: anyone(1, 1), fit: [[0.5]] })).rejects.toThrow(new NotComputable('NOT_INTEGER'));
});

test('an abort ends it at once', async () => {
  const stop = new AbortController();
  const running = assignInWorker(
    { needs: Array<number>(2_000).fill(3), judges: anyone(100, 100) },
    {
      signal: stop.signal,
      onProgress: () => {
        stop.abort(new Error('enough'));
      },
    },
  );
  await expect(running).rejects.toThrow('enough');
  await expect(assignInWorker(LOADS_ONE_TO_THREE, { signal: stop.signal })).rejects.toThrow('enough');
});
