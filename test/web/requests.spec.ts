import { type Page } from 'playwright-core';
import { type DemoWorld, demoWorld } from '../support/demo-world.js';
import { type Browsing, browse } from './browsing.js';
import { PLACES, type Place, aSheetBroughtIn, addressOf } from './places.js';

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

/** What the frame around every page asks for, once as long as one works: who one is, which contests there are, what the bell shows. */
const FRAME = ['Me', 'ContestsToWorkOn', 'Awaiting', 'MyNotices'];

/** A page is asked for in one request, in two where the second depends on what was chosen or found. */
const MOST = 2;

/** A page that has asked for nothing so long asks for nothing more by itself; what looks on keeps its request open, and the network is never idle. */
const SETTLED_MS = 400;

/** Pages whose many questions are asked by the names of the questions; they only leave this list. */
const NOT_YET: Readonly<Record<string, number>> = {};

/** Who looks, each in one browser: the frame is asked for with the first page of each. */
const lookers = [...new Set(Object.values(PLACES).map(({ as }) => as))];
const pages = new Map<string | undefined, Page>();

async function pageOf(as: string | undefined): Promise<Page> {
  const there = pages.get(as);
  if (there) return there;
  const page = await browsing.visit(as ? '/home' : '/', as ? { as: await world.person(as) } : {});
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  pages.set(as, page);
  return page;
}

/**
 * What a page asks for by itself until it stands, by the names of the questions. What looks on (`/graphql/stream`) is no request of its own,
 * and neither are acts, as opening a dossier is.
 */
async function asked(place: Place): Promise<string[]> {
  const page = await pageOf(PLACES[place].as);
  const names: string[] = [];
  const hear = (request: { url(): string; postDataJSON(): unknown }) => {
    const url = new URL(request.url());
    if (url.pathname !== '/graphql') return;
    const { operationName, query = 'query' } = (request.postDataJSON() ?? {}) as { operationName?: string; query?: string };
    if (!query.trimStart().startsWith('mutation')) names.push(operationName ?? url.searchParams.get('operationName') ?? '?');
  };
  page.on('request', hear);
  await page.goto(browsing.origin + (await addressOf(world, place)));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  for (let heard = -1; heard < names.length;) {
    heard = names.length;
    await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null);
    await page.waitForTimeout(SETTLED_MS);
  }
  page.off('request', hear);
  return names.filter((name) => !FRAME.includes(name));
}

test.each(lookers)(
  'every page that %s opens is asked for in two requests at most',
  async (as) => {
    const found: Record<string, readonly string[]> = {};
    for (const place of (Object.keys(PLACES) as Place[]).filter((one) => PLACES[one].as === as)) found[place] = await asked(place);
    expect(Object.fromEntries(Object.entries(found).filter(([place, names]) => names.length > (NOT_YET[place] ?? MOST)))).toEqual({});
  },
  240_000,
);

test('the year is on one page after one question, and the cards of the round that is open after a second', async () => {
  expect(await asked('contestYear')).toEqual(['YearPage', 'YearSigning']);
});
