import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { demoPlatform } from './demo-platform.js';
import { LOOKS, type Look, openBrowser, profileOf } from './looks.js';
import { SCREENS, type Screen } from './screens.js';

/** `npm run screens`: a picture of each main screen, on an office's screen and on a phone, light and dark, into `docs/screens/`. */
const TARGET = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'screens');
const PASSWORD = 'sang-kien-2023';
const only = process.argv.slice(2);

const folder = await mkdtemp(join(tmpdir(), 'screens-'));
const platform = await demoPlatform(folder);
const browser = await openBrowser();
try {
  await mkdir(TARGET, { recursive: true });
  for (const screen of SCREENS.filter(({ name }) => only.length === 0 || only.includes(name))) await take(browser, screen);
} finally {
  await browser.close();
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
}

/** One profile signs in once and is looked at in every look. */
async function take(from: Browser, screen: Screen): Promise<void> {
  for (const look of LOOKS) {
    const profile = await profileOf(from, look);
    const page = await profile.newPage();
    if (screen.account) await signIn(page, screen.account);
    const path = typeof screen.path === 'string' ? screen.path : await screen.path(asker(page));
    if (path === null) throw new Error(`The demo season has nothing to show as ${screen.name}`);
    await page.goto(platform.origin + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined);
    await page.screenshot({ path: join(TARGET, fileName(screen, look)) });
    await profile.close();
  }
  process.stdout.write(`${screen.name}\n`);
}

const fileName = (screen: Screen, look: Look): string => `${screen.name}-${look.size}-${look.theme}.png`;

async function signIn(page: Page, account: string): Promise<void> {
  const input = { email: `${account}@hoaiduc.demo`, password: PASSWORD };
  await page.request.post(`${platform.origin}/graphql`, {
    data: { query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', variables: { input } },
  });
}

/** Asks the API as whoever is signed in, for the ids that an address needs. */
const asker =
  (page: Page) =>
  async (query: string): Promise<Record<string, unknown>> => {
    const reply = await page.request.post(`${platform.origin}/graphql`, { data: { query } });
    const { data } = (await reply.json()) as { data?: Record<string, unknown> };
    if (!data) throw new Error(`Not answered: ${query}`);
    return data;
  };
