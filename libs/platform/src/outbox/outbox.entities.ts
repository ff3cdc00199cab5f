import { defineEntity, p } from '@mikro-orm/core';
import { Refused } from '#lib/kernel';

const OutboxEventSchema = defineEntity({
  name: 'OutboxEvent',
  tableName: 'outbox_event',
  indexes: [
    {
      name: 'outbox_event_due',
      expression:
        'create index outbox_event_due on outbox_event (available_at, id) where done_at is null and failed_at is null and discarded_at is null',
    },
    {
      name: 'outbox_event_failed',
      expression: 'create index outbox_event_failed on outbox_event (created_at, id) where failed_at is not null',
    },
    {
      name: 'outbox_event_undelivered',
      expression:
        'create index outbox_event_undelivered on outbox_event (created_at desc, id desc) where done_at is null and discarded_at is null and (failed_at is not null or last_error is not null)',
    },
  ],
  checks: [{ name: 'outbox_event_ends_once', expression: 'num_nonnulls(done_at, failed_at, discarded_at) <= 1' }],
  properties: {
    id: p.uuid().primary(),
    type: p.text(),
    payload: p.json(),
    createdAt: p.datetime().defaultRaw('now()'),
    availableAt: p.datetime(),
    attempts: p.integer().default(0),
    doneAt: p.datetime().nullable(),
    failedAt: p.datetime().nullable(),
    discardedAt: p.datetime().nullable(),
    lastError: p.text().nullable(),
  },
});

/** An event that waits to be told, was told, was tried too often, or was given up by somebody with a reason. */
export class OutboxEvent extends OutboxEventSchema.class {
  /** From the beginning, at once; who has had it already does not get it again. Refuses `ALREADY_DELIVERED` and `ALREADY_DISCARDED`. */
  retry(at: Date): void {
    this.refuseWhereOver();
    Object.assign(this, { failedAt: null, attempts: 0, availableAt: at });
  }

  /** Nobody is told any more. Refuses `ALREADY_DELIVERED` and `ALREADY_DISCARDED`. */
  discard(at: Date): void {
    this.refuseWhereOver();
    Object.assign(this, { failedAt: null, discardedAt: at });
  }

  private refuseWhereOver(): void {
    if (this.doneAt) throw new Refused('ALREADY_DELIVERED');
    if (this.discardedAt) throw new Refused('ALREADY_DISCARDED');
  }
}
OutboxEventSchema.setClass(OutboxEvent);

/** That a handler has had an event: written with the handler's effect, so that a second delivery has none. */
export const OutboxDelivery = defineEntity({
  name: 'OutboxDelivery',
  tableName: 'outbox_delivery',
  primaryKeys: ['eventId', 'handler'],
  properties: { eventId: p.uuid().primary(), handler: p.text().primary(), deliveredAt: p.datetime() },
});

/** The outcome of a mutation sent with a `clientMutationId`; written with its effect. */
export const MutationKey = defineEntity({
  name: 'MutationKey',
  tableName: 'mutation_key',
  properties: {
    actorId: p.uuid().primary(),
    operation: p.text().primary(),
    key: p.text().primary(),
    inputHash: p.text(),
    /** Of the APP_SECRET that the input was hashed with; null in rows of versions that did not say. */
    secretId: p.text().nullable(),
    resultType: p.text().nullable(),
    resultId: p.text().nullable(),
    createdAt: p.datetime().index(),
  },
});
