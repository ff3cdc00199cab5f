import { defineEntity, p } from '@mikro-orm/core';
import { lockedFor } from './lock-out.js';

const LockOutSchema = defineEntity({
  name: 'LockOut',
  tableName: 'lock_out',
  properties: {
    key: p.text().primary(),
    failures: p.integer(),
    lockedUntil: p.datetime().nullable(),
    lastFailureAt: p.datetime().index(),
  },
});

/**
 * Failures in a row at one door, e.g. sign-in with one e-mail address, whether anyone has that address or not:
 * so a stranger learns nothing from being locked out. `key` is a hash.
 */
export class LockOut extends LockOutSchema.class {
  isLocked(at: Date): boolean {
    return this.lockedUntil !== null && this.lockedUntil !== undefined && this.lockedUntil > at;
  }

  countFailure(at: Date): void {
    this.failures += 1;
    this.lastFailureAt = at;
    this.lockedUntil = new Date(at.getTime() + lockedFor(this.failures) * 1000);
  }

  forget(): void {
    this.failures = 0;
    this.lockedUntil = null;
  }
}
LockOutSchema.setClass(LockOut);
