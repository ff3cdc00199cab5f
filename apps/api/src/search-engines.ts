import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { WinnerQueries } from '#lib/award';
import { ContestQueries } from '#lib/contest';
import { type Clock, PAGE_MAX, type Page, type PageArgs } from '#lib/kernel';
import { RolloutQueries } from '#lib/rollout';

/** A list is read as far as this; the rest is found from its pages. */
const MOST_PAGES = 50;
const FRESH_MS = 3_600_000;

interface Engines {
  readonly publicUrl: string;
  /** The addresses that search engines may show, in the router's notation. */
  readonly indexed: readonly string[];
  readonly clock: Clock;
}

/** What search engines ask for first. Nothing is shut to them here: pages that are not for them say so themselves. */
export function answerSearchEngines(app: NestFastifyApplication, { publicUrl, indexed, clock }: Engines): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/robots.txt', (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(`User-agent: *\nAllow: /\n\nSitemap: ${publicUrl}/sitemap.xml\n`),
  );
  const fixed = indexed.filter((path) => !path.includes('$'));
  // Made at most once an hour, whoever asks how often.
  let made: { readonly at: number; readonly map: Promise<string> } | undefined;
  fastify.get('/sitemap.xml', async (_request, reply) => {
    const at = clock.now().getTime();
    if (!made || at - made.at >= FRESH_MS) {
      const map = pathsOfContents(app).then((paths) => siteMap([...fixed, ...paths].map((path) => publicUrl + path)));
      map.catch(() => (made = undefined));
      made = { at, map };
    }
    return reply.type('application/xml; charset=utf-8').send(await made.map);
  });
}

/** Public contests with their results, and initiatives with a prize or rolled out. */
async function pathsOfContents(app: NestFastifyApplication): Promise<string[]> {
  const contests = await all((page) => app.get(ContestQueries, { strict: false }).publicContests(page));
  const winners = await all((page) => app.get(WinnerQueries, { strict: false }).winners({}, page));
  const rollouts = await all((page) => app.get(RolloutQueries, { strict: false }).publicRollouts(page));
  const initiatives = new Set([...winners, ...rollouts].map(({ initiative }) => initiative.id));
  const ended = contests.filter(({ phase }) => phase === 'PUBLISHED' || phase === 'ARCHIVED');
  return [
    ...contests.map(({ id }) => `/contests/${id}`),
    ...ended.map(({ id }) => `/contests/${id}/result`),
    ...[...initiatives].map((id) => `/winners/${id}`),
  ];
}

async function all<Row>(read: (page: PageArgs) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { edges, pageInfo }: Page<Row> = await read({ first: PAGE_MAX, after, counted: false, tells: [] });
    rows.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  return rows;
}

/** Addresses are of letters, digits, strokes and dashes: nothing in them needs an escape. */
const siteMap = (addresses: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => `<url><loc>${address}</loc></url>`).join('\n')}
</urlset>
`;
