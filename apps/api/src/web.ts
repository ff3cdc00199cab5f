import { existsSync } from 'node:fs';
import files from '@fastify/static';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, projectFile } from '#lib/platform';

/** Addresses and the page that answers each. One-time links, printed and mailed, lead to the last two. */
const PAGES = { '/explorer': 'explorer.html', '/first-administrator': 'link.html', '/set-password': 'link.html' };

/** The built web application beside the API, on the same port. */
export async function serveWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const root = projectFile(config.webRoot);
  if (!existsSync(root)) return;
  await app.register(files, { root, index: false, wildcard: false, immutable: true, maxAge: '1h' });
  const fastify = app.getHttpAdapter().getInstance();
  for (const [path, page] of Object.entries(PAGES)) {
    fastify.get(path, (_request, reply) => reply.sendFile(page, { maxAge: 0, immutable: false }));
  }
  fastify.get('/', (_request, reply) => reply.redirect('/explorer'));
}
