import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as driver } from 'playwright-core';

export interface Look {
  readonly size: 'desktop' | 'phone';
  readonly theme: 'light' | 'dark';
}

export const LOOKS: readonly Look[] = [
  { size: 'desktop', theme: 'light' },
  { size: 'desktop', theme: 'dark' },
  { size: 'phone', theme: 'light' },
  { size: 'phone', theme: 'dark' },
];

const VIEWPORTS = { desktop: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;

/** Its own flags would run it as one process, which does not bear several profiles. */
const UNWANTED = /single-process|web-security|site-isolation|insecure-content|IsolateOrigins/;

export const FLAGS = chromium.args.filter((flag) => !UNWANTED.test(flag));

export async function openBrowser(): Promise<Browser> {
  return driver.launch({
    executablePath: await chromium.executablePath(),
    args: FLAGS,
    headless: true,
  });
}

export const profileOf = (browser: Browser, { size, theme }: Look): Promise<BrowserContext> =>
  browser.newContext({
    viewport: VIEWPORTS[size],
    hasTouch: size === 'phone',
    colorScheme: theme,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
