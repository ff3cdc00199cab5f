import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#lib/platform';
import { type Mail } from '../domain/notice.entity.js';
import { htmlBody, plainBody } from '../domain/wording.js';
import { MailTransport } from './mail-transport.js';

/** Puts a mail into its envelope and hands it over. */
@Injectable()
export class Postman {
  constructor(
    private readonly transport: MailTransport,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Resolves to the message id once the other side has the mail. */
  async deliver(mail: Mail, date: Date): Promise<string> {
    const link = mail.path === null || mail.path === undefined ? null : `${this.config.publicUrl}${mail.path}`;
    const letter = { name: mail.toName, locale: mail.locale, text: mail.text, link };
    const messageId = `<${mail.id}@${new URL(this.config.publicUrl).hostname}>`;
    const to = { name: mail.toName, address: mail.toAddress };
    await this.transport.send({ to, subject: mail.subject, text: plainBody(letter), html: htmlBody(letter), messageId, date });
    return messageId;
  }
}
