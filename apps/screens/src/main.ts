import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import sharp from 'sharp';
import { platformOf } from './demo-platform.js';
import { LOOKS, type Look, openBrowser, profileOf } from './looks.js';
import { SCREENS, type Screen, pathOf } from './screens.js';
import { signedIn } from './sign-in.js';

/** `npm run screens`: a picture of each main screen, on an office's screen and on a phone, light and dark, into `docs/screens/`. */
const TARGET = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'screens');
const asked = process.argv.slice(2);
const only = asked.filter((word) => !word.startsWith('--'));

const folder = await mkdtemp(join(tmpdir(), 'screens-'));
const platform = await platformOf(asked, folder);
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
    await profile.addCookies(cookiesOf(headers.cookie ?? ''));
    await page.goto(platform.origin + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined);
    await page.locator('.first-words').waitFor({ state: 'detached' });
    await page.locator('[class*="skeleton"]').first().waitFor({ state: 'hidden' });
    await sharp(await page.screenshot())
      .webp({ quality: 80 })
      .toFile(join(TARGET, fileName(screen, look)));
    await profile.close();
  }
  process.stdout.write(`${screen.name}\n`);
}

function cookiesOf(header: string) {
  const pairs = header.split('; ').filter((pair) => pair !== '');
  return pairs.map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: platform.origin };
  });
}

function fileName(screen: Screen, look: Look): string {
  return `${screen.name}-${look.size}-${look.theme}.webp`;
}
