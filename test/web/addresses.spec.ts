import { globSync, readFileSync } from 'node:fs';
import request from 'supertest';
import { type RunningContest, startContest } from '../support/harness.js';
import { build } from '../support/server.js';

let contest: RunningContest;

beforeAll(async () => {
  build();
  contest = await startContest();
});

afterAll(() => contest.stop());

const page = (path: string) => request(contest.app.getHttpServer()).get(path).set('accept', 'text/html');

/** As notices, mails and what awaits people write them: in a template of TypeScript, or put together in SQL. */
const TEMPLATE = /path: [`'](\/[^`'#]*)|publicUrl\}(\/[\w/-]*)|('\/[a-z-]+\/?'(?: \|\| (?:[\w.]+|'\/[a-z-]*\/?'))*) as path/g;
// What follows `/q/` is a code, and a page without script.
const NOT_PAGES = /^\/(graphql|files\b|q\/|$)/;

function addressesIn(source: string): string[] {
  return [...source.matchAll(TEMPLATE)].flatMap(([, template, link, sql]) => {
    const written =
      template ??
      link ??
      (sql ?? '')
        .replaceAll(/' \|\| [\w.]+ \|\| '/g, '1')
        .replace(/' \|\| [\w.]+$/, '1')
        .replaceAll("'", '');
    const address = written.replaceAll(/\$\{[^}]*\}/g, '1');
    return NOT_PAGES.test(address) ? [] : [address];
  });
}

const promised = [
  ...new Set(globSync('libs/*/src/**/*.ts', { exclude: ['**/*.spec.ts'] }).flatMap((file) => addressesIn(readFileSync(file, 'utf8')))),
].sort();

test('what mails, notices and awaited things lead to is read out of the sources', () => {
  expect(promised).toEqual(
    expect.arrayContaining([
      '/contests/1',
      '/contests/1/result',
      '/initiatives/1',
      '/invitations',
      '/judging/1',
      '/reports/1/1',
      '/set-password',
    ]),
  );
});

test.each(promised)('%s, which the platform tells people, is a page of the application', async (address) => {
  const answer = await page(address).set('cookie', 'phien=x'); // what it is about shows itself to whoever may see it

  expect({ status: answer.status, type: answer.type }).toEqual({ status: 200, type: 'text/html' });
});

test('an address that nothing stands at is a page with 404, for a program the refusal', async () => {
  const forPeople = await page('/khong-co-trang-nay');
  const forPrograms = await request(contest.app.getHttpServer()).get('/khong-co-trang-nay').set('accept', 'application/json');

  expect({ status: forPeople.status, type: forPeople.type }).toEqual({ status: 404, type: 'text/html' });
  expect({ status: forPrograms.status, type: forPrograms.type }).toEqual({ status: 404, type: 'application/json' });
});

test('pages are not kept, their hashed parts for good, and go compressed as the browser takes them', async () => {
  const home = await page('/');
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(home.text)?.[1] ?? '';
  const brotli = await request(contest.app.getHttpServer()).get(script).set('accept-encoding', 'br');
  const gzip = await request(contest.app.getHttpServer()).get(script).set('accept-encoding', 'gzip');

  expect(home.headers['cache-control']).toBe('no-store');
  expect([brotli, gzip].map(({ headers }) => [headers['content-encoding'], headers['cache-control']])).toEqual([
    ['br', 'public, max-age=31536000, immutable'],
    ['gzip', 'public, max-age=31536000, immutable'],
  ]);
});

test('a file of the build goes out by its name, and nothing that the build keeps for itself', async () => {
  const server = contest.app.getHttpServer();
  const shut = [
    '/index.html',
    '/explorer.html',
    '/routes.json',
    '/.vite/manifest.json',
    '/icon.svg.br',
    '/assets/',
    '/assets/%2e%2e/routes.json',
  ];
  const [got, asked] = [await request(server).get('/icon.svg'), await request(server).head('/icon.svg')];
  const codes = await Promise.all(shut.map(async (path) => (await request(server).get(path)).status));

  expect([got.status, asked.status, got.headers['content-type']]).toEqual([200, 200, 'image/svg+xml']);
  expect(codes).toEqual(shut.map(() => 404));
});

test('no page runs script or takes style that does not stand in a file of the application', async () => {
  const { headers, text } = await page('/');
  const policy = String(headers['content-security-policy']);

  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/unsafe-|data:.*script/);
  expect(text).not.toMatch(/<script(?![^>]*\bsrc=)(?![^>]*type="application\/(?:ld\+)?json")|<style|style="|\son\w+="/);
});

test('what is not for anyone is not to be found by search engines', async () => {
  const robots = async (path: string) => (await page(path)).headers['x-robots-tag'];

  expect([await robots('/'), await robots('/winners'), await robots('/home'), await robots('/judging'), await robots('/sign-in')]).toEqual([
    undefined,
    undefined,
    'noindex',
    'noindex',
    'noindex',
  ]);
});

test('search engines are told the public pages, and each says what it is before any script runs', async () => {
  const server = contest.app.getHttpServer();
  const robots = await request(server).get('/robots.txt');
  const map = await request(server).get('/sitemap.xml');
  const paths = [...map.text.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path = '']) => path);
  const fixed = [
    '/',
    '/winners',
    '/in-use',
    '/procedures',
    '/reform-index',
    '/at-home',
    '/titles',
    '/tried-out',
    '/citizens-voice',
    '/check-result',
    '/privacy',
    '/accessibility',
  ];
  const heads = await Promise.all(
    fixed.map(async (path) => /<title>[^<]+<\/title>\s*<meta name="description"/.test((await page(path)).text)),
  );

  expect(robots.text).toMatch(/^User-agent: \*\nAllow: \/\n\nSitemap: http\S+\/sitemap\.xml\n$/);
  expect(map.type).toBe('application/xml');
  expect(paths.filter((path) => !path.startsWith('/contests/'))).toEqual(fixed);
  expect(heads).toEqual(fixed.map(() => true));
});
