import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { demoPlatform } from './demo-platform.js';
import { LOOKS, type Look, openBrowser, profileOf } from './looks.js';
import { SCREENS, type Screen, pathOf } from './screens.js';
import { signedIn } from './sign-in.js';

/** `npm run screens`: a picture of each main screen, on an office's screen and on a phone, light and dark, into `docs/screens/`. */
const TARGET = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'screens');
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

async function take(from: Browser, screen: Screen): Promise<void> {
  const { headers, ask } = await signedIn(platform.origin, screen.account);
  const path = await pathOf(screen, ask);
  for (const look of LOOKS) {
    const profile = await profileOf(from, look);
    const page = await profile.newPage();
    const [name = '', value = ''] = (headers.cookie ?? '').split('=');
    if (name) await profile.addCookies([{ name, value, url: platform.origin }]);
    await page.goto(platform.origin + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined);
    await page.screenshot({ path: join(TARGET, fileName(screen, look)) });
    await profile.close();
  }
  process.stdout.write(`${screen.name}\n`);
}

const fileName = (screen: Screen, look: Look): string => `${screen.name}-${look.size}-${look.theme}.png`;
