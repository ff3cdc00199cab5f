import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import lighthouse, { desktopConfig } from 'lighthouse';
import { freePort, isUp, platformOf } from './demo-platform.js';
import { FLAGS } from './looks.js';
import { signedIn } from './sign-in.js';
import { SCREENS, type Screen, pathOf } from './screens.js';

/** `npm run lighthouse`: the medians of Lighthouse's figures, desktop and phone, beside what the project asks of them. */
const MEASURED = ['public-home', 'winner', 'winners', 'sign-in', 'card', 'year', 'final-standings', 'matrix'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];
type Preset = 'desktop' | 'mobile';

const asked = process.argv.slice(2);
const option = (name: string): string | undefined => asked.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const names = asked.filter((word) => !word.startsWith('--'));
const runs = Number(option('runs') ?? 5);

/** Null: it is told and not asked for. */
function target(screen: Screen, preset: Preset, category: Category): number | null {
  if (category === 'accessibility') return 100;
  if (category === 'best-practices') return 95;
  if (category === 'seo') return screen.indexed ? 100 : null;
  if (screen.account) return preset === 'desktop' ? 90 : null;
  return preset === 'desktop' ? 98 : 90;
}

const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
await chmod(folder, 0o711); // the database's account passes through it
const platform = await platformOf(asked, join(folder, 'data'));
const port = await freePort();
const browser = spawn(
  await chromium.executablePath(),
  [...FLAGS, `--remote-debugging-port=${String(port)}`, `--user-data-dir=${join(folder, 'profile')}`, 'about:blank'],
  { stdio: 'ignore' },
);
try {
  while (!(await isUp(`http://127.0.0.1:${String(port)}/json/version`))) await new Promise((resolve) => setTimeout(resolve, 100));
  for (const screen of SCREENS.filter(({ name }) => (names.length > 0 ? names : MEASURED).includes(name))) await measure(screen);
} finally {
  browser.kill();
  await once(browser, 'exit');
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(screen: Screen): Promise<void> {
  const { headers, ask } = await signedIn(platform.origin, screen.account);
  const url = platform.origin + (await pathOf(screen, ask));
  for (const preset of ['desktop', 'mobile'] as const) {
    const found: Readonly<Record<Category, number>>[] = [];
    for (let run = 0; run < runs; run += 1) found.push(await figuresOf(url, preset, headers));
    const told = CATEGORIES.map((category) => {
      const figure = median(found.map((figures) => figures[category]));
      const wanted = target(screen, preset, category);
      if (wanted === null || figure >= wanted) return `${category} ${String(figure)}`;
      process.exitCode = 1;
      return `${category} ${String(figure)} (asked: ${String(wanted)})`;
    });
    process.stdout.write(`${screen.name}, ${preset}: ${told.join(', ')}\n`);
  }
}

async function figuresOf(url: string, preset: Preset, extraHeaders: Record<string, string>): Promise<Record<Category, number>> {
  const flags = { port, extraHeaders, onlyCategories: [...CATEGORIES], logLevel: 'error' as const };
  const result = await lighthouse(url, flags, preset === 'desktop' ? desktopConfig : undefined);
  if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'Lighthouse gave no answer');
  const { categories, audits } = result.lhr;
  if (asked.includes('--why'))
    for (const { id, score, displayValue, details } of Object.values(audits))
      if (score !== null && score < 0.95)
        process.stdout.write(
          `  ${id} ${String(score)} ${displayValue ?? ''} ${asked.includes('--details') ? JSON.stringify(details) : ''}\n`,
        );
  return Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)])) as Record<Category, number>;
}

function median(figures: readonly number[]): number {
  return [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;
}
