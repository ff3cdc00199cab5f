import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '#domain/identity';
import { Refused } from '#lib/kernel';
import { type ChosenDelivery, type MailDelivery, type NoticeTopic, type QuietHours, isAlwaysAtOnce } from './delivery.js';

const NoticePreferenceSchema = defineEntity({
  name: 'NoticePreference',
  tableName: 'notice_preference',
  checks: [
    { name: 'notice_preference_quiet', expression: 'num_nulls(quiet_from, quiet_until) <> 1 and quiet_from <> quiet_until' },
    { name: 'notice_preference_hours', expression: 'quiet_from between 0 and 23 and quiet_until between 0 and 23' },
    { name: 'notice_preference_account', expression: "not jsonb_exists(deliveries, 'ACCOUNT')" },
  ],
  properties: {
    person: () => p.manyToOne(Person).lazyRef().primary(),
    deliveries: p.json().$type<ChosenDelivery['deliveries']>(),
    quietFrom: p.integer().strictNullable(),
    quietUntil: p.integer().strictNullable(),
  },
});

export interface DeliveryChoice {
  readonly topic: NoticeTopic;
  readonly delivery: MailDelivery;
}

/** How somebody wants to be told by mail. Who never chose has none. */
export class NoticePreference extends NoticePreferenceSchema.class {
  static of(person: Person): NoticePreference {
    return Object.assign(new NoticePreference(), { person, deliveries: {}, quietFrom: null, quietUntil: null });
  }

  /** Refuses `NOTICE_TOPIC_TWICE`, `NOTICE_ALWAYS_MAILED` for what tells of the account, and `QUIET_HOURS_EMPTY`. */
  choose(choices: readonly DeliveryChoice[], quiet: QuietHours | null): void {
    const deliveries: Partial<Record<NoticeTopic, MailDelivery>> = {};
    choices.forEach(({ topic, delivery }, at) => {
      if (deliveries[topic]) throw new Refused('NOTICE_TOPIC_TWICE', {}, `deliveries.${String(at)}.topic`);
      if (isAlwaysAtOnce(topic)) throw new Refused('NOTICE_ALWAYS_MAILED', {}, `deliveries.${String(at)}.topic`);
      deliveries[topic] = delivery;
    });
    if (quiet?.from === quiet?.until && quiet) throw new Refused('QUIET_HOURS_EMPTY', {}, 'quietHours.until');
    Object.assign(this, { deliveries, quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null });
  }

  get chosen(): ChosenDelivery {
    const { deliveries, quietFrom: from, quietUntil: until } = this;
    return { deliveries, quiet: from === null || until === null ? null : { from, until } };
  }
}
NoticePreferenceSchema.setClass(NoticePreference);
