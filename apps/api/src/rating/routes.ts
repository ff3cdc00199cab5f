import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { CounterQueries, RatingWriter } from '#lib/feedback';
import { type Locale, Refused, networkOf, randomId } from '#lib/kernel';
import { type Config, Refusals, localeOf } from '#lib/platform';
import { ProcedureQueries } from '#lib/procedure';
import { sendCompressed } from '../http/compressed.js';
import {
  type ShownCounter,
  type ShownForm,
  type ShownProcedures,
  counterAddress,
  counterPath,
  noCounterPage,
  ratingPage,
  thanksPage,
} from './page.js';

/** A comment of 500 characters as a form writes it, and the rest. */
const LONGEST_FORM = 16 * 1024;

/** What a browser remembers of a rating, by itself: that there was one at this counter, for as long as another is not counted. */
const RATED_COOKIE = 'da-danh-gia';
const RATED_SECONDS = 600;

const MOST_PROCEDURES = 20;

const STATUS: Readonly<Record<string, number>> = {
  COUNTER_NOT_OPEN: 404,
  TOO_MANY_REQUESTS: 429,
  BUSY: 503,
  OUTCOME_UNKNOWN: 503,
  DATABASE_FULL: 503,
};

type Sent = Readonly<Record<string, unknown>>;

/** `/q/<code>`: what the code at a counter leads to. */
export function serveRatings(app: NestFastifyApplication, config: Config): void {
  const fastify = app.getHttpAdapter().getInstance();
  const pages = new RatingPages(app, config);
  fastify.get('/q/:code', (request, reply) => pages.show(request, reply));
  fastify.get('/q/:code/thanks', (request, reply) => pages.thank(request, reply));
  fastify.post('/q/:code', { bodyLimit: LONGEST_FORM }, (request, reply) => pages.take(request, reply));
}

class RatingPages {
  private readonly counters: CounterQueries;
  private readonly procedures: ProcedureQueries;
  private readonly writer: RatingWriter;
  private readonly refusals: Refusals;

  constructor(
    app: NestFastifyApplication,
    private readonly config: Config,
  ) {
    this.counters = app.get(CounterQueries, { strict: false });
    this.procedures = app.get(ProcedureQueries, { strict: false });
    this.writer = app.get(RatingWriter, { strict: false });
    this.refusals = app.get(Refusals);
  }

  async show(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    return this.showForm(request, reply, { submission: randomId(), slip: first(queryOf(request).slip) });
  }

  async thank(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const counter = await this.counterOf(request);
    if (!counter) return this.send(request, reply.code(404), noCounterPage(null, codeOf(request), spoken(request)));
    return this.send(request, reply, thanksPage(counter, spoken(request)));
  }

  /** Whoever is not counted is thanked like whoever is: the answer says nothing of who rated before. */
  async take(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const form = (request.body ?? {}) as Sent;
    try {
      if (!isOurs(request)) throw new Refused('RATING_FORM');
      await this.writer.rate({
        counterCode: codeOf(request),
        form,
        network: this.networkOf(request),
        ratedJustNow: request.cookies[RATED_COOKIE] !== undefined,
      });
    } catch (error) {
      const refused = this.refusals.of(error);
      if (!refused) throw error;
      return this.refuse(request, reply, refused);
    }
    const code = codeOf(request).toUpperCase();
    return reply
      .setCookie(RATED_COOKIE, '1', {
        path: counterPath(code),
        maxAge: RATED_SECONDS,
        httpOnly: true,
        sameSite: 'strict',
        secure: this.config.secureCookies,
      })
      .redirect(counterAddress(code, spoken(request), '/thanks'), 303);
  }

  private refuse(request: FastifyRequest, reply: FastifyReply, { code, detail }: Refused): Promise<FastifyReply> {
    this.refusals.count(code);
    const { submission, level, reasons, comment, slip } = (request.body ?? {}) as Sent;
    const problem = this.refusals.message(code, detail, spoken(request));
    // A form that is none of ours is made anew; any other is the same rating when it is sent again.
    const again = code === 'RATING_FORM' ? randomId() : (first(submission) ?? randomId());
    const form = { submission: again, level: first(level), reasons: all(reasons), comment: first(comment), slip: first(slip), problem };
    return this.showForm(request, reply.code(STATUS[code] ?? 422), form);
  }

  private async showForm(request: FastifyRequest, reply: FastifyReply, form: ShownForm): Promise<FastifyReply> {
    const locale = spoken(request);
    const counter = await this.counterOf(request);
    if (!counter?.open)
      return this.send(request, reply.code(counter ? reply.statusCode : 404), noCounterPage(counter, codeOf(request), locale));
    return this.send(request, reply, ratingPage(counter, form, await this.proceduresOf(counter.fieldName), locale));
  }

  private counterOf(request: FastifyRequest): Promise<(ShownCounter & { readonly fieldName: string | null }) | null> {
    return this.counters.publicCounter(codeOf(request));
  }

  private async proceduresOf(fieldName: string | null): Promise<ShownProcedures> {
    const { edges } = await this.procedures.procedures({ first: MOST_PROCEDURES, fieldName, counted: false });
    const list = edges.map(({ node: { id, name } }) => ({ id, name }));
    return { list, catalogue: fieldName === null ? '/procedures' : `/procedures?field=${encodeURIComponent(fieldName)}` };
  }

  /** Null where a proxy stands before the server that it was not told to trust: then everybody has the proxy's address. */
  private networkOf(request: FastifyRequest): string | null {
    return this.config.proxies !== null || request.headers['x-forwarded-for'] === undefined ? networkOf(request.ip) : null;
  }

  private send(request: FastifyRequest, reply: FastifyReply, page: string): Promise<FastifyReply> {
    return sendCompressed(request, reply.header('x-robots-tag', 'noindex').type('text/html; charset=utf-8'), page);
  }
}

/** Sent from a page of ours, or by a browser that does not say. Another's page would have its readers rate without knowing. */
function isOurs({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** By the link between the languages, else as the browser asks. */
function spoken(request: FastifyRequest): Locale {
  const { lang } = queryOf(request);
  return lang === 'vi' || lang === 'en' ? lang : localeOf(request);
}

const codeOf = ({ params }: FastifyRequest): string => (params as { code: string }).code;
const queryOf = ({ query }: FastifyRequest): Sent => query as Sent;

const first = (said: unknown): string | undefined => all(said)[0];
const all = (said: unknown): string[] => [said].flat().filter((one) => typeof one === 'string');
