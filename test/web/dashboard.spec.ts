import { type Page } from 'playwright-core';
import { sql } from 'kysely';
import { type DemoWorld, demoWorld } from '../support/demo-world.js';
import { type Browsing, accessibilityFaults, browse, sidewaysScroll } from './browsing.js';

let world: DemoWorld;
let browsing: Browsing;

beforeAll(async () => {
  world = await demoWorld();
  // Of each state there is something to count: nobody of the demo season has lost a prize.
  const db = world.contest.em().getKysely();
  await sql`update award set revoked_at = now(), revocation_reason = 'Trùng với sáng kiến đã có.' where id = (select w.id from award w
    join award_decision d on d.id = w.decision_id where d.state = 'PUBLISHED' order by w.id limit 1)`.execute(db);
  browsing = await browse(world.contest);
}, 400_000);

afterAll(async () => {
  await browsing.stop();
  await world.contest.stop();
});

afterEach(() => {
  expect(browsing.faults()).toEqual([]);
});

interface Led {
  readonly table: string;
  readonly head: string;
  readonly number: string;
  readonly href: string;
}

/** By unit there are hundreds of them: every tenth at each run, all in the full one. */
const EACH = process.env.TEST_FULL === '1' ? 1 : 10;
const TABLES = ['Hồ sơ dự thi', 'Giải thưởng đã công bố', 'Áp dụng ở xã, thị trấn'];

/** Every number of the page that leads somewhere, and those that lead nowhere though they count something. */
const numbersOf = (page: Page): Promise<{ led: Led[]; unled: string[] }> =>
  page.evaluate(() => {
    const led: Led[] = [];
    const unled: string[] = [];
    for (const table of document.querySelectorAll<HTMLTableElement>('main table')) {
      const heads = [...table.querySelectorAll('thead th')].map((head) => (head as HTMLElement).innerText);
      for (const row of table.querySelectorAll('tbody tr'))
        [...row.querySelectorAll('td')].forEach((cell, at) => {
          const link = cell.querySelector('a');
          const number = (link?.firstChild ?? cell.lastElementChild)?.textContent ?? '';
          const head = heads[at + 1] ?? '';
          if (link) led.push({ table: table.caption?.innerText ?? '', head, number, href: link.getAttribute('href') ?? '' });
          else if (number !== '0' && head !== 'Tỷ lệ') unled.push(`${head}: ${number}`);
        });
    }
    return { led, unled };
  });

const total = async (page: Page): Promise<string> => /\S+(?= dòng)/.exec(await page.getByText(/^Tất cả \S+ dòng$/).innerText())?.[0] ?? '';

test.each(['YEAR', 'AREA', 'UNIT'])(
  'by %s each number of the dashboard leads to just the rows that it counts',
  async (by) => {
    const as = await world.person('LEADER');
    const page = await browsing.visit(`/dashboard?by=${by}`, { as });
    for (const name of TABLES) await page.getByRole('table', { name }).waitFor();
    const { led, unled } = await numbersOf(page);
    expect(unled).toEqual([]);
    expect([...new Set(led.map(({ table }) => table))]).toEqual(TABLES);
    const counted = led.filter(({ head }) => head !== 'Tiền thưởng');
    // Money leads to the prizes that it was given for.
    const prizes = new Set(counted.filter(({ head }) => head === 'Giải').map(({ href }) => href));
    expect(led.filter(({ head, href }) => head === 'Tiền thưởng' && !prizes.has(href))).toEqual([]);
    const wrong: unknown[] = [];
    for (const { table, head, number, href } of counted.filter((_, at) => by !== 'UNIT' || at % EACH === 0)) {
      await page.goto(browsing.origin + href);
      const rows = await total(page);
      if (rows !== number) wrong.push({ table, head, number, href, rows });
    }
    expect(wrong).toEqual([]);
    expect(counted.length).toBeGreaterThan(by === 'UNIT' ? 40 : 5);
  },
  400_000,
);

test.each(['/dossiers', '/adoptions', '/rollouts', '/dashboard'])(
  '%s is read on a phone in the dark, and axe finds nothing',
  async (path) => {
    const page = await browsing.visit(path, { as: await world.person('LEADER'), screen: 'phone', theme: 'dark' });
    await page.getByRole('table').first().waitFor();
    expect({ faults: await accessibilityFaults(page), sideways: await sidewaysScroll(page) }).toEqual({ faults: [], sideways: 0 });
  },
);
