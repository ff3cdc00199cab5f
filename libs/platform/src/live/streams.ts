import { randomUUID } from 'node:crypto';
import { type OutgoingHttpHeaders, STATUS_CODES, type ServerResponse } from 'node:http';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type ExecutionResult, type GraphQLSchema } from 'graphql';
import { type Handler, type HandlerOptions, type OperationContext, type Response, createHandler } from 'graphql-sse';
import { type Actor, Refused } from '#lib/kernel';
import { type ActorSource, localeOf } from '../graphql/context.js';
import { errorFormatter } from '../graphql/format-error.js';
import { speak } from '../graphql/spoken.js';
import { HttpAnswers } from '../refusals/http-answers.js';
import { type Refusals } from '../refusals/refusals.js';
import { type LiveChannel } from './live-channel.js';
import { askedOf, refused } from './live-request.js';
import { type LookingOn } from './subscriptions.js';
import { onlyChanges } from './only-changes.js';

export const STREAM_PATH = '/graphql/stream';

/** Of one person at once: the tabs that they have open. Each may look on at so many things. */
const STREAMS_PER_PERSON = 20;
const LOOKS_PER_STREAM = 50;

/** A stream that was asked for and is not opened in this time is given up. */
const OPENED_WITHIN_MS = 30_000;

interface Came {
  readonly reply: FastifyReply;
  actor: Actor | null;
}

type Options = HandlerOptions<FastifyRequest, Came, OperationContext>;
type Asking = Parameters<Handler<FastifyRequest, Came>>[0];

interface Stream {
  readonly personId: string;
  looks: number;
  opened: boolean;
}

export interface StreamParts {
  readonly schema: () => GraphQLSchema;
  readonly channel: LiveChannel;
  readonly actors: ActorSource;
  readonly refusals: Refusals;
}

/**
 * What changes, told to who looks on: subscriptions over server-sent events, all of a tab in one stream. A stream belongs to the person who
 * asked for it, and is of no use to anybody else who knows its name.
 */
export class Streams {
  private readonly streams = new Map<string, Stream>();
  private readonly open = new Set<AsyncGenerator<string, void>>();
  private readonly handle: Handler<FastifyRequest, Came>;
  private readonly format: ReturnType<typeof errorFormatter>;

  constructor(private readonly parts: StreamParts) {
    this.format = errorFormatter(parts);
    this.handle = createHandler(this.options());
  }

  serve(fastify: FastifyInstance): void {
    const answers = new HttpAnswers(this.parts.refusals);
    void fastify.register((scope, _options, done) => {
      scope.setErrorHandler((error, request, reply) => {
        const { status, body } = answers.answerTo(error, localeOf(request));
        void reply.code(status).send(body);
      });
      scope.all(STREAM_PATH, (request, reply) => this.answerOne(request, reply));
      done();
    });
    fastify.addHook('preClose', async () => {
      await Promise.all([...this.open].map((stream) => stream.return()));
    });
  }

  private async answerOne(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asking = await this.asking(request, reply);
    const token = tokenOf(request);
    const [body, init] = await this.handle(asking);
    if (body === null || typeof body === 'string') {
      return reply
        .code(init.status)
        .headers(init.headers ?? {})
        .send(body ?? '');
    }
    const stream = this.streams.get(token ?? '');
    if (stream) stream.opened = true;
    await this.send(reply, body, init);
    this.streams.delete(token ?? '');
    return reply;
  }

  private async asking(request: FastifyRequest, reply: FastifyReply): Promise<Asking> {
    const actor = await this.parts.actors.actorOf(request);
    if (actor) speak(actor.locale);
    const headers = { get: (name: string) => [request.headers[name.toLowerCase()] ?? null].flat().join('') || null };
    const body = (request.body ?? null) as Record<string, unknown> | null;
    return { method: request.method, url: request.url, headers, body, raw: request, context: { reply, actor } };
  }

  private options(): Options {
    return {
      authenticate: ({ method, raw, context: { actor } }) => {
        if (!actor) return this.refusal(new Refused('UNAUTHENTICATED'), 401);
        if (method === 'PUT') return this.reserve(actor);
        const token = tokenOf(raw);
        // Whoever names none, or another's, has none.
        if (token === null || this.streams.get(token)?.personId !== actor.id) return this.refusal(new Refused('STREAM_GONE'), 404);
        return token;
      },
      validate: () => [],
      onSubscribe: (request, params) => {
        const stream = this.streams.get(tokenOf(request.raw) ?? '');
        if (!stream || stream.looks >= LOOKS_PER_STREAM) return this.refusal(new Refused('BUSY'), 429);
        const schema = this.parts.schema();
        const { document, error } = askedOf(schema, params);
        if (error) return this.answer({ errors: [this.format(error.toJSON(), error)] }, 400);
        stream.looks += 1;
        const { operationName, variables } = params;
        return { schema, document, operationName, variableValues: variables, contextValue: this.contextOf(request.raw, request.context) };
      },
      onOperation: (_, __, ___, result) => (Symbol.asyncIterator in result ? onlyChanges(result) : undefined),
      onNext: (_, __, result) => this.formatted(result as ExecutionResult),
      onComplete: (_, { raw }) => {
        const stream = this.streams.get(tokenOf(raw) ?? '');
        if (stream) stream.looks -= 1;
      },
    };
  }

  private contextOf(request: FastifyRequest, { reply, actor }: Came): OperationContext {
    const { actors, channel } = this.parts;
    const context: LookingOn = { request, reply, actor, locale: actor?.locale ?? localeOf(request), actors, channel };
    return { ...context };
  }

  private formatted(result: ExecutionResult): ExecutionResult | undefined {
    if (!result.errors) return undefined;
    return { ...result, errors: result.errors.map((error) => this.format(error.toJSON(), error)) as never };
  }

  private reserve(actor: Actor): string | Response {
    const own = [...this.streams.values()].filter(({ personId }) => personId === actor.id);
    if (own.length >= STREAMS_PER_PERSON) return this.refusal(new Refused('BUSY'), 429);
    const token = randomUUID();
    this.streams.set(token, { personId: actor.id, looks: 0, opened: false });
    setTimeout(() => void this.giveUp(token), OPENED_WITHIN_MS).unref();
    return token;
  }

  /** The library forgets a stream only when it ends: one that nobody opened is opened and ended. */
  private async giveUp(token: string): Promise<void> {
    const stream = this.streams.get(token);
    if (!stream || stream.opened) return;
    const headers = { 'x-graphql-event-stream-token': token, accept: 'text/event-stream' };
    const raw = { headers } as unknown as FastifyRequest;
    const get = (name: string) => (headers as Record<string, string>)[name.toLowerCase()] ?? null;
    const actor = { id: stream.personId } as Actor;
    const [body] = await this.handle({
      method: 'GET',
      url: STREAM_PATH,
      headers: { get },
      body: null,
      raw,
      context: { reply: null as never, actor },
    });
    if (body !== null && typeof body !== 'string') await body.return();
    this.streams.delete(token);
  }

  private refusal(why: Refused, status: number): Response {
    const error = refused(why);
    return this.answer({ errors: [this.format(error.toJSON(), error)] }, status);
  }

  private answer(body: unknown, status: number): Response {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    return [JSON.stringify(body), { status, statusText: STATUS_CODES[status] ?? '', headers }];
  }

  /** Until the client goes, or the server. */
  private async send(reply: FastifyReply, body: AsyncGenerator<string, void>, { status, headers }: Response[1]): Promise<void> {
    const { raw } = reply.hijack();
    this.open.add(body);
    raw.once('close', () => void body.return());
    raw.writeHead(status, {
      ...reply.getHeaders(),
      ...headers,
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    } as OutgoingHttpHeaders);
    try {
      for await (const part of body) if (!(await written(raw, part))) break;
    } finally {
      this.open.delete(body);
      await body.return();
      raw.end();
    }
  }
}

/** The name of the stream, which only who asked for it knows. */
function tokenOf({ headers }: FastifyRequest): string | null {
  return [headers['x-graphql-event-stream-token'] ?? null].flat()[0] ?? null;
}

/** Waits until the client has taken it; false where the client is gone. */
const written = (raw: ServerResponse, part: string): Promise<boolean> =>
  raw.writable
    ? new Promise((resolve) =>
        raw.write(part, (error) => {
          resolve(!error);
        }),
      )
    : Promise.resolve(false);
