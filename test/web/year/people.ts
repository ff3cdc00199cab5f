import { type Page } from 'playwright-core';
import { people } from '../../../prisma-free-schema/seeds/content/index.js';
import { DEMO_PASSWORD } from '../../../prisma-free-schema/seeds/demo-accounts.js';
import { loadPeople } from '../../../prisma-free-schema/seeds/demo/people.js';
import { Season } from '../../../prisma-free-schema/seeds/demo/season.js';
import { loadUnits } from '../../../prisma-free-schema/seeds/demo/units.js';
import { Cast } from '../../../apps/walkthrough/src/cast.js';
import { Worker } from '#lib/platform';
import { Person } from '#domain/identity';
import { type RunningContest, startContest } from '../../support/harness.js';
import { type Browsing, browse } from '../browsing.js';

/** Several people act at the same time, beside whatever else runs on the machine. */
const WAIT_MS = 90_000;

/** The year as it is played by pages: who acts has a browser of their own before the application, whose clock is moved by hand. */
export interface Year {
  readonly contest: RunningContest;
  readonly browsing: Browsing;
  /** Who reads by the API what the pages have done; none of them acts. */
  readonly readers: Cast;
  /** The page of somebody, by their key in the demo season, at this address; it is opened once and kept. */
  at(key: string, path: string): Promise<Page>;
  /** Closes the browsers of those who have done their part. */
  leave(keys: readonly string[]): Promise<void>;
  personId(key: string): Promise<string>;
  stop(): Promise<void>;
}

/** The people and units of the demo season, and nothing else: the day on which the walkthrough begins. */
export async function aYear(): Promise<Year> {
  // The accounts of the demo have no second factors, which nobody is asked for there.
  const contest = await startContest('2026-11-23T02:00:00Z', { DEMO: '1' });
  const season = new Season(contest.app, contest.clock);
  await loadUnits(season);
  await loadPeople(season);
  contest.get(Worker).start();
  const browsing = await browse(contest);
  const pages = new Map<string, Page>();
  const personId = async (key: string): Promise<string> => {
    const email = people.find((person) => person.key === key)?.email ?? '';
    return (await contest.em().findOneOrFail(Person, { email })).id;
  };
  const readers = new Cast({ url: await contest.app.getUrl(), password: DEMO_PASSWORD });
  return {
    contest,
    browsing,
    readers,
    personId,
    at: async (key, path) => {
      const open = pages.get(key);
      if (open) {
        await open.goto(browsing.origin + path);
        return open;
      }
      const page = await browsing.visit(path, { as: await personId(key) });
      page.setDefaultTimeout(WAIT_MS);
      pages.set(key, page);
      return page;
    },
    leave: async (keys) => {
      for (const key of keys) {
        await pages.get(key)?.context().close();
        pages.delete(key);
      }
    },
    stop: async () => {
      await readers.signOut();
      await browsing.stop();
      await contest.stop();
    },
  };
}
