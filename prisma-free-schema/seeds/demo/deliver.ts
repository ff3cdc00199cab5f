import { sql } from 'kysely';
import { Database, Worker } from '#lib/platform';
import { MailService } from '#lib/notice';
import { type Season } from './season.js';

/** Any number may run; each takes a batch of its own. */
const POSTMEN = 3;

/** The next moment at which an event is due or a mail waits, up to now; those of one day go together. */
const NEXT = (now: Date) => sql<{ at: string | null }>`
  select max(waiting.at) as at from (
    select available_at as at from outbox_event where done_at is null and failed_at is null and available_at <= ${now}
    union all select next_attempt_at from mail where sent_at is null and next_attempt_at <= ${now}) waiting
  where waiting.at < (
    select least((select min(available_at) from outbox_event where done_at is null and failed_at is null and available_at <= ${now}),
                 (select min(next_attempt_at) from mail where sent_at is null and next_attempt_at <= ${now}))) + interval '1 day'`;

/** Tells people what there was to tell, each thing on its day: what has happened in years is not news of today. */
export async function deliverEvents(season: Season, now: Date): Promise<void> {
  const database = season.get(Database);
  const worker = season.get(Worker);
  for (let next = await database.first(NEXT(now)); next?.at; next = await database.first(NEXT(now))) {
    season.at(new Date(next.at));
    await worker.drain();
    const mails = season.get(MailService);
    await Promise.all(Array.from({ length: POSTMEN }, () => mails.sendMails()));
  }
  season.at(now);
}
