import { type Page } from 'playwright-core';

/** What the control with the focus is called, as a listener hears it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement & { readonly labels?: NodeListOf<HTMLElement> | null };
    return at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText;
  });

/** Goes on by Tab until the control of this name has the focus. */
export async function reach(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 300; presses += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way by Tab to ${String(name)}`);
}

/** Waits until the page has led the focus there by itself. */
export async function isLedTo(page: Page, name: RegExp): Promise<void> {
  for (let waits = 0; waits < 100; waits += 1) {
    if (name.test(await focused(page))) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`The focus is at ${await focused(page)}`);
}

export async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await reach(page, name);
  await page.keyboard.press(key);
}

/** Over what stands there: the browser selects it where Tab comes in. */
export async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}
