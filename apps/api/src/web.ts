import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import files from '@fastify/static';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Clock } from '#lib/kernel';
import { type Config, projectFile } from '#lib/platform';
import { EXPLORER_POLICY } from './http/headers.js';
import { headOf } from './page-heads.js';
import { answerSearchEngines } from './search-engines.js';

/** What the build says of the application's addresses, in the router's notation: `/contests/$contestId`. */
interface Routes {
  readonly paths: readonly string[];
  /** Those that search engines may show. */
  readonly indexed: readonly string[];
}

/** The built web application beside the API, on the same port. */
export async function serveWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const root = projectFile(config.webRoot);
  if (!existsSync(root)) return;
  await app.register(files, {
    root,
    index: false,
    wildcard: false,
    preCompressed: true,
    globIgnore: ['*.html', '*.br', '*.gz', 'routes.json', '.vite/**'],
    setHeaders: (reply, path) => {
      // A name with the content's hash is that content for good; the others may change with the next version.
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  const { paths, indexed } = JSON.parse(readFileSync(join(root, 'routes.json'), 'utf8')) as Routes;
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  const answer = (path: string, status: number, index: boolean) => {
    const dressed = page.replace('<!--head-->', () => headOf(path, config.publicUrl));
    return (_request: FastifyRequest, reply: FastifyReply) => {
      if (!index) reply.header('x-robots-tag', 'noindex');
      return reply.code(status).type('text/html; charset=utf-8').send(dressed);
    };
  };
  for (const path of paths) fastify.get(path.replaceAll('$', ':'), answer(path, 200, indexed.includes(path)));
  answerSearchEngines(app, { publicUrl: config.publicUrl, indexed, clock: app.get(Clock, { strict: false }) });
  fastify.get('/graphql/explorer', (_request, reply) =>
    reply
      .header('content-security-policy', EXPLORER_POLICY)
      .header('x-robots-tag', 'noindex')
      .sendFile('explorer.html', { maxAge: 0, immutable: false }),
  );
  fastify.get('/explorer', (_request, reply) => reply.redirect('/graphql/explorer')); // where it stood before the application
  const lost = answer('', 404, false);
  fastify.get('/*', (request, reply) => {
    if (wantsPage(request)) return lost(request, reply);
    reply.callNotFound();
    return reply;
  });
}

/** Somebody typed it or followed a link, and did not ask for a file or an API. */
const wantsPage = ({ headers, url }: FastifyRequest): boolean =>
  (headers.accept ?? '').includes('text/html') && !/^\/(graphql|files|assets)\b/.test(url);
