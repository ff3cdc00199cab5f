import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { migrate } from '#lib/platform';
import { entities } from '../apps/api/src/libraries.js';
import { createEmptyDatabase } from './support/database.js';
import { build, run } from './support/server.js';

test('what nobody caught ends the server with a last line of JSON that says where, and a code; all before it are lines of JSON too', async () => {
  build();
  const database = await createEmptyDatabase();
  await migrate(entities, database.url);
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };

  const server = run('server/main.js', {
    DATABASE_URL: database.url,
    APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    HOST: '127.0.0.1',
    PORT: String(port),
    WORKER: '0',
    TRUSTED_PROXIES: '127.0.0.1',
  });
  const [said, told, [code]] = await Promise.all([text(server.stderr!), text(server.stdout!), once(server, 'exit')]);
  taken.close();
  await database.drop();

  const lines = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect({ code, told }).toEqual({ code: 1, told: '' });
  expect(lines.at(-1)).toMatchObject({
    level: 'fatal',
    context: 'Process',
    error: { code: 'EADDRINUSE', stack: expect.stringContaining('at ') },
  });
  expect(lines.slice(0, -1)).toEqual([expect.objectContaining({ level: 'error', context: expect.any(String) })]);
}, 120_000);
