import { defineEntity, p } from '@mikro-orm/core';

const AttemptCountSchema = defineEntity({
  name: 'AttemptCount',
  tableName: 'attempt_count',
  properties: {
    key: p.text().primary(),
    spentUntil: p.datetime(),
    lastAt: p.datetime().index(),
  },
});

/**
 * A tally of attempts that count together, e.g. at signing in to one account from one address, whether anyone has that account or
 * not: so a stranger learns nothing from being held up. `key` is a hash.
 */
export class AttemptCount extends AttemptCountSchema.class {}
AttemptCountSchema.setClass(AttemptCount);
