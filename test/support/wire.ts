import { once } from 'node:events';
import { type Server, type Socket, connect, createServer } from 'node:net';

/** The wire between a server and its PostgreSQL, that a test can cut. */
export interface Wire {
  /** The address of the database at this end of the wire. */
  readonly url: string;
  /** Breaks every connection that is open now, without a word. */
  cut(): void;
  remove(): Promise<void>;
}

export async function wireTo(databaseUrl: string): Promise<Wire> {
  const url = new URL(databaseUrl);
  const folder = url.searchParams.get('host');
  const port = Number(url.port || url.searchParams.get('port') || 5432);
  const open = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = folder ? connect(`${folder}/.s.PGSQL.${String(port)}`) : connect(port, url.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  url.searchParams.delete('host');
  url.searchParams.delete('port');
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: url.toString(),
    cut,
    remove: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
