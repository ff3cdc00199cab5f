import { type CDPSession, type Page } from 'playwright-core';
import { openBrowser, profileOf } from '../../../screens/src/looks.js';
import { idOf, tokenOf } from '../data/ids.js';
import { grown, mediumOf } from '../data/size.js';
import { type Part } from '../part.js';
import { startApi } from '../servers.js';

/** What the project asks of the matrix of 200 × 20 and of a table of 10,000 dossiers in a browser. */
const AIM = 'first rows under 1000 ms after the request, a frame under 16 ms at the 95th percentile, no task over 50 ms, under 200 MB';
const SCROLLS = 150;
const STEP_PX = 120;
/** What comes after the rows, as the notices and the fonts, is not of the scrolling. */
const SETTLES_MS = 1500;
/** Script, style and layout, as a trace names them. */
const WORK = new Set([
  ...['FunctionCall', 'EvaluateScript', 'TimerFire', 'FireAnimationFrame', 'EventDispatch', 'RunMicrotasks', 'MajorGC', 'MinorGC'],
  ...['UpdateLayoutTree', 'Layout', 'PrePaint', 'IntersectionObserverController::computeIntersections'],
]);
const TASK = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

interface Traced {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread's own time: what others did on the machine meanwhile is not in it. */
  readonly tdur?: number;
  readonly tid: number;
  readonly pid: number;
  readonly args?: { readonly name?: string };
}

/** A page, the first of its rows, and the question that they answer. */
interface Measured {
  readonly page: string;
  readonly path: string;
  readonly row: string;
  readonly question: string;
  /** What is scrolled with the wheel. */
  readonly table: string;
}

const MATRIX = { row: '[role=gridcell]', question: 'query Matrix', table: '[role=grid]' };
const MATRICES: readonly Measured[] = [
  { page: 'matrix 200 × 20', path: '/matrix', ...MATRIX },
  { page: 'matrix on units of today', path: '/matrix?units=today', ...MATRIX },
];
const DOSSIERS: Measured = {
  page: 'dossiers, 50 of 10,000',
  path: `/contests/${idOf('contest', 'large')}/dossiers`,
  ...{ row: 'tbody th', question: 'query OfficeDossiers', table: 'main table' },
};

/** Pages in a real browser, by its own trace. */
export const browser: Part = async ({ workspace, report, isAsked }) => {
  const asked = [
    { name: 'matrix', pages: MATRICES, filled: () => workspace.filled('medium', mediumOf(workspace.today)) },
    { name: 'dossiers', pages: [DOSSIERS], filled: () => workspace.filled('dossiers', { ...grown(workspace.today, 1), large: 10_000 }) },
  ].filter(({ name }) => isAsked(name));
  if (asked.length === 0) return;
  report.begin('browser', `pages of the office in Chromium, 1366 × 768 (aim: ${AIM})`);
  const opened = await openBrowser();
  try {
    for (const { pages, filled } of asked) {
      const { url: api } = await startApi(workspace, await filled());
      const profile = await profileOf(opened, { size: 'desktop', theme: 'light' });
      await profile.addCookies([{ name: 'phien', value: tokenOf('O'), url: api, httpOnly: true, sameSite: 'Lax' }]);
      for (const measured of pages) {
        const page = await profile.newPage();
        const first = await firstRows(page, api, measured);
        const { frame, task } = await scrolled(page, measured);
        report.row({ page: measured.page, ...first, 'frame p95 ms': frame, 'task max ms': task, MB: await memoryOf(page) });
        await page.close();
      }
    }
  } finally {
    await opened.close();
  }
};

/** From the request for the rows until the first of them stands there, the second time, when the program is there already. */
async function firstRows(page: Page, api: string, { path, row, question, table }: Measured): Promise<{ 'rows ms': number; rows: number }> {
  const found = page.locator(row).first();
  await page.goto(new URL(path, api).href);
  await found.waitFor();
  let asked = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes(question) === true && asked === 0) asked = performance.now();
  });
  await page.reload();
  await found.waitFor();
  const took = performance.now() - asked;
  const counted = await page.locator(table).first().getAttribute('aria-rowcount');
  return { 'rows ms': took, rows: counted === null ? await page.locator(row).count() : Number(counted) };
}

/** Down the whole table as with a wheel: the 95th percentile of work in a frame, and the longest task. */
async function scrolled(page: Page, { table }: Measured): Promise<{ frame: number; task: number }> {
  await page.locator(table).first().hover();
  await page.waitForTimeout(SETTLES_MS);
  const client = await page.context().newCDPSession(page);
  const events: Traced[] = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Traced[])));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'devtools.timeline.frame', 'toplevel', '__metadata'] },
  });
  for (let at = 0; at < SCROLLS; at++) {
    await page.mouse.wheel(0, STEP_PX);
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
  await ended(client);
  return frames(events);
}

async function ended(client: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await complete;
}

function frames(events: readonly Traced[]): { frame: number; task: number } {
  const main = events.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const drawn = events.filter(
    ({ name, pid, tid }) => name === 'Layout' || (name === 'FunctionCall' && pid === main?.pid && tid === main.tid),
  );
  const [pid, tid] = [drawn[0]?.pid, drawn[0]?.tid];
  const own = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X').sort((one, other) => one.ts - other.ts);
  const tasks = own.filter(({ name }) => TASK.has(name)).map(({ dur = 0, tdur = dur }) => tdur / 1000);
  const starts = events
    .filter(({ name, ph, pid: of }) => name === 'AnimationFrame' && ph === 'b' && of === pid)
    .map(({ ts }) => ts)
    .sort((one, other) => one - other);
  const work = starts.map(() => 0);
  let end = 0;
  for (const { name, ts, dur = 0, tdur = dur } of own) {
    // What stands within another is counted with it.
    if (!WORK.has(name) || ts < end) continue;
    end = ts + dur;
    const at = starts.findLastIndex((start) => start <= ts);
    if (at >= 0) work[at] = (work[at] ?? 0) + tdur / 1000;
  }
  const ordered = work.toSorted((one, other) => one - other);
  if (ordered.length === 0) throw new Error('The trace has no frames');
  return { frame: ordered[Math.floor(ordered.length * 0.95)] ?? 0, task: Math.max(0, ...tasks) };
}

/** What the page holds once what nobody holds is gone. */
async function memoryOf(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  await client.send('Performance.enable');
  const { metrics } = await client.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1024 / 1024;
}
