import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Refused, networkOf } from '#lib/kernel';
import { CONFIG, type Config } from '../../config.js';
import { type Size } from './walk.js';

/** What answering any request costs, and each letter of its text; a row with 20 fields costs about 25. */
const REQUEST_COST = 500;
const LETTER_COST = 2;
/** The schema's own rows are in memory. */
const SCHEMA_SHARE = 0.01;

const MOST_ADDRESSES = 20_000;

/** What may be spent: full at first, filled up within a minute. It may be overdrawn once; then one waits until it is made up for. */
interface Purse {
  left: number;
  at: number;
}

/**
 * What requests without an account cost per minute: of one network address, generously, since a whole office or a telephone company
 * may be behind it, and of all together. Counted in the memory of each process, since a count in the database would cost more than
 * most of what is counted: with several processes the limits are so many times as high. It is the machine's time that counts, and no
 * rule of the contest, so the contest's clock has no say. Signing in and the other public acts are
 * counted but never refused here, so that nobody locks people out by reading; they have limits of their own.
 */
@Injectable()
export class AnonymousCost implements OnApplicationBootstrap {
  private readonly logger = new Logger('AnonymousCost');
  private readonly purses = new LRUCache<string, Purse>({ max: MOST_ADDRESSES });
  private readonly all: Purse;
  private warned = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.all = { left: config.anonymousCost.total, at: performance.now() };
  }

  onApplicationBootstrap(): void {
    if (this.config.proxies === null && !this.config.demo)
      this.logger.warn('TRUSTED_PROXIES is not set: behind a reverse proxy nothing is limited by address.');
  }

  /** Refuses `TOO_MANY_REQUESTS` with the seconds to wait where all is spent; else counts that this was asked. */
  admit(request: FastifyRequest): void {
    const text = textOf(request);
    // Before it is parsed the word alone tells; what it really is, `spend` asks.
    if (!ACT.test(text)) this.refuseIfSpent(request);
    this.take(request, REQUEST_COST + text.length * LETTER_COST);
  }

  /** Counts what an operation costs before it is executed. Refuses a query that had the word of an act in its text, where all is spent. */
  spend(request: FastifyRequest, size: Size, kind: 'query' | 'mutation' | 'subscription'): void {
    if (kind !== 'mutation' && ACT.test(textOf(request))) this.refuseIfSpent(request);
    this.take(request, costOf(size));
  }

  /** It was refused, and nothing was read for it. */
  giveBack(request: FastifyRequest, size: Size): void {
    for (const [purse, perMinute] of this.pursesOf(request)) purse.left = this.fill(purse, perMinute).left + costOf(size);
  }

  private refuseIfSpent(request: FastifyRequest): void {
    const waits = this.pursesOf(request).map(([purse, perMinute]) => secondsToWait(this.fill(purse, perMinute), perMinute));
    const seconds = Math.max(0, ...waits);
    if (seconds > 0) throw new Refused('TOO_MANY_REQUESTS', { seconds });
  }

  /** An address that has spent its own takes no more from what all share, and nobody waits longer than a minute. */
  private take(request: FastifyRequest, cost: number): void {
    for (const [purse, perMinute] of this.pursesOf(request)) {
      const { left } = this.fill(purse, perMinute);
      purse.left = Math.max(-perMinute, left - cost);
      if (left <= 0) return;
    }
  }

  private pursesOf(request: FastifyRequest): (readonly [Purse, number])[] {
    const { perAddress, total } = this.config.anonymousCost;
    const network = perAddress > 0 ? this.networkOf(request) : null;
    const all = total > 0 ? [[this.all, total] as const] : [];
    return network === null ? all : [[this.purseOf(network), perAddress] as const, ...all];
  }

  /** Null where a proxy stands before the server that it was not told to trust: then everybody has the proxy's address. */
  private networkOf(request: FastifyRequest): string | null {
    if (this.config.proxies !== null || request.headers['x-forwarded-for'] === undefined) return networkOf(request.ip);
    if (!this.warned) this.logger.warn('A request came through a proxy, and TRUSTED_PROXIES is not set: nothing is limited by address.');
    this.warned = true;
    return null;
  }

  private purseOf(network: string): Purse {
    const known = this.purses.get(network);
    if (known) return known;
    const purse = { left: this.config.anonymousCost.perAddress, at: performance.now() };
    this.purses.set(network, purse);
    return purse;
  }

  private fill(purse: Purse, perMinute: number): Purse {
    const at = performance.now();
    purse.left = Math.min(perMinute, purse.left + ((at - purse.at) / MINUTE) * perMinute);
    purse.at = at;
    return purse;
  }
}

const MINUTE = 60_000;

const ACT = /\bmutation\b/;

const costOf = ({ cost, schemaCost }: Size): number => cost + schemaCost * SCHEMA_SHARE;

const secondsToWait = ({ left }: Purse, perMinute: number): number => (left > 0 ? 0 : Math.max(1, Math.ceil((-left / perMinute) * 60)));

function textOf({ body, query }: FastifyRequest): string {
  const sent = (body ?? query) as { query?: unknown } | undefined;
  return typeof sent?.query === 'string' ? sent.query : '';
}
