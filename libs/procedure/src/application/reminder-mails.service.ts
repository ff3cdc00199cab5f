import { Inject, Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/core';
import { Clock, SYSTEM } from '#lib/kernel';
import { MailTransport, NotTaken, htmlBody, plainBody } from '#lib/notice';
import { CONFIG, type Config, Every, UnitOfWork } from '#lib/platform';
import { Reminder } from '../domain/reminder.entity.js';
import { reminderSubject, reminderText } from '../domain/reminder-texts.js';
import { ReminderLettersService } from './reminder-letters.service.js';
import { ReminderQueries, type ReminderRead } from './reminder.queries.js';

const SCHEDULE = 'procedure.mailHolders';
/** After so many tries the officer has another way. */
const MOST_TRIES = 5;
const NEVER = new AbortController().signal;

/** Mails to holders, who have no account and so no notice; one that is not taken goes to the officer. */
@Injectable()
export class ReminderMailsService {
  constructor(
    private readonly reminders: ReminderQueries,
    private readonly letters: ReminderLettersService,
    private readonly transport: MailTransport,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One after the other; where no mail gets through, one is enough to know. */
  @Every(SCHEDULE, 60)
  async mailHolders(signal: AbortSignal = NEVER): Promise<void> {
    for (const reminder of await this.reminders.toMail()) if (signal.aborted || !(await this.sendOne(reminder, signal))) return;
  }

  /** False where the next would fare no better. */
  private async sendOne(reminder: ReminderRead, signal: AbortSignal): Promise<boolean> {
    const [link = ''] = await this.letters.newLinks(SYSTEM, [reminder]);
    try {
      await this.transport.send(this.mailOf(reminder, link), AbortSignal.any([signal, AbortSignal.timeout(this.config.mailMs)]));
      await this.keep(reminder, (known, at) => {
        known.tell('MAIL', at, null);
      });
    } catch (error) {
      if (signal.aborted) return false;
      const what = error instanceof NotTaken ? error.what : 'LATER';
      await this.keep(reminder, (known, at) => {
        if (what === 'MAIL' || known.attempts + 1 >= MOST_TRIES) known.fail(at, null);
        else known.missed();
      });
      return what !== 'SERVER';
    }
    return true;
  }

  private mailOf(reminder: ReminderRead, link: string) {
    const name = reminder.contact ?? reminder.holder;
    const foot = `${reminder.unit.nameVi}. Thư này được gửi tự động; xin không trả lời thư này.`;
    const letter = {
      name,
      locale: 'vi' as const,
      text: reminderText(reminder),
      link,
      foot,
      open: 'Xem giấy tờ cần nộp, nơi nộp, hoặc đề nghị không nhắc nữa',
    };
    const messageId = `<${reminder.id}@${new URL(this.config.publicUrl).hostname}>`;
    const to = { name, address: reminder.email ?? '' };
    return { to, subject: reminderSubject(reminder), text: plainBody(letter), html: htmlBody(letter), messageId, date: this.clock.now() };
  }

  /** What became of it, where it still waits: it may have been renewed while the mail was on its way. */
  private async keep({ id }: ReminderRead, change: (known: Reminder, at: Date) => void): Promise<void> {
    await this.work.act(SYSTEM, `job:${SCHEDULE}`, async ({ em, at, record }) => {
      const known = await em.findOneOrFail(Reminder, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (known.state !== 'DUE') return;
      change(known, at);
      record({ subject: { type: 'Reminder', id }, after: { state: known.state, attempts: known.attempts } });
      await em.flush();
    });
  }
}
