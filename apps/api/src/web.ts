import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import files from '@fastify/static';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '#lib/identity';
import { Clock } from '#lib/kernel';
import { type Config, projectFile } from '#lib/platform';
import { ContentHeads } from './content-heads.js';
import { EXPLORER_POLICY } from './http/headers.js';
import { type FirstLoads, FirstLoader } from './first-loads.js';
import { sendCompressed } from './http/compressed.js';
import { firstWords } from './first-words.js';
import { FIXED_HEADS, type PageHead, headHtml } from './page-heads.js';
import { answerSearchEngines } from './search-engines.js';

/** What the build says of the application's addresses, in the router's notation: `/contests/$contestId`. */
interface Built extends FirstLoads {
  readonly paths: readonly string[];
  /** Those that search engines may show. */
  readonly indexed: readonly string[];
}

/** A page as it is sent: the same for every address but for what comes with it and what it says to programs. */
interface Sent {
  readonly path?: string;
  readonly head?: PageHead;
  readonly status?: number;
  readonly index?: boolean;
}

type Send = (request: FastifyRequest, reply: FastifyReply, sent: Sent) => Promise<FastifyReply>;

/** The built web application beside the API, on the same port. */
export async function serveWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const root = projectFile(config.webRoot);
  if (!existsSync(root)) return;
  await app.register(files, {
    root,
    serve: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      // A name with the content's hash is that content for good; the others may change with the next version.
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  const built = JSON.parse(readFileSync(join(root, 'routes.json'), 'utf8')) as Built;
  const { paths, indexed } = built;
  const loader = new FirstLoader(app, built);
  const html = readFileSync(join(root, 'index.html'), 'utf8');
  const send: Send = async (request, reply, { path = '', head, status = 200, index = false }) => {
    if (!index) reply.header('x-robots-tag', 'noindex');
    const answers = head && (await loader.answersOf(path, request));
    const address = config.publicUrl + addressOf(path, request);
    const page = html
      .replace('<!--head-->', () => `${headHtml(head, address)}\n    ${loader.partsOf(path)}`)
      .replace('<!--words-->', () => (head && request.cookies[SESSION_COOKIE] === undefined ? firstWords(path, head) : ''))
      .replace('<!--answers-->', () => answers ?? '');
    return sendCompressed(request, reply.code(status).type('text/html; charset=utf-8'), page);
  };
  const contents = new ContentHeads(app, app.get(Clock, { strict: false }));
  for (const path of paths) {
    const index = indexed.includes(path);
    fastify.get(path.replaceAll('$', ':'), (request, reply) =>
      contents.tell(path)
        ? sendContent(request, (sent) => send(request, reply, { ...sent, path }), { contents, path })
        : send(request, reply, { path, head: FIXED_HEADS[path], index }),
    );
  }
  answerSearchEngines(app, { publicUrl: config.publicUrl, indexed, clock: app.get(Clock, { strict: false }) });
  fastify.get('/graphql/explorer', (_request, reply) =>
    reply
      .header('content-security-policy', EXPLORER_POLICY)
      .header('x-robots-tag', 'noindex')
      .sendFile('explorer.html', { maxAge: 0, immutable: false }),
  );
  fastify.get('/explorer', (_request, reply) => reply.redirect('/graphql/explorer')); // where it stood before the application
  const servable = servableIn(root);
  fastify.get<{ Params: { '*': string } }>('/*', (request, reply) => {
    const name = request.params['*'];
    if (servable.has(name)) return reply.sendFile(name);
    if (wantsPage(request)) return send(request, reply, { status: 404 });
    reply.callNotFound();
    return reply;
  });
}

/**
 * The files that anyone may have by their names: one route answers for all, since a route for each of them took half a second of every
 * start. Pages go out with their heads, and what is compressed beside a file goes out under the file's name.
 */
const servableIn = (root: string): ReadonlySet<string> =>
  new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll(sep, '/'))
      .filter((name) => !/^\.vite\/|^routes\.json$|\.(html|br|gz)$/.test(name)),
  );

/** Somebody typed it or followed a link, and did not ask for a file or an API. */
const wantsPage = ({ headers, url }: FastifyRequest): boolean =>
  (headers.accept ?? '').includes('text/html') && !/^\/(graphql|files|assets)\b/.test(url);

interface Content {
  readonly contents: ContentHeads;
  readonly path: string;
}

/**
 * A page that shows one thing: 404 where nobody without an account sees it. Whoever has a session may see more than that; the page asks.
 * Where the database does not answer now, the page says so itself.
 */
async function sendContent<Answer>(
  request: FastifyRequest,
  send: (sent: Sent) => Promise<Answer>,
  { contents, path }: Content,
): Promise<Answer> {
  const [id = ''] = Object.values(request.params as Record<string, string>);
  const head = await contents.headOf(path, id).catch(() => undefined);
  if (head) return send({ head, index: head.indexed });
  if (head === undefined) return send({ status: 503 });
  return send({ status: request.cookies[SESSION_COOKIE] === undefined ? 404 : 200 });
}

/** The router's notation filled in: the address without what is searched for. */
const addressOf = (path: string, { params }: FastifyRequest): string =>
  path.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent((params as Record<string, string>)[name] ?? ''));
