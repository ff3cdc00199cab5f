import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { UNDELIVERED_STATE_WORDS, UndeliveredQueries, type UndeliveredRead } from '../application/undelivered.queries.js';
import { UndeliveredArguments } from './undelivered.types.js';

const { text, figure, word, moment } = columnsOf<UndeliveredRead>();
const KIND_WORDS = {
  EVENT: { vi: 'sự kiện', en: 'event' },
  MAIL: { vi: 'thư', en: 'mail' },
  SCHEDULE: { vi: 'việc theo lịch', en: 'scheduled task' },
  JOB: { vi: 'việc máy làm', en: 'job' },
} as const;

/** What did not get through, as a file. */
@Injectable()
export class UndeliveredExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly undelivered: UndeliveredQueries,
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
  }
}
