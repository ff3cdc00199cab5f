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

  /** Resolves to the message id once the other side has the mail; rejects as `MailTransport.send` does. No mail takes longer than is set. */
  async deliver(mail: Mail, date: Date, signal: AbortSignal): Promise<string> {
    const link = mail.path === null || mail.path === undefined ? null : `${this.config.publicUrl}${mail.path}`;
    const letter = { name: mail.toName, locale: mail.locale, text: mail.text, link };
    const messageId = `<${mail.id}@${new URL(this.config.publicUrl).hostname}>`;
    const to = { name: mail.toName, address: mail.toAddress };
    const outgoing = { to, subject: mail.subject, text: plainBody(letter), html: htmlBody(letter), messageId, date };
    await this.transport.send(outgoing, AbortSignal.any([signal, AbortSignal.timeout(this.config.mailMs)]));
    return messageId;
  }
}
