import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { Database } from '../database/database.js';

/** What a queue holds: waiting, and given up until somebody settles it. */
export interface QueueLength {
  readonly waiting: number;
  readonly failed: number;
  /** Since when the oldest waits, in seconds. */
  readonly oldest: number;
}

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
const NOTHING: QueueLength = { waiting: 0, failed: 0, oldest: 0 };

/** The part of the server that an address belongs to. Addresses themselves have no end, and name people's things. */
function surfaceOf(url: string): string {
  const [, first = ''] = url.split(/[/?]/, 2);
  if (first === 'graphql' || first === 'files' || first === 'health' || first === 'ready') return first;
  return first.includes('.') || first === 'assets' ? 'assets' : 'pages';
}

/** Figures about this process and what waits in it, as Prometheus reads them, on a port that people do not reach. No figure is about anybody. */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  private readonly logger = new Logger('Metrics');
  private readonly registry = new Registry();
  private server: Server | null = null;
  private readonly answers = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took until they were answered.',
    labelNames: ['surface', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor(private readonly database: Database) {
    collectDefaultMetrics({ register: this.registry });
    this.queue('events', () => this.events());
    this.queue('jobs', () => this.jobs());
  }

  /** Libraries above say what else waits. Asked at each reading, so it has to be a matter of an index. */
  queue(name: string, read: () => Promise<QueueLength>): void {
    const length = onceAtATime(read);
    const gauge = (what: string, help: string, of: (length: QueueLength) => number): void => {
      const figure: Gauge = new Gauge({
        ...{ name: `queue_${name}_${what}`, help, registers: [this.registry] },
        collect: async () => {
          figure.set(of(await length()));
        },
      });
    };
    gauge('waiting', 'So many wait.', ({ waiting }) => waiting);
    gauge('failed', 'So many were given up, until somebody settles them.', ({ failed }) => failed);
    gauge('oldest_seconds', 'So long the oldest waits.', ({ oldest }) => oldest);
  }

  /** Times what the server answers. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      this.answers.observe({ surface: surfaceOf(request.url), status: `${String(reply.statusCode)[0] ?? ''}xx` }, reply.elapsedTime / 1000);
      done();
    });
  }

  /** Serves `/metrics`; answers with the port. */
  async listen({ port, host }: { readonly port: number; readonly host: string }): Promise<number> {
    const server = createServer((request, response) => void this.answer(request, response));
    this.server = server;
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
    const address = server.address();
    return typeof address === 'object' && address ? address.port : port;
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (method !== 'GET' || url !== '/metrics') return void response.writeHead(404).end();
    try {
      const text = await this.registry.metrics();
      response.writeHead(200, { 'content-type': this.registry.contentType }).end(text);
    } catch (error) {
      this.logger.warn({ error: String(error) }, 'The metrics could not be read');
      response.writeHead(503).end();
    }
  }

  /** By the two indexes of what waits and of what was given up: the events that were delivered are without number. */
  private async events(): Promise<QueueLength> {
    return (
      (await this.database.first(sql<QueueLength>`
        select due.waiting, due.oldest, (select count(*)::int from outbox_event where failed_at is not null and discarded_at is null) as failed
        from (select count(*)::int as waiting, coalesce(extract(epoch from now() - min(available_at) filter (where available_at <= now())), 0)::float8 as oldest
              from outbox_event where done_at is null and failed_at is null and discarded_at is null) due`)) ?? NOTHING
    );
  }

  private async jobs(): Promise<QueueLength> {
    return (
      (await this.database.first(sql<QueueLength>`
        select count(*)::int as waiting, 0 as failed, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as oldest
        from job where state = 'QUEUED'`)) ?? NOTHING
    );
  }
}

/** Whoever asks while it is being read gets the same answer. */
function onceAtATime<T>(read: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => (asked ??= read().finally(() => (asked = null)));
}
