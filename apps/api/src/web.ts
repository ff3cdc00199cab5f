import { existsSync } from 'node:fs';
import helmet from '@fastify/helmet';
import files from '@fastify/static';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, projectFile } from '#lib/platform';

/** Nothing is loaded from elsewhere: a government network often has no way out. The explorer's editor sets styles and runs its workers as blobs. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    workerSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
  },
};

/** Addresses and the page that answers each. One-time links, printed and mailed, lead to the last two. */
const PAGES = { '/explorer': 'explorer.html', '/first-administrator': 'link.html', '/set-password': 'link.html' };

/** The built web application beside the API, on the same port. */
export async function serveWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY, strictTransportSecurity: config.secureCookies });
  const root = projectFile(config.webRoot);
  if (!existsSync(root)) return;
  await app.register(files, { root, index: false, wildcard: false, immutable: true, maxAge: '1h' });
  const fastify = app.getHttpAdapter().getInstance();
  for (const [path, page] of Object.entries(PAGES)) {
    fastify.get(path, (_request, reply) => reply.sendFile(page, { maxAge: 0, immutable: false }));
  }
  fastify.get('/', (_request, reply) => reply.redirect('/explorer'));
}
