import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { reminderLettersPdf } from '#lib/documents';
import { type Actor, Clock, Refused, localDate } from '#lib/kernel';
import { CONFIG, type Config, type FileLink, FileLinks, UnitOfWork } from '#lib/platform';
import { Licence } from '../domain/licence.entity.js';
import { ReminderLink } from '../domain/reminder.entity.js';
import { reminderSubject, reminderText } from '../domain/reminder-texts.js';
import { linkHash } from './reminder.service.js';
import { ReminderQueries } from './reminder.queries.js';

/** 128 bits: nobody comes upon the licence of another. */
const LINK_BYTES = 16;

/** Letters to holders, each with a link of its own. */
@Injectable()
export class ReminderLettersService {
  constructor(
    private readonly reminders: ReminderQueries,
    private readonly work: UnitOfWork,
    private readonly links: FileLinks,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** As one PDF, an address to save it from; null where none of them waits for the actor. That they were posted is said by `recordSent`. */
  async reminderLetters(
    actor: Actor,
    order: { readonly unitId: string; readonly reminderIds: readonly string[] },
  ): Promise<FileLink | null> {
    const found = await this.reminders.toSend(actor, order);
    const [first] = found;
    if (!first) return null;
    const addresses = await this.newLinks(actor, found);
    const madeAt = this.clock.now();
    const letters = found.map((reminder, at) => ({
      ...{ holder: reminder.holder, contact: reminder.contact, address: reminder.address, subject: reminderSubject(reminder) },
      ...{ text: reminderText(reminder), link: addresses[at] ?? '', illustrative: reminder.illustrative },
    }));
    const content = await reminderLettersPdf({ unit: first.unit.nameVi, day: localDate(madeAt), letters }, madeAt);
    return this.links.ofPassing(content, { fileName: `Thư nhắc ${first.unit.nameVi}.pdf`, contentType: 'application/pdf' });
  }

  /** Only what the link hashes to is kept. */
  newLinks(actor: Actor, reminders: readonly { readonly id: string; readonly licence: { readonly id: string } }[]): Promise<string[]> {
    return this.work.act(actor, 'reminderLetters', async ({ em, at, record }) => {
      const made = reminders.map(({ id, licence: { id: licenceId } }) => {
        const link = randomBytes(LINK_BYTES).toString('base64url');
        const licence = em.getReference(Licence, licenceId);
        em.persist(em.create(ReminderLink, { hash: linkHash(link), licence, madeAt: at }));
        record({ subject: { type: 'Reminder', id }, after: { letter: true } });
        return `${this.config.publicUrl}/l/${link}`;
      });
      await em.flush();
      if (made.length === 0) throw new Refused('NOT_FOUND', { what: 'Reminder' });
      return made;
    });
  }
}
