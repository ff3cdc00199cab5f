import { type Page } from 'playwright-core';
import { type DemoWorld, demoWorld } from '../support/demo-world.js';
import { type Asking, hear, namesOf } from './asked.js';
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

/** A page that has asked for nothing so long asks for nothing more by itself; what looks on keeps its request open, and the network is never idle. */
const SETTLED_MS = 400;

const pages = new Map<string | undefined, Page>();

async function pageOf(as: string | undefined): Promise<Page> {
  const page = pages.get(as) ?? (await browsing.profile(as ? { as: await world.person(as) } : {}));
  pages.set(as, page);
  return page;
}

/** What a page asks for until it stands. */
async function asked(place: Place): Promise<Asking[]> {
  const page = await pageOf(PLACES[place].as);
  const heard = hear(page);
  await browsing.go(page, await addressOf(world, place));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  for (let before = -1; before < heard.asked().length;) {
    before = heard.asked().length;
    await page.waitForFunction(() => document.querySelector('[class*="skeleton"]') === null);
    await page.waitForTimeout(SETTLED_MS);
  }
  heard.end();
  return heard.asked();
}

/** The machine that tests run on is seldom quiet, so that the quickest of several answers says most of what the server takes. */
const TIMES = 7;

async function tellTime(place: Place): Promise<void> {
  const asking = await asked(place);
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
  const names = namesOf(asking).map((name) => `\`${name}\``);
  process.stdout.write(`| \`${place}\` | ${names.join(', ')} | ${sum.toFixed()} |\n`);
}

/** `REQUEST_MS=1` writes down what each page takes of the server, in milliseconds; nothing is held against it. */
const measured = process.env.REQUEST_MS ? test : test.skip;

measured(
  'what each page takes of the server',
  async () => {
    for (const place of Object.keys(PLACES) as Place[]) await tellTime(place);
  },
  600_000,
);

test('the year is on one page after one question, and the cards of the round that is open after a second', async () => {
  expect(namesOf(await asked('contestYear'))).toEqual(['YearPage', 'YearSigning']);
});
