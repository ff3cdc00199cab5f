import { type Page } from 'playwright-core';
import { type DemoWorld, demoWorld } from '../support/demo-world.js';
import { type Browsing, type Language, type Screen, type Theme, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';
import { PLACES, type Place, aSheetBroughtIn, addressOf } from './places.js';

interface Look {
  readonly screen: Screen;
  readonly theme: Theme;
  readonly language: Language;
}

/** The full run opens every address, any other only what anybody reads. */
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

  async function open(place: Place, look: Look): Promise<Page> {
    const { as } = PLACES[place];
    const page = await browsing.visit(await addressOf(world, place), { ...look, ...(as && { as: await world.person(as) }) });
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null);
    return page;
  }

  return {
    testFaults(looks: readonly Look[]): void {
      test.each(places.filter((place) => all || PLACES[place].reading))(
        '%s: axe finds nothing, the policy holds, nothing goes over the side',
        async (place) => {
          for (const look of looks) {
            const page = await open(place, look);
            expect({ look, faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({
              look,
              faults: [],
              sideways: 0,
            });
            expect(new URL(page.url()).pathname).toBe(await addressOf(world, place));
            expect(await page.title()).not.toMatch(/^(404|500|Lỗi|Error)\b/);
            await page.context().close();
          }
        },
        120_000,
      );
    },
    testZoom(): void {
      test.each(places.filter((place) => PLACES[place].reading && (all || place === 'publicHome')))(
        '%s is read at four times its size without going sideways',
        async (place) => {
          const page = await open(place, { screen: 'zoomed', theme: 'light', language: 'vi' });
          expect(await sidewaysScroll(page)).toBe(0);
          await page.context().close();
        },
      );
    },
  };
}
