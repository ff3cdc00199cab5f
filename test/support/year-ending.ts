import { type Ending } from '../../apps/walkthrough/src/ending.js';
import { courseOf } from '../../apps/walkthrough/src/rollout.js';
import { PATHS, rollouts } from '../../apps/walkthrough/src/script/adoptions.js';
import { received } from '../../apps/walkthrough/src/script/initiatives.js';
import { communes } from '../../prisma-free-schema/seeds/content/index.js';

/** An initiative of the script by its place among those received: its code and its title. */
function coded(year: number, number: number): readonly [string, string] {
  return [`${String(year)}-00${String(number)}`, received[number - 1]?.title ?? ''];
}

/** What the year of the script comes to, by whatever way it is played; null where who of six judges has it is the solver’s to choose. */
const RANKING = [
  [1, 1, null, 'FINALIST', null],
  [2, 5, '87.00', 'FINALIST', null],
  [3, 4, '87.00', 'FINALIST', 'CHAIR_VOTE'],
  [4, 3, '80.10', 'FINALIST', null],
  [5, 2, '78.80', 'FINALIST', null],
  [6, 6, null, 'BELOW_FINAL', null],
  [6, 9, null, 'BELOW_FINAL', null],
  [8, 7, null, 'BELOW_FINAL', null],
] as const;

const WINNERS = [
  ['GROUP', 'Giải Nhất', 1, 3_000_000],
  ['GROUP', 'Giải Nhì', 5, 2_000_000],
  ['GROUP', 'Giải Ba', 4, 1_000_000],
  ['GROUP', 'Giải Ba', 3, 1_000_000],
  ['GROUP', 'Giải Khuyến khích', 2, 500_000],
  ['INDIVIDUAL', 'Giải Nhất', 9, 1_500_000],
  ['INDIVIDUAL', 'Giải Nhì', 6, 1_000_000],
] as const;

const SHARES = [
  { expected: 19, exempt: 1, inUse: 8, coverage: '42.1' },
  { expected: 19, exempt: 1, inUse: 13, coverage: '68.4' },
];

const byTitle = (one: { readonly titleVi: string }, other: { readonly titleVi: string }): number => (one.titleVi < other.titleVi ? -1 : 1);

/** The matrix as the courses of the script have it, commune by commune. */
function expectedMatrix(): object[] {
  return rollouts
    .map((plan) => ({
      titleVi: plan.titleVi,
      cells: communes.map(({ name }, at) => {
        const course = courseOf(plan, at);
        return [name.vi, PATHS[course].at(-1) ?? 'NOT_STARTED', course === 'E' ? 'EXEMPT' : 'REQUIRED'];
      }),
    }))
    .toSorted(byTitle);
}

function shownMatrix({ units, rows }: Ending['matrix']): object[] {
  const shown = (cells: Ending['matrix']['rows'][number]['cells']) =>
    communes.map(({ name }) => {
      const id = units.find(({ nameVi }) => nameVi === name.vi)?.id;
      const cell = cells.find(({ unitId }) => unitId === id);
      return [name.vi, cell?.state, cell?.basis];
    });
  return rows.map(({ rollout: { titleVi }, cells }) => ({ titleVi, cells: shown(cells) })).toSorted(byTitle);
}

/** Ranking, winners and matrix are those of the script. */
export function expectYear(ending: Ending, year: number): void {
  const exact = new Set(RANKING.flatMap(([, number, rounded]) => (rounded === null ? [] : [coded(year, number)[0]])));
  expect(ending.year).toBe(year);
  expect(
    ending.ranking.map(({ rank, initiative: { receiptNumber, title }, rounded, state, decidedBy }) => [
      ...[rank, receiptNumber, title, exact.has(receiptNumber) ? rounded : null],
      ...[state, decidedBy],
    ]),
  ).toEqual(RANKING.map(([rank, number, ...rest]) => [rank, ...coded(year, number), ...rest]));
  expect(
    ending.winners.map(({ track, tier, initiative, amount }) => [
      ...[track, tier.nameVi, initiative.receiptNumber, initiative.title, amount],
    ]),
  ).toEqual(WINNERS.map(([track, tier, number, amount]) => [track, tier, ...coded(year, number), amount]));
  expect(ending.matrix.units).toHaveLength(communes.length);
  expect(ending.matrix.rows.map(({ expected, exempt, inUse, coverage }) => ({ expected, exempt, inUse, coverage }))).toEqual(SHARES);
  expect(shownMatrix(ending.matrix)).toEqual(expectedMatrix());
}
