import { type Page } from 'playwright-core';
import { type DemoWorld, demoWorld } from '../support/demo-world.js';
import { MOST_QUESTIONS, hear, namesOf } from './asked.js';
import { type Browsing, type Language, type Screen, type Theme, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { PLACES, type Place, aSheetBroughtIn, addressOf } from './places.js';

interface Look {
  readonly screen: Screen;
  readonly theme: Theme;
  readonly language: Language;
}

/** The full run opens every address in every look, any other in one. */
export const all = process.env.TEST_FULL === '1';

const places = Object.keys(PLACES) as Place[];

/** The demo season in a browser for a file of tests, and what it tests of every address. */
export function openedPlaces() {
  let world: DemoWorld;
  let browsing: Browsing;

  beforeAll(async () => {
    world = await demoWorld();
    await aSheetBroughtIn(world);
    browsing = await browse(world.contest);
  }, 400_000);

  afterAll(async () => {
    await browsing.stop();
    await world.contest.stop();
  });

  afterEach(() => {
    expect(browsing.faults()).toEqual([]);
  });

  /** One browser for each person in each look. */
  const pages = new Map<string, Page>();

  async function pageOf(as: string | undefined, look: Look): Promise<Page> {
    const whose = JSON.stringify([as, look]);
    const page = pages.get(whose) ?? (await browsing.profile({ ...look, ...(as && { as: await world.person(as) }) }));
    pages.set(whose, page);
    return page;
  }

  async function open(page: Page, place: Place): Promise<void> {
    await browsing.go(page, await addressOf(world, place));
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null);
  }

  return {
    testFaults(looks: readonly Look[]): void {
      test.each(places)(
        '%s: axe finds nothing, the policy holds, nothing goes over the side, and it is asked for in two requests at most',
        async (place) => {
          for (const look of looks) {
            const page = await pageOf(PLACES[place].as, look);
            const heard = hear(page);
            await open(page, place);
            expect({ look, faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({
              look,
              faults: [],
              sideways: 0,
            });
            expect(new URL(page.url()).pathname).toBe(await addressOf(world, place));
            expect(await page.title()).not.toMatch(/^(404|500|Lỗi|Error)\b/);
            heard.end();
            expect(namesOf(heard.asked().slice(MOST_QUESTIONS))).toEqual([]);
          }
        },
        120_000,
      );
    },
    testZoom(): void {
      test.each(places.filter((place) => PLACES[place].reading && (all || place === 'publicHome')))(
        '%s is read at four times its size without going sideways',
        async (place) => {
          const page = await pageOf(PLACES[place].as, { screen: 'zoomed', theme: 'light', language: 'vi' });
          await open(page, place);
          expect(await sidewaysScroll(page)).toBe(0);
        },
      );
    },
  };
}
