import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Clock, Refused } from '#lib/kernel';
import { type DownloadOrder } from './object-store.js';
import { type Part } from './upload-parts.js';

/** A part, and how many bytes the whole file has. */
export interface PartOf {
  readonly part: Part;
  readonly whole: number;
}

/** What a signed address says, as it stands in its query. */
export type SignedQuery = Readonly<Record<string, unknown>>;

const SHORTEST_SECRET = 32;
const QUARTER_MS = 15 * 60 * 1000;

type Purpose = 'PUT' | 'GET' | 'VIEW' | 'GLANCE';

/**
 * Signs addresses of files that the server answers itself, and checks them. The signature covers the method, the key, the moment of expiry and every other
 * parameter, so that none can be changed or used for another purpose.
 */
export class UrlSigner {
  constructor(
    private readonly secret: string,
    private readonly clock: Clock,
  ) {
    if (secret.length < SHORTEST_SECRET)
      throw new Error(`the secret of the file store has fewer than ${String(SHORTEST_SECRET)} characters`);
  }

  signPart(key: string, { part, whole }: PartOf, expiresInSeconds: number): string {
    const facts = {
      e: this.expiry(expiresInSeconds),
      n: String(part.number),
      o: String(part.offset),
      l: String(part.size),
      w: String(whole),
    };
    return new URLSearchParams({ ...facts, s: this.signature('PUT', key, facts) }).toString();
  }

  /** Which part may be put at the key. Refuses `FILE_URL_INVALID` and `FILE_URL_EXPIRED`. */
  readPart(key: string, query: SignedQuery): PartOf {
    const facts = { e: text(query, 'e'), n: text(query, 'n'), o: text(query, 'o'), l: text(query, 'l'), w: text(query, 'w') };
    this.check('PUT', key, facts, text(query, 's'));
    return { part: { number: Number(facts.n), offset: Number(facts.o), size: Number(facts.l) }, whole: Number(facts.w) };
  }

  /** Leave to save what is at the key, or to look at it: neither is the other. */
  signDownload(order: DownloadOrder, purpose: 'GET' | 'VIEW' = 'GET'): string {
    const facts = { e: this.expiry(order.expiresInSeconds), n: order.fileName, t: order.contentType };
    return new URLSearchParams({ ...facts, s: this.signature(purpose, order.key, facts) }).toString();
  }

  /** What is read at the key, and under which name. Refuses `FILE_URL_INVALID` and `FILE_URL_EXPIRED`. */
  readDownload(key: string, query: SignedQuery, purpose: 'GET' | 'VIEW' = 'GET'): { contentType: string; fileName: string } {
    const facts = { e: text(query, 'e'), n: text(query, 'n'), t: text(query, 't') };
    this.check(purpose, key, facts, text(query, 's'));
    return { contentType: facts.t, fileName: facts.n };
  }

  /** Leave to look at what is small and shown with others, until the end of the next quarter of an hour: so its address stays the same for a while. */
  signGlance(id: string): string {
    const facts = { e: String((Math.floor(this.clock.now().getTime() / QUARTER_MS) + 2) * (QUARTER_MS / 1000)) };
    return new URLSearchParams({ ...facts, s: this.signature('GLANCE', id, facts) }).toString();
  }

  readGlance(id: string, query: SignedQuery): void {
    this.check('GLANCE', id, { e: text(query, 'e') }, text(query, 's'));
  }

  private expiry(seconds: number): string {
    return String(Math.floor(this.clock.now().getTime() / 1000) + seconds);
  }

  private signature(method: Purpose, key: string, facts: Readonly<Record<string, string>>): string {
    // JSON keeps the parts apart: no value can run into the next.
    const said = JSON.stringify([method, key, ...Object.entries(facts).flat()]);
    return createHmac('sha256', this.secret).update(said).digest('base64url');
  }

  private check(method: Purpose, key: string, facts: { e: string }, given: string): void {
    const due = Buffer.from(this.signature(method, key, facts));
    const has = Buffer.from(given);
    if (has.length !== due.length || !timingSafeEqual(has, due)) throw new Refused('FILE_URL_INVALID');
    if (this.clock.now().getTime() >= Number(facts.e) * 1000) throw new Refused('FILE_URL_EXPIRED');
  }
}

/** A parameter that is missing or given twice reads as empty, and so fails the signature. */
function text(query: SignedQuery, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value : '';
}
