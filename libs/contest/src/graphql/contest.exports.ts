import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { ContestQueries, type ContestSummary } from '../application/contest.queries.js';
import { CONTEST_PHASE_WORDS } from '../domain/phases.js';
import { ContestsArguments } from './contest.inputs.js';

const { text, figure, word, yesNo } = columnsOf<ContestSummary>();

/** Contests of all years as a file. */
@Injectable()
export class ContestExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly contests: ContestQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'contests', title: { vi: 'Cuộc thi', en: 'Contests' }, fileName: 'cuoc-thi' },
      ...{ context: 'contest', permission: 'contest:read', args: ContestsArguments },
      rows: byPages((actor, args) => this.contests.contests(actor, args)),
      columns: [
        figure('year', { vi: 'Năm', en: 'Year' }, (row) => row.year),
        text('title', { vi: 'Tên cuộc thi', en: 'Title' }, (row, locale) => (locale === 'vi' ? row.titleVi : row.titleEn)),
        text('host', { vi: 'Đơn vị tổ chức', en: 'Held by' }, ({ host }, locale) => (locale === 'vi' ? host.nameVi : host.nameEn)),
        word('phase', { vi: 'Giai đoạn', en: 'Phase' }, CONTEST_PHASE_WORDS, (row) => row.phase),
        yesNo('recorded', { vi: 'Nhập sau khi đã qua', en: 'Recorded afterwards' }, (row) => row.recorded),
        yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, (row) => row.illustrative),
      ],
    });
  }
}
