import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';

/** What came over one connection until the server ended it. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How long the connection lasted, in milliseconds. */
  readonly took: number;
}

export const portOf = (app: NestFastifyApplication): number => {
  const address = app.getHttpServer().address() as { port: number } | null;
  return address?.port ?? 0;
};

function read(text: string, took: number): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers = lines.map((each) => [each.slice(0, each.indexOf(':')).toLowerCase(), each.slice(each.indexOf(':') + 1).trim()] as const);
  return { status: Number(line.split(' ')[1] ?? 0), headers: Object.fromEntries(headers), body: rest.join('\r\n\r\n'), took };
}

/** A client that sends these bytes as they are, then whatever `more` does, and listens until the connection ends. */
export async function sendRaw(port: number, bytes: string, more?: (socket: Socket) => void): Promise<RawAnswer> {
  const begun = performance.now();
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(bytes);
  more?.(socket);
  if (!socket.closed) await once(socket, 'close');
  return read(text, performance.now() - begun);
}

/** A request as bytes; `connection: close`, so that its answer ends it. */
export const rawRequest = (line: string, headers: Record<string, string> = {}, body = ''): string =>
  [
    `${line} HTTP/1.1`,
    ...Object.entries({ host: 'x', connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');
