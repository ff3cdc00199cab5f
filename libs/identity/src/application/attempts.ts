import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Refused } from '#lib/kernel';
import { CONFIG, type Config, type Query, SidePool } from '#lib/platform';
import { type Tally, isCalm, secondsToWait, spend } from '../domain/allowance.js';
import { type Count } from '../domain/door.js';

const CONNECTIONS = 2;

interface Held extends Count {
  readonly hash: string;
  readonly tally: Tally;
}

const hashOf = ({ key }: Count): string => createHash('sha256').update(JSON.stringify(key)).digest('hex');

/**
 * Counts attempts in transactions of their own, which stand when the act around them is refused. Their connections are their own
 * too: acts that hold all others while they wait for a count would wait for one another without end.
 */
@Injectable()
export class Attempts implements OnApplicationShutdown {
  private readonly pool: SidePool;

  constructor(
    @Inject(CONFIG) { databaseUrl }: Config,
    private readonly clock: Clock,
  ) {
    this.pool = new SidePool(databaseUrl, CONNECTIONS);
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.end();
  }

  /**
   * Counts one attempt in all of these, before it is known whether it is right, so that many at once get no more tries than many in
   * turn. Refuses `TOO_MANY_REQUESTS` with the seconds to wait where one of them is spent, and then counts it in none.
   */
  async spend(counts: readonly Count[]): Promise<void> {
    const at = this.clock.now();
    const wait = await this.pool.transaction(async (query) => {
      const held = await hold(query, counts, at);
      const calm = held.every(({ of, tally }) => of !== 'asker' || isCalm(tally, at));
      const seconds = Math.max(...held.map(({ tally, allowance }) => secondsToWait(tally, allowance, { at, calm })));
      if (seconds === 0) await write(query, held, at);
      return seconds;
    });
    if (wait > 0) throw new Refused('TOO_MANY_REQUESTS', { seconds: wait });
  }

  /** Counts an attempt, then looks at it. One that there was no turn to look at counts in nothing. */
  async during<T>(counts: readonly Count[], look: () => Promise<T>): Promise<T> {
    await this.spend(counts);
    try {
      return await look();
    } catch (error) {
      if (error instanceof Refused && error.code === 'BUSY') await this.refund(counts);
      throw error;
    }
  }

  /** The attempt was right: what is the asker's own begins anew, what is shared gets it back. */
  async giveBack(counts: readonly Count[]): Promise<void> {
    await this.forget(counts.filter(({ of }) => of === 'asker'));
    await this.refund(counts.filter(({ of }) => of !== 'asker'));
  }

  async forget(counts: readonly Count[]): Promise<void> {
    for (const count of counts) await this.pool.transaction((query) => query('delete from attempt_count where key = $1', [hashOf(count)]));
  }

  private async refund(counts: readonly Count[]): Promise<void> {
    for (const count of counts)
      await this.pool.transaction((query) =>
        query(`update attempt_count set spent_until = spent_until - $2 * interval '1 second' where key = $1`, [
          hashOf(count),
          count.allowance.seconds,
        ]),
      );
  }
}

const NEVER = new Date(0);

/** The tallies, locked in the order of their keys, so that no two attempts wait for one another. */
async function hold(query: Query, counts: readonly Count[], at: Date): Promise<Held[]> {
  const keys = counts.map(hashOf).sort();
  const rows = await query<Tally & { key: string }>(
    `insert into attempt_count (key, spent_until, last_at) select key, $2, $3 from unnest($1::text[]) key
     on conflict (key) do update set key = excluded.key returning key, spent_until as "spentUntil", last_at as "lastAt"`,
    [keys, at, NEVER],
  );
  const tallies = new Map(rows.map(({ key, ...tally }) => [key, tally]));
  return counts.map((count) => ({ ...count, hash: hashOf(count), tally: tallies.get(hashOf(count)) ?? { spentUntil: at, lastAt: NEVER } }));
}

async function write(query: Query, held: readonly Held[], at: Date): Promise<void> {
  const spent = held.map(({ tally, allowance }) => spend(tally, allowance, at));
  await query(
    `update attempt_count c set spent_until = s.spent_until, last_at = $3
     from unnest($1::text[], $2::timestamptz[]) s (key, spent_until) where c.key = s.key`,
    [held.map(({ hash }) => hash), spent.map(({ spentUntil }) => spentUntil), at],
  );
}
