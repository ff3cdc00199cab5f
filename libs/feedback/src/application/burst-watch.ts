import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { localDate, randomId } from '#lib/kernel';
import { BURST_MINUTES, FEWEST_OF_A_BURST, afterSpan, isBurst, spanOf } from '../domain/burst.js';

/** More places at once than a nation has, with their networks of ten minutes. */
const MOST_WATCHED = 50_000;
const WINDOW_MS = BURST_MINUTES * 60_000;

/** One rating, as long as it is within ten minutes of the last. */
interface Seen {
  readonly at: number;
  readonly submissionId: string;
  held: boolean;
}

interface Watched {
  seen: Seen[];
  burst: Burst | null;
}

/** More of one network than chance makes, as far as it has come. */
export interface Burst {
  readonly id: string;
  readonly startedAt: Date;
  endedAt: Date;
  ratings: number;
  readonly usual: number;
  readonly network: string;
}

export interface Noted {
  readonly counterCode: string;
  /** Null: networks are not known here, and the counter is watched as a whole. */
  readonly network: string | null;
  readonly submissionId: string;
  readonly at: Date;
}

/**
 * Tells bursts while they happen. What it needs for that, from which network and when, is in the memory of this process, for ten minutes, under a
 * key of the day that was made for it and is kept nowhere.
 */
export class BurstWatch {
  private readonly watched = new LRUCache<string, Watched>({ max: MOST_WATCHED, ttl: WINDOW_MS, ttlAutopurge: true });
  private key = { day: '', bytes: randomBytes(32) };

  /** How many of the network were taken at the counter within ten minutes. */
  count(asked: Omit<Noted, 'submissionId'>): number {
    return this.within(this.placeOf(asked), asked.at)?.seen.length ?? 0;
  }

  /** The burst that a rating is of, with those that are to be held for it, itself among them; null where it is of none. */
  async note(noted: Noted, usualThere: () => Promise<number>): Promise<{ burst: Burst; held: string[] } | null> {
    const { submissionId, at } = noted;
    const place = this.placeOf(noted);
    const watched = this.within(place, at) ?? { seen: [], burst: null };
    watched.seen.push({ at: at.getTime(), submissionId, held: false });
    this.watched.set(place, watched);
    const usual = watched.seen.length < FEWEST_OF_A_BURST ? null : await usualThere();
    if (usual === null || !isBurst(watched.seen.length, usual)) {
      watched.burst = null;
      return null;
    }
    const fresh = watched.seen.filter(({ held }) => !held);
    for (const one of fresh) one.held = true;
    const [first] = watched.seen;
    const burst = (watched.burst ??= begun(usual, new Date(first?.at ?? at), this.hashOf(noted)));
    burst.ratings += fresh.length;
    burst.endedAt = afterSpan(at);
    return { burst: { ...burst }, held: fresh.map((one) => one.submissionId) };
  }

  private within(place: string, at: Date): Watched | undefined {
    const watched = this.watched.get(place);
    if (watched) watched.seen = watched.seen.filter((one) => one.at > at.getTime() - WINDOW_MS);
    return watched;
  }

  private placeOf({ counterCode, network, at }: Omit<Noted, 'submissionId'>): string {
    return `${counterCode} ${localDate(at)} ${this.hashOf({ network, at })}`;
  }

  private hashOf({ network, at }: Pick<Noted, 'network' | 'at'>): string {
    const day = localDate(at);
    if (this.key.day !== day) this.key = { day, bytes: randomBytes(32) };
    return createHmac('sha256', this.key.bytes)
      .update(network ?? '')
      .digest('hex')
      .slice(0, 16);
  }
}

const begun = (usual: number, first: Date, network: string): Burst => ({
  ...{ id: randomId(), startedAt: spanOf(first), endedAt: afterSpan(first), ratings: 0, usual, network },
});
