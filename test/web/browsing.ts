import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as driver } from 'playwright-core';
import { SessionService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { type RunningContest } from '../support/harness.js';
import { build } from '../support/server.js';

/** What the pages are looked at on: an office's screen, a phone, a screen for somebody who sees little. */
export const SCREENS = {
  desktop: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
  /** An office's screen of 1280 × 1024 with everything four times as large. */
  zoomed: { width: 320, height: 256 },
} as const;
export type Screen = keyof typeof SCREENS;
export type Theme = 'light' | 'dark';
export type Language = 'vi' | 'en';

export interface Look {
  /** Who is signed in already; left out: nobody. */
  readonly as?: string;
  readonly screen?: Screen;
  readonly theme?: Theme;
  readonly language?: Language;
  /** By a name of an office's network that has no certificate: browsers keep some of what they can do from such pages. */
  readonly withoutCertificate?: boolean;
}

const INTRANET = 'sangkien.test';

/** A real Chromium before the application that runs in this process. */
export interface Browsing {
  readonly origin: string;
  /** A page of a browser profile of its own. */
  visit(path: string, look?: Look): Promise<Page>;
  /** An empty one. */
  profile(look?: Look): Promise<Page>;
  /** Loads an address anew in a page that is there. */
  go(page: Page, path: string): Promise<void>;
  /** Another page of the same profile: a second tab. */
  tab(page: Page, path: string): Promise<Page>;
  /** What no page should have said until now: errors that were thrown, errors in the console, breaches of the policy of what may be loaded. */
  faults(): readonly string[];
  stop(): Promise<void>;
}

/** In its place the flags of the package would run it as one process, which does not bear several profiles, and without its own security. */
const UNWANTED = /single-process|web-security|site-isolation|insecure-content|IsolateOrigins/;
const END_OF_TIME = new Date('2099-12-31T00:00:00Z');
const WAIT_MS = 30_000;

/** What the browser says of a network that a test takes away, of an answer that is a refusal by design, of a page without a certificate. */
const EXPECTED =
  /Cross-Origin-Opener-Policy header has been ignored|ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_ABORTED|the server responded with a status of 4\d\d/;

// Before a server starts, which knows the files of the web from then on.
build();

export async function browse(contest: RunningContest): Promise<Browsing> {
  const browser = await driver.launch({
    executablePath: await chromium.executablePath(),
    args: [
      ...chromium.args.filter((flag) => !UNWANTED.test(flag)),
      '--disable-dev-shm-usage',
      `--host-resolver-rules=MAP ${INTRANET} 127.0.0.1`,
    ],
    headless: true,
  });
  const origin = (await contest.app.getUrl()).replace('[::1]', 'localhost');
  const said: string[] = [];
  const originOf = (look: Look) => (look.withoutCertificate ? `http://${INTRANET}:${new URL(origin).port}` : origin);
  const profile = async (look: Look = {}) => {
    const context = await aProfile(browser, look);
    if (look.as) await signIn(contest, context, { origin: originOf(look), personId: look.as });
    return listenTo(await context.newPage(), said);
  };
  const go = async (page: Page, address: string) => {
    await page.goto(address);
    await page.locator('.first-words').waitFor({ state: 'detached' });
  };
  return {
    origin,
    profile,
    go: (page, path) => go(page, origin + path),
    visit: async (path, look = {}) => {
      const page = await profile(look);
      await go(page, originOf(look) + path);
      return page;
    },
    tab: async (page, path) => {
      const second = await listenTo(await page.context().newPage(), said);
      await second.goto(origin + path);
      return second;
    },
    faults: () => said,
    stop: async () => {
      await browser.close();
    },
  };
}

async function aProfile(browser: Browser, { screen = 'desktop', theme = 'light', language = 'vi' }: Look): Promise<BrowserContext> {
  const profile = await browser.newContext({
    viewport: SCREENS[screen],
    hasTouch: screen === 'phone',
    colorScheme: theme,
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
  profile.setDefaultTimeout(WAIT_MS);
  if (language === 'en') {
    await profile.addInitScript(() => {
      localStorage.setItem('language', 'en');
    });
  }
  return profile;
}

/** As after signing in by the page, without the time that a password takes. */
async function signIn(contest: RunningContest, profile: BrowserContext, { origin, personId }: { origin: string; personId: string }) {
  const terms = { expiresAt: END_OF_TIME, factorAt: contest.clock.now() };
  const { token } = await contest.get(SessionService).open(SYSTEM, personId, terms);
  await profile.addCookies([{ name: 'phien', value: token, url: origin, httpOnly: true, sameSite: 'Lax' }]);
}

async function listenTo(page: Page, said: string[]): Promise<Page> {
  await page.exposeFunction('tellBreach', (breach: string) => {
    said.push(`policy: ${breach}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      void (window as unknown as { tellBreach(breach: string): Promise<void> }).tellBreach(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  page.on('pageerror', (error) => said.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) said.push(`console: ${message.text()}`);
  });
  return page;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with the page as it stands: rule, and the elements that break it. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  });
}

/** How far the page can be scrolled sideways: nothing, on pages to be read and worked on. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
