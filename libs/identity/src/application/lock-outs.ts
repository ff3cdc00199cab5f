import { createHash } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '#lib/kernel';
import { LockOut } from '../domain/lock-out.entity.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Counts failures in transactions of their own, which stand when the act around them is refused. */
@Injectable()
export class LockOuts {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether an attempt at this door passes: it was right, and the door is not locked. Attempts at one door are judged one after
   * another, so that many at once get no more tries than many in turn. What passes forgets the failures before it.
   */
  async judge(door: string, right: boolean): Promise<boolean> {
    const at = this.clock.now();
    const key = sha256(door);
    return this.em.fork().transactional(async (em) => {
      await sql`insert into lock_out (key, failures, last_failure_at) values (${key}, 0, ${at}) on conflict do nothing`.execute(
        em.getKysely(),
      );
      const lockOut = await em.findOneOrFail(LockOut, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (lockOut.isLocked(at)) return false;
      if (right) lockOut.forget();
      else lockOut.countFailure(at);
      return right;
    });
  }

  /** Counts one more, right or wrong; false once there were too many. For what may be asked a few times only. */
  async spend(door: string): Promise<boolean> {
    const key = sha256(door);
    const before = await this.em.fork().findOne(LockOut, { key });
    if (before?.isLocked(this.clock.now())) return false;
    await this.judge(door, false);
    return true;
  }

  async forget(door: string): Promise<void> {
    await this.em.fork().nativeDelete(LockOut, { key: sha256(door) });
  }
}

export const signInDoor = (email: string): string => `sign-in:${email}`;
