import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { ExceptionQueries, type ExceptionRequestRow } from '../application/exception.queries.js';
import { EXCEPTION_REQUEST_STATE_WORDS } from '../domain/exception-request.entity.js';
import { ExceptionRequestsArguments } from './exception.types.js';

const { text, word, moment, day } = columnsOf<ExceptionRequestRow>();

/** Who asked that a closed period be opened, as a file. */
@Injectable()
export class ExceptionExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly requests: ExceptionQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'exceptionRequests', title: { vi: 'Đề nghị mở lại kỳ', en: 'Requests for exceptions' }, fileName: 'de-nghi-mo-lai-ky' },
      ...{ context: 'rollout', permission: 'rollout:read', args: ExceptionRequestsArguments },
      scope: ['rollout:manage', 'adoption:report'],
      rows: byPages((actor, args) => this.requests.exceptionRequests(actor, args)),
      columns: [
        text('unit', { vi: 'Đơn vị', en: 'Unit' }, ({ unit }, locale) => (locale === 'vi' ? unit.nameVi : unit.nameEn)),
        text('period', { vi: 'Kỳ báo cáo', en: 'Period' }, ({ period }, locale) => (locale === 'vi' ? period.nameVi : period.nameEn)),
        text('reason', { vi: 'Lý do đề nghị', en: 'Reason' }, (row) => row.reason),
        word('state', { vi: 'Tình trạng', en: 'State' }, EXCEPTION_REQUEST_STATE_WORDS, (row) => row.state),
        text('requestedBy', { vi: 'Người đề nghị', en: 'Requested by' }, (row) => row.requestedByName),
        moment('requestedAt', { vi: 'Đề nghị lúc', en: 'Requested at' }, (row) => row.requestedAt),
        text('decidedBy', { vi: 'Người quyết định', en: 'Decided by' }, (row) => row.decidedByName),
        moment('decidedAt', { vi: 'Quyết định lúc', en: 'Decided at' }, (row) => row.decidedAt),
        text('decisionReason', { vi: 'Lý do quyết định', en: 'Decided because' }, (row) => row.decisionReason),
        day('until', { vi: 'Mở đến ngày', en: 'Open until' }, (row) => row.until),
      ],
    });
  }
}
