import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Refused } from '#lib/kernel';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { AuditQueries, type AuditRead } from '../application/audit.queries.js';
import { AuditArguments } from './audit.types.js';

const { text, figure, moment } = columnsOf<AuditRead>();

/**
 * The log as a file: who did what when, as whoever reads it finds it; that it was asked for stands in it. What an entry says is read with
 * the entry alone. Who is shut out of a judging gets none: of its acts they find nothing, also in what was made before.
 */
@Injectable()
export class AuditExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly audit: AuditQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'auditEntries', title: { vi: 'Nhật ký', en: 'Log of acts' }, fileName: 'nhat-ky' },
      ...{ context: 'identity', permission: 'audit:read', args: AuditArguments },
      whyNot: async (actor) => ((await this.audit.isShutTo(actor)) ? new Refused('NOT_FOUND') : null),
      rows: byPages((actor, args) => this.audit.auditEntries(actor, args)),
      columns: [
        figure('seq', { vi: 'Số', en: 'Number' }, (row) => row.seq),
        moment('at', { vi: 'Lúc', en: 'At' }, (row) => row.at),
        text(
          'actor',
          { vi: 'Người làm', en: 'By' },
          ({ actorName }, locale) => actorName ?? (locale === 'vi' ? 'Hệ thống' : 'The platform'),
        ),
        text('operation', { vi: 'Việc đã làm', en: 'Act' }, (row) => row.operation),
        text('subjectType', { vi: 'Về loại', en: 'Kind of thing' }, (row) => row.subjectType),
        text('subjectId', { vi: 'Về', en: 'Thing' }, (row) => row.subjectId),
        text('hash', { vi: 'Mã băm', en: 'Hash' }, (row) => row.hash),
      ],
    });
  }
}
