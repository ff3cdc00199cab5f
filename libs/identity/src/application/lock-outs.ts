import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { Clock, Refused } from '#lib/kernel';
import { CONFIG, type Config } from '#lib/platform';
import { LockOut } from '../domain/lock-out.entity.js';
import { WINDOW_SECONDS, isTooMany, networkOf } from '../domain/throttle.js';

const CONNECTIONS = 2;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Counts failures in transactions of their own, which stand when the act around them is refused. Their connections are their own
 * too: acts that hold all others while they wait for a count would wait for one another without end.
 */
@Injectable()
export class LockOuts implements OnApplicationShutdown {
  private readonly pool: Pool;

  constructor(
    @Inject(CONFIG) { databaseUrl }: Config,
    private readonly clock: Clock,
  ) {
    this.pool = new Pool({ connectionString: databaseUrl, max: CONNECTIONS });
    // A connection that breaks while nobody uses it is replaced at the next use.
    this.pool.on('error', () => undefined);
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.end();
  }

  /**
   * Whether an attempt at this door passes: it was right, and the door is not locked. Attempts at one door are judged one after
   * another, so that many at once get no more tries than many in turn. What passes forgets the failures before it.
   */
  judge(door: string, right: boolean): Promise<boolean> {
    return this.look(door, (lockOut, at) => {
      if (lockOut.isLocked(at)) return false;
      if (right) lockOut.forget();
      else lockOut.countFailure(at);
      return right;
    });
  }

  /** Counts one more, right or wrong; false once there were too many. For what may be asked a few times only. */
  spend(door: string): Promise<boolean> {
    return this.look(door, (lockOut, at) => {
      const open = !lockOut.isLocked(at);
      if (open) lockOut.countFailure(at);
      return open;
    });
  }

  async forget(door: string): Promise<void> {
    await this.pool.query('delete from lock_out where key = $1', [sha256(door)]);
  }

  /**
   * Counts one more from this network address, whoever it asks for, and refuses `TOO_MANY_REQUESTS` beyond what an office behind
   * one address ever needs: so nobody tries one password on every account. `giveBack` takes it off again.
   */
  async take(door: string, from: string): Promise<void> {
    const at = this.clock.now();
    const { rows } = await this.pool.query<{ failures: number }>(
      `insert into lock_out (key, failures, last_failure_at) values ($1, 1, $2)
       on conflict (key) do update set failures = lock_out.failures + 1, last_failure_at = excluded.last_failure_at returning failures`,
      [this.windowOf(door, from, at), at],
    );
    if (isTooMany(rows[0]?.failures ?? 0))
      throw new Refused('TOO_MANY_REQUESTS', { seconds: WINDOW_SECONDS - (Math.floor(at.getTime() / 1000) % WINDOW_SECONDS) });
  }

  async giveBack(door: string, from: string): Promise<void> {
    await this.pool.query('update lock_out set failures = failures - 1 where key = $1', [this.windowOf(door, from, this.clock.now())]);
  }

  private windowOf(door: string, from: string, at: Date): string {
    return sha256(`${door}:${networkOf(from)}:${String(Math.floor(at.getTime() / 1000 / WINDOW_SECONDS))}`);
  }

  private async look(door: string, judge: (lockOut: LockOut, at: Date) => boolean): Promise<boolean> {
    const at = this.clock.now();
    const key = sha256(door);
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query('insert into lock_out (key, failures, last_failure_at) values ($1, 0, $2) on conflict do nothing', [key, at]);
      const { rows } = await client.query<Pick<LockOut, 'failures' | 'lockedUntil' | 'lastFailureAt'>>(
        'select failures, locked_until as "lockedUntil", last_failure_at as "lastFailureAt" from lock_out where key = $1 for update',
        [key],
      );
      const lockOut = Object.assign(new LockOut(), rows[0]);
      const passes = judge(lockOut, at);
      const { failures, lockedUntil, lastFailureAt } = lockOut;
      await client.query('update lock_out set failures = $2, locked_until = $3, last_failure_at = $4 where key = $1', [
        key,
        failures,
        lockedUntil,
        lastFailureAt,
      ]);
      await client.query('commit');
      client.release();
      return passes;
    } catch (error) {
      // The connection goes, and with it what it had begun.
      client.release(true);
      throw error;
    }
  }
}

export const signInDoor = (email: string): string => `sign-in:${email}`;
