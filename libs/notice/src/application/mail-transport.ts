import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SendMailOptions, createTransport } from 'nodemailer';
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

/** Why a mail was not taken, as far as it matters for what is done next. */
export class NotTaken extends Error {
  constructor(
    /** `MAIL`: the server will never take this one. `LATER`: not now. `SERVER`: no mail gets through, whatever it is. */
    readonly what: 'MAIL' | 'LATER' | 'SERVER',
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'NotTaken';
  }
}

/** Takes a mail out of our hands; resolves once the other side has it. */
export abstract class MailTransport {
  /** Rejects with `NotTaken`. The signal breaks off a server that hangs. */
  abstract send(mail: OutgoingMail, signal?: AbortSignal): Promise<void>;
  /** Rejects where the other side is not there. */
  abstract health(): Promise<void>;
}

/** What a mail server is asked about one mail; a no to anything else, as a greeting or a password, is about all of them. */
const ABOUT_THE_MAIL = /^(MAIL FROM|RCPT TO|DATA|API)$/;
const PERMANENT = 500;

function notTaken(error: unknown): NotTaken {
  const { responseCode, command = '' } = error as { responseCode?: number; command?: string };
  if (!responseCode || !ABOUT_THE_MAIL.test(command)) return new NotTaken('SERVER', error);
  return new NotTaken(responseCode >= PERMANENT ? 'MAIL' : 'LATER', error);
}

const LIMITED = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  disableFileAccess: true,
  disableUrlAccess: true,
};

function withoutAccount(url: string): string {
  const address = new URL(url);
  address.username = address.password = '';
  return address.href;
}

/** Hands mails to a mail server. */
export class SmtpMailTransport extends MailTransport {
  private readonly transport;
  /** Signs in nowhere: a mail server that is asked every few seconds would take that for somebody who tries passwords. */
  private readonly greeter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({ ...LIMITED, url });
    this.greeter = createTransport({ ...LIMITED, url: withoutAccount(url) });
  }

  async send(mail: OutgoingMail, signal?: AbortSignal): Promise<void> {
    const order = { from: this.from, ...mail, signal } as SendMailOptions;
    await this.transport.sendMail(order).catch((error: unknown) => {
      throw notTaken(error);
    });
  }

  async health(): Promise<void> {
    await this.greeter.verify();
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

  async health(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await access(this.folder, constants.W_OK);
  }
}

export function mailTransportOf(config: Config): MailTransport {
  return config.smtpUrl
    ? new SmtpMailTransport(config.smtpUrl, config.mailFrom)
    : new FolderMailTransport(join(config.dataDir, 'mail'), config.mailFrom);
}
