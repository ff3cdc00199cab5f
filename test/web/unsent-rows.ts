import { type Page } from 'playwright-core';

/** What lies on the machine, as whoever opens the browser's own tools sees it. */
const rows = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    // Opening one that is not there would make it, without what belongs in it.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'unsent')) return [];
    const found = await new Promise<object[]>((resolve, reject) => {
      const opened = indexedDB.open('unsent');
      opened.onerror = () => {
        reject(new Error('not opened'));
      };
      opened.onsuccess = () => {
        const database = opened.result;
        const asked = database.transaction('rows').objectStore('rows').getAll();
        asked.onsuccess = () => {
          database.close();
          resolve(asked.result as object[]);
        };
      };
    });
    const text = (value: unknown) => (value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value);
    return found.map((row) => JSON.stringify(Object.values(row).map(text)));
  });

/** The rows, once there are so many. */
export async function kept(page: Page, count: number): Promise<string[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const there = await rows(page);
    if (there.length === count) return there;
    await page.waitForTimeout(50);
  }
  throw new Error(`Not ${String(count)} kept`);
}
