import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { type Config } from '#lib/platform';

export interface OutgoingMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same at every attempt, so that a receiver can tell a second copy. */
  readonly messageId: string;
  readonly date: Date;
}

/** Takes a mail out of our hands; resolves once the other side has it. */
export abstract class MailTransport {
  abstract send(mail: OutgoingMail): Promise<void>;
}

/** Hands mails to a mail server. */
export class SmtpMailTransport extends MailTransport {
  private readonly transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({
      url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(mail: OutgoingMail): Promise<void> {
    await this.transport.sendMail({ from: this.from, ...mail });
  }
}

/** Leaves each mail as an `.eml` file: the embedded default, and what a test reads. */
export class FolderMailTransport extends MailTransport {
  private readonly composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  /** Written beside and renamed, so that nobody reads half a mail; for its owner alone, since a mail may hold a link that opens an account. */
  async send(mail: OutgoingMail): Promise<void> {
    const { message } = await this.composer.sendMail({ from: this.from, ...mail });
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const name = `${mail.date.toISOString().replaceAll(':', '-')}-${mail.messageId.replace(/[^\w-]/g, '').slice(0, 40)}`;
    const draft = join(this.folder, `.${name}-${randomUUID()}`);
    await writeFile(draft, message as Buffer, { mode: 0o600 });
    await rename(draft, join(this.folder, `${name}.eml`));
  }
}

export function mailTransportOf(config: Config): MailTransport {
  return config.smtpUrl
    ? new SmtpMailTransport(config.smtpUrl, config.mailFrom)
    : new FolderMailTransport(join(config.dataDir, 'mail'), config.mailFrom);
}
