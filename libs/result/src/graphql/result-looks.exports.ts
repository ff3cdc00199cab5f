import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Locale } from '#lib/kernel';
import { Exports, type ListColumn, byPages, columnsOf } from '#lib/platform';
import { ClosedRoundQueries } from '../application/result/closed-round.queries.js';
import { type JudgeStatisticsRow, ResultLooksService } from '../application/result/result-looks.service.js';
import { type StabilityRow, StabilityService } from '../application/result/stability.service.js';
import { JudgeStatisticsArguments, StabilityArguments } from './result-looks.types.js';

const judge = columnsOf<JudgeStatisticsRow>();
const line = columnsOf<StabilityRow>();

/** What is looked at beside the result of a closed round, as files. Who is shut out of the judging since gets none. */
@Injectable()
export class ResultLooksExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly rounds: ClosedRoundQueries,
    private readonly looks: ResultLooksService,
    private readonly stabilities: StabilityService,
  ) {}

  onModuleInit(): void {
    const read = { context: 'scoring', permission: 'standings:read' } as const;
    this.exports.list({
      ...{ ...read, name: 'judgeStatistics', title: { vi: 'Cách chấm của từng giám khảo', en: 'How each judge marks' } },
      ...{ fileName: 'cach-cham-cua-giam-khao', args: JudgeStatisticsArguments },
      whyNot: (actor, { roundId }) => this.rounds.whyNotLook(actor, roundId),
      rows: byPages((actor, args) => this.looks.judgeStatistics(actor, args)),
      columns: JUDGE_COLUMNS,
    });
    this.exports.list({
      ...{ ...read, name: 'stability', title: { vi: 'Độ vững của thứ hạng', en: 'How firm the places are' } },
      ...{ fileName: 'do-vung-thu-hang', args: StabilityArguments },
      whyNot: (actor, { roundId }) => this.rounds.whyNotLook(actor, roundId),
      rows: byPages((actor, args) => this.stabilities.looked(actor, args)),
      columns: STABILITY_COLUMNS,
    });
  }
}

const JUDGE_COLUMNS: readonly ListColumn<JudgeStatisticsRow>[] = [
  judge.text('judge', { vi: 'Giám khảo', en: 'Judge' }, (row) => row.judge.fullName),
  judge.figure('cards', { vi: 'Số phiếu đã ký', en: 'Signed cards' }, (row) => row.cards),
  judge.figure('mean', { vi: 'Trung bình', en: 'Mean' }, (row) => row.mean),
  judge.figure('deviation', { vi: 'Độ lệch chuẩn', en: 'Standard deviation' }, (row) => row.deviation.value),
  judge.figure('severity', { vi: 'Độ chặt so với cả Ban (điểm)', en: 'Points below the jury' }, (row) => row.severity.value),
  judge.figure('zMean', { vi: 'Trung bình chuẩn hóa (z)', en: 'Mean in standard deviations (z)' }, (row) => row.zMean.value),
  judge.figure('correlation', { vi: 'Tương quan với cả Ban (ρ)', en: 'Correlation with the others (ρ)' }, (row) => row.correlation.value),
  judge.text('outliers', { vi: 'Phiếu cần xem lại', en: 'Cards to be looked at' }, ({ outliers }) =>
    outliers.map(({ initiative }) => initiative.receiptNumber ?? initiative.title).join('; '),
  ),
];

const chancesIn = ({ chances }: StabilityRow, locale: Locale): string =>
  chances.map(({ nameVi, nameEn, chance }) => `${locale === 'vi' ? nameVi : nameEn} ${String(Math.round(chance * 100))} %`).join('; ');

const STABILITY_COLUMNS: readonly ListColumn<StabilityRow>[] = [
  line.figure('rank', { vi: 'Xếp hạng', en: 'Rank' }, (row) => row.rank),
  line.text('receiptNumber', { vi: 'Mã hồ sơ', en: 'Receipt number' }, ({ initiative }) => initiative.receiptNumber),
  line.text('title', { vi: 'Tên sáng kiến', en: 'Title' }, ({ initiative }) => initiative.title),
  line.figure('best', { vi: 'Hạng tốt nhất', en: 'Best rank' }, (row) => row.best),
  line.figure('worst', { vi: 'Hạng kém nhất', en: 'Worst rank' }, (row) => row.worst),
  line.figure(
    'unrankedWithout',
    { vi: 'Số giám khảo mà thiếu thì không xếp hạng được', en: 'Judges without whom it has no rank' },
    (row) => row.unrankedWithout,
  ),
  line.text('chances', { vi: 'Khả năng đạt giải', en: 'Chances of prizes' }, chancesIn),
  line.figure('replicates', { vi: 'Số lần rút lại phiếu', en: 'Times cards were drawn again' }, (row) => row.replicates),
  line.figure('seed', { vi: 'Số gieo', en: 'Seed' }, (row) => row.seed),
];
