import { type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Person } from '#domain/identity';
import { Clock, SYSTEM, newId } from '#lib/kernel';
import { Database, Every, Pieces, UnitOfWork } from '#lib/platform';
import { Mail } from '../domain/notice.entity.js';
import { type DigestLine, digestWords } from './digest-words.js';

const MOST_LINES = 30;
/** Of one round of the clock; the others come with the next. */
const MOST_PEOPLE = 500;

interface Gathered {
  readonly unread: number;
  readonly lines: readonly DigestLine[];
}

/** The letter of a day: what somebody is only told, together. */
@Injectable()
export class DigestService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly pieces: Pieces,
  ) {}

  @Every('notice.writeDigests', 300)
  async writeDigests(signal?: AbortSignal): Promise<void> {
    const due = await this.database.rows(sql<{ personId: string }>`
      select person_id as "personId" from notice where digest_at <= ${this.clock.now()} group by person_id order by min(digest_at) limit ${MOST_PEOPLE}`);
    const people = due.map(({ personId }) => [personId, () => this.write(personId)] as const);
    await this.pieces.each('notice.writeDigests', signal, people);
  }

  /** Nothing where all of it was read in the application meanwhile. A second worker finds nothing left to gather. */
  private async write(personId: string): Promise<void> {
    await this.work.act(SYSTEM, 'job:notice.writeDigests', async ({ em, at, record }) => {
      const id = newId();
      const dedupeKey = `digest:${id}`;
      const { unread, lines } = await gather(em, { personId, dedupeKey, until: at });
      const person = await em.findOneOrFail(Person, { id: personId });
      if (unread === 0 || !person.email) return;
      const { subject, text } = digestWords(lines, unread)[person.locale];
      const address = { toAddress: person.email, toName: person.fullName, locale: person.locale };
      em.create(Mail, {
        id,
        person,
        ...address,
        subject,
        text,
        path: '/notices',
        dedupeKey,
        createdAt: at,
        nextAttemptAt: at,
        attempts: 0,
      });
      record({ subject: { type: 'Mail', id }, after: { dedupeKey, notices: unread } });
      await em.flush();
    });
  }
}

/** Takes what is due off the list, and says what of it is unread. */
async function gather(
  em: EntityManager,
  { personId, dedupeKey, until }: { readonly personId: string; readonly dedupeKey: string; readonly until: Date },
): Promise<Gathered> {
  const { rows } = await sql<Gathered>`
    with gathered as (
      update notice set digest_at = null, digest_key = case when read_at is null then ${dedupeKey} end
      where person_id = ${personId} and digest_at <= ${until} returning *),
    unread as (select * from gathered where read_at is null)
    select (select count(*)::int from unread) as unread, coalesce((select jsonb_agg(l) from (
      select subject_vi as "subjectVi", subject_en as "subjectEn" from unread order by created_at desc, id desc limit ${MOST_LINES}) l), '[]') as lines`.execute(
    em.getKysely(),
  );
  return rows[0] ?? { unread: 0, lines: [] };
}
