import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { MAIL_STATE_WORDS, MailQueries, type MailRead } from '../application/mail.queries.js';
import { UNDELIVERED_STATE_WORDS, UndeliveredQueries, type UndeliveredRead } from '../application/undelivered.queries.js';
import { MailsArguments } from './mail.types.js';
import { UndeliveredArguments } from './undelivered.types.js';

const { text, figure, word, moment } = columnsOf<UndeliveredRead>();
const mail = columnsOf<MailRead>();
const KIND_WORDS = {
  EVENT: { vi: 'sự kiện', en: 'event' },
  MAIL: { vi: 'thư', en: 'mail' },
  SCHEDULE: { vi: 'việc theo lịch', en: 'scheduled task' },
  JOB: { vi: 'việc máy làm', en: 'job' },
} as const;

/** Mails, and what did not get through, as files. No text of them is there. */
@Injectable()
export class UndeliveredExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly undelivered: UndeliveredQueries,
    private readonly mails: MailQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'undelivered', title: { vi: 'Việc chưa tới nơi', en: 'Undelivered' }, fileName: 'chua-toi-noi' },
      ...{ context: 'notice', permission: 'delivery:manage', args: UndeliveredArguments },
      rows: byPages((actor, args) => this.undelivered.undelivered(actor, args)),
      columns: [
        word('kind', { vi: 'Loại', en: 'Kind' }, KIND_WORDS, (row) => row.kind),
        text('about', { vi: 'Về', en: 'About' }, (row) => row.about),
        word('state', { vi: 'Trạng thái', en: 'State' }, UNDELIVERED_STATE_WORDS, (row) => row.state),
        figure('attempts', { vi: 'Số lần thử', en: 'Attempts' }, (row) => row.attempts),
        text('error', { vi: 'Lỗi', en: 'Error' }, (row) => row.error),
        moment('createdAt', { vi: 'Từ lúc', en: 'Since' }, (row) => row.createdAt),
        moment('nextAttemptAt', { vi: 'Thử lại lúc', en: 'Next try' }, (row) => row.nextAttemptAt),
      ],
    });
    this.exports.list({
      ...{ name: 'mails', title: { vi: 'Thư của hệ thống', en: 'Mails' }, fileName: 'thu-cua-he-thong' },
      ...{ context: 'notice', permission: 'delivery:manage', args: MailsArguments },
      rows: byPages((actor, args) => this.mails.mails(actor, args)),
      columns: [
        mail.text('recipientName', { vi: 'Người nhận', en: 'Recipient' }, (row) => row.recipientName),
        mail.text('recipientAddress', { vi: 'Địa chỉ', en: 'Address' }, (row) => row.recipientAddress),
        mail.text('about', { vi: 'Về', en: 'About' }, (row) => row.about),
        mail.word('state', { vi: 'Trạng thái', en: 'State' }, MAIL_STATE_WORDS, (row) => row.state),
        mail.figure('attempts', { vi: 'Số lần thử', en: 'Attempts' }, (row) => row.attempts),
        mail.text('error', { vi: 'Lỗi', en: 'Error' }, (row) => row.error),
        mail.moment('createdAt', { vi: 'Viết lúc', en: 'Written' }, (row) => row.createdAt),
        mail.moment('sentAt', { vi: 'Gửi lúc', en: 'Sent' }, (row) => row.sentAt),
        mail.moment('nextAttemptAt', { vi: 'Thử lại lúc', en: 'Next try' }, (row) => row.nextAttemptAt),
        mail.text('messageId', { vi: 'Mã thư', en: 'Id of the mail' }, (row) => row.messageId),
      ],
    });
  }
}
