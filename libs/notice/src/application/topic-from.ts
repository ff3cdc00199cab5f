import { type RawBuilder, sql } from 'kysely';
import { type NoticeTopic, TOPIC_OF } from '../domain/delivery.js';

/** What a notice is about, where a statement finds its kind; null where it finds none, or one that was told before topics were. */
export const topicFrom = (
  kind: RawBuilder<string | null>,
): RawBuilder<NoticeTopic | null> => sql<NoticeTopic | null>`case when ${kind} is null then null
  ${sql.join(
    Object.entries(TOPIC_OF).map(([word, topic]) => sql`when starts_with(${kind}, ${sql.lit(`${word}.`)}) then ${sql.lit(topic)}`),
    sql` `,
  )} end`;
