import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { type PeriodRead, PeriodQueries } from '../application/period.queries.js';
import { type PublicRolloutRead, RolloutQueries } from '../application/rollout.queries.js';
import { ReportingPeriodsArguments } from './period.types.js';
import { PublicRolloutsArguments } from './rollout.types.js';

const period = columnsOf<PeriodRead>();
const used = columnsOf<PublicRolloutRead>();

/** Periods of reporting, and where each initiative is in use as anyone reads it, as files. */
@Injectable()
export class PeriodExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly periods: PeriodQueries,
    private readonly rollouts: RolloutQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'reportingPeriods', title: { vi: 'Kỳ báo cáo', en: 'Reporting periods' }, fileName: 'ky-bao-cao' },
      ...{ context: 'rollout', permission: 'rollout:read', args: ReportingPeriodsArguments },
      rows: byPages((actor, args) => this.periods.reportingPeriods(actor, args)),
      columns: [
        period.text('name', { vi: 'Kỳ', en: 'Period' }, (row, locale) => (locale === 'vi' ? row.nameVi : row.nameEn)),
        period.day('startsOn', { vi: 'Số liệu từ ngày', en: 'Figures from' }, (row) => row.startsOn),
        period.day('endsOn', { vi: 'Đến ngày', en: 'Until' }, (row) => row.endsOn),
        period.day('dueOn', { vi: 'Hạn gửi', en: 'Due on' }, (row) => row.dueOn),
        period.moment('closedAt', { vi: 'Khóa lúc', en: 'Closed at' }, (row) => row.closedAt),
        period.figure('exceptions', { vi: 'Số lần cho mở lại', en: 'Exceptions granted' }, (row) => row.exceptions.length),
      ],
    });
    this.exports.list({
      ...{
        name: 'publicRollouts',
        title: { vi: 'Sáng kiến đang được áp dụng', en: 'Initiatives in use' },
        fileName: 'sang-kien-dang-ap-dung',
      },
      ...{ context: 'rollout', permission: 'public', scope: [], args: PublicRolloutsArguments },
      rows: byPages((_, args) => this.rollouts.publicRollouts(args)),
      columns: [
        used.text('title', { vi: 'Sáng kiến', en: 'Initiative' }, (row, locale) => (locale === 'vi' ? row.titleVi : row.titleEn)),
        used.text('code', { vi: 'Mã hồ sơ', en: 'Receipt number' }, ({ initiative }) => initiative.receiptNumber),
        used.figure('year', { vi: 'Năm', en: 'Year' }, (row) => row.year),
        used.day('startedOn', { vi: 'Bắt đầu', en: 'Started on' }, (row) => row.startedOn),
        used.figure('inUse', { vi: 'Số xã đang sử dụng', en: 'Communes that use it' }, (row) => row.inUse),
        used.figure('coverage', { vi: 'Tỷ lệ bao phủ (%)', en: 'Coverage (%)' }, (row) => row.coverage),
        used.text('inUseIn', { vi: 'Nơi đang sử dụng', en: 'In use in' }, ({ inUseIn }, locale) =>
          inUseIn.map(({ nameVi, nameEn }) => (locale === 'vi' ? nameVi : nameEn)).join('; '),
        ),
        used.yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, (row) => row.illustrative),
      ],
    });
  }
}
