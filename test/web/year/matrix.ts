import { courseOf } from '../../../apps/walkthrough/src/rollout.js';
import { PATHS, type RolloutPlan, rollouts } from '../../../apps/walkthrough/src/script/adoptions.js';
import { communes } from '../../../prisma-free-schema/seeds/content/index.js';
import { type Year } from './people.js';
import { WORDS } from './rollout.js';

/** What the grid says, row by row: the title, and a word for each commune. */
export async function readGrid(year: Year): Promise<{ title: string; words: Record<string, string> }[]> {
  const page = await year.at('organiser-2', '/matrix');
  await page.getByRole('rowheader', { name: rollouts[0]?.titleVi }).waitFor();
  const heads = await page
    .locator('[role=grid] [role=columnheader][title]')
    .evaluateAll((found) => found.map((head) => head.getAttribute('title') ?? ''));
  const rows = await page.locator('[role=grid] [role=row]:has([role=rowheader])').evaluateAll((found) =>
    found.map((row) => ({
      title: (row.querySelector('[role=rowheader]')?.textContent ?? '').replace(/^\d+\s*/, ''),
      cells: [...row.querySelectorAll('[role=gridcell]')].map(
        (cell) => (cell.querySelector('[role=img]') ?? cell).ariaLabel ?? cell.textContent,
      ),
    })),
  );
  return rows.map(({ title, cells: [, ...cells] }) => ({
    title,
    words: Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? ''])),
  }));
}

/** The same as the courses of the script have it. */
export const expectedGrid = (): { title: string; words: Record<string, string> }[] =>
  rollouts.map((plan) => ({
    title: plan.titleVi,
    words: Object.fromEntries(communes.map(({ name }, at) => [name.vi, wordOf(plan, at)])),
  }));

function wordOf(plan: RolloutPlan, at: number): string {
  const course = courseOf(plan, at);
  return course === 'E' ? 'Được miễn' : WORDS[PATHS[course].at(-1) ?? 'NOT_STARTED'];
}
