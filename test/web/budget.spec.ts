import request from 'supertest';
import { type RunningContest, startContest } from '../support/harness.js';
import { build } from '../support/server.js';

let contest: RunningContest;

beforeAll(async () => {
  build();
  contest = await startContest();
});

afterAll(() => contest.stop());

/** Bytes of script and style that come with a page, as a browser of today takes them. */
async function weightOf(path: string): Promise<number> {
  const server = contest.app.getHttpServer();
  const { text } = await request(server).get(path).set({ accept: 'text/html', cookie: 'phien=x' });
  const parts = new Set([...text.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, part = '']) => part));
  const weights = await Promise.all(
    [...parts].map(async (part) => {
      const { headers } = await request(server).head(part).set('accept-encoding', 'br');
      expect([part, headers['content-encoding']]).toEqual([part, 'br']);
      return Number(headers['content-length']);
    }),
  );
  return weights.reduce((sum, weight) => sum + weight, 0);
}

test.each([
  ['the public home', '/', 170_000],
  ['a judge’s card without the reader of PDF', '/judging/1/cards/1', 300_000],
])('%s comes with no more script and style than was promised', async (_page, path, budget) => {
  const weight = await weightOf(path);

  expect(weight).toBeGreaterThan(80_000);
  expect(weight).toBeLessThanOrEqual(budget);
});
