import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Person } from '#domain/identity';
import { goesOn } from '#lib/identity';
import { type Actor } from '#lib/kernel';
import { Database, Rereads, UnitOfWork } from '#lib/platform';
import {
  AS_USUAL,
  type ChosenDelivery,
  type MailDelivery,
  NOTICE_TOPICS,
  type NoticeTopic,
  type QuietHours,
  isAlwaysAtOnce,
} from '../domain/delivery.js';
import { type DeliveryChoice, NoticePreference } from '../domain/notice-preference.entity.js';

export interface NoticePreferenceRead {
  readonly id: string;
  readonly deliveries: readonly {
    readonly topic: NoticeTopic;
    /** Null: as is usual for each kind. */
    readonly delivery: MailDelivery | null;
    readonly canChoose: boolean;
  }[];
  readonly quietHours: QuietHours | null;
}

export interface PreferenceOrder {
  readonly deliveries: readonly DeliveryChoice[];
  readonly quietHours: QuietHours | null;
}

interface Row {
  readonly personId: string;
  readonly deliveries: ChosenDelivery['deliveries'] | null;
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
}

/** How people want to be told by mail. */
@Injectable()
export class NoticePreferences {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
  ) {}

  /** Of each of these people, once, in one statement: of a record that was merged into another, of the one that goes on. Who is nobody here is left out. */
  async of(em: EntityManager, people: readonly string[]): Promise<(ChosenDelivery & { readonly personId: string })[]> {
    const { rows } = await chosenBy(people).execute(em.getKysely());
    return rows.map((row) => ({ personId: row.personId, ...deliveryOf(row) }));
  }

  /** One's own. */
  async noticePreferences(actor: Actor): Promise<NoticePreferenceRead | null> {
    const row = await this.database.first(chosenBy([actor.id]));
    if (!row) return null;
    const { deliveries, quiet } = deliveryOf(row);
    return {
      id: actor.id,
      deliveries: NOTICE_TOPICS.map((topic) => {
        const canChoose = !isAlwaysAtOnce(topic);
        return { topic, delivery: canChoose ? (deliveries[topic] ?? null) : 'AT_ONCE', canChoose };
      }),
      quietHours: quiet,
    };
  }

  @Rereads('NoticePreferences')
  reread(actor: Actor, id: string): Promise<NoticePreferenceRead | null> {
    return id === actor.id ? this.noticePreferences(actor) : Promise.resolve(null);
  }

  /** What is left out is as usual again. Refuses `NOTICE_TOPIC_TWICE`, `NOTICE_ALWAYS_MAILED`, `QUIET_HOURS_EMPTY`. */
  async setNoticePreferences(actor: Actor, { deliveries, quietHours }: PreferenceOrder): Promise<NoticePreferenceRead | null> {
    return this.work.act(actor, 'setNoticePreferences', async ({ em, record }) => {
      const kept = await em.findOne(NoticePreference, { person: actor.id });
      const preference = kept ?? NoticePreference.of(await em.findOneOrFail(Person, { id: actor.id }));
      const before = kept ? preference.chosen : AS_USUAL;
      preference.choose(deliveries, quietHours);
      em.persist(preference);
      await em.flush();
      record({ subject: { type: 'Person', id: actor.id }, before: { mail: before }, after: { mail: preference.chosen } });
      return this.noticePreferences(actor);
    });
  }
}

const chosenBy = (people: readonly string[]) => sql<Row>`
  select p.id as "personId", np.deliveries, np.quiet_from as "quietFrom", np.quiet_until as "quietUntil"
  from person p left join notice_preference np on np.person_id = p.id
  where p.id in (select ${goesOn('named')} from person named where named.id = any(${[...new Set(people)]}::uuid[]))`;

function deliveryOf({ deliveries, quietFrom: from, quietUntil: until }: Row): ChosenDelivery {
  if (!deliveries) return AS_USUAL;
  return { deliveries, quiet: from === null || until === null ? null : { from, until } };
}
