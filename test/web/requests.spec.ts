import { type Page, type Request } from 'playwright-core';
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

interface Asking {
  readonly name: string;
  readonly request: Request;
}

/**
 * What a page asks for by itself until it stands, by the names of the questions. What looks on (`/graphql/stream`) is no request of its own,
 * and neither are acts, as opening a dossier is.
 */
async function asked(place: Place): Promise<Asking[]> {
  const page = await pageOf(PLACES[place].as);
  const heard: Asking[] = [];
  const hear = (request: Request) => {
    const url = new URL(request.url());
    if (url.pathname !== '/graphql') return;
    const { operationName, query = 'query' } = (request.postDataJSON() ?? {}) as { operationName?: string; query?: string };
    if (query.trimStart().startsWith('mutation')) return;
    heard.push({ name: operationName ?? url.searchParams.get('operationName') ?? '?', request });
  };
  page.on('request', hear);
  await page.goto(browsing.origin + (await addressOf(world, place)));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  for (let before = -1; before < heard.length;) {
    before = heard.length;
    await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null);
    await page.waitForTimeout(SETTLED_MS);
  }
  page.off('request', hear);
  return heard.filter(({ name }) => !FRAME.includes(name));
}

/** The machine that tests run on is seldom quiet, so that the quickest of several answers says most of what the server takes. */
const TIMES = 7;

/** `REQUEST_MS=1` writes down what each page takes of the server, in milliseconds; nothing is held against it. */
async function tellTime(place: Place, asking: readonly Asking[]): Promise<void> {
  const page = await pageOf(PLACES[place].as);
  let sum = 0;
  for (const { request } of asking) {
    const order = { method: request.method(), headers: request.headers(), data: request.postData() ?? '' };
    let least = Infinity;
    for (let time = 0; time < TIMES; time += 1) {
      const from = performance.now();
      const answer = await page.request.fetch(request.url(), order);
      least = Math.min(least, performance.now() - from);
      if (!answer.ok()) throw new Error(`${place}: ${String(answer.status())}`);
    }
    sum += least;
  }
  process.stdout.write(
    `| \`${place}\` | ${namesOf(asking)
      .map((name) => `\`${name}\``)
      .join(', ')} | ${sum.toFixed()} |\n`,
  );
}

const namesOf = (asking: readonly Asking[]): string[] => asking.map(({ name }) => name);

test.each(lookers)(
  'every page that %s opens is asked for in two requests at most',
  async (as) => {
    const found: Record<string, readonly string[]> = {};
    for (const place of (Object.keys(PLACES) as Place[]).filter((one) => PLACES[one].as === as)) {
      const asking = await asked(place);
      found[place] = namesOf(asking);
      if (process.env.REQUEST_MS) await tellTime(place, asking);
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, names]) => names.length > MOST))).toEqual({});
  },
  240_000,
);

test('the year is on one page after one question, and the cards of the round that is open after a second', async () => {
  expect(namesOf(await asked('contestYear'))).toEqual(['YearPage', 'YearSigning']);
});
