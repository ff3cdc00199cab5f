import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, type Locale, TABLE_MAX, asSentence } from '#lib/kernel';
import { Exports, type ListColumn, byPages, columnsOf } from '#lib/platform';
import { type UnitName } from '#lib/units';
import { type Matrix, type MatrixCell, MatrixQueries, type MatrixRow } from '../application/matrix.queries.js';
import { ReportQueries, type ReportRead } from '../application/report.queries.js';
import { ADOPTION_BASIS_WORDS, ADOPTION_STATE_WORDS } from '../domain/adoption-states.js';
import { REPORT_STATE_WORDS } from '../domain/report-policy.js';
import { MatrixArguments } from './matrix.types.js';
import { ReportsArguments } from './report.types.js';

const row = columnsOf<MatrixRow>();
const report = columnsOf<ReportRead>();

/** The matrix and the reports of communes as files. */
@Injectable()
export class RolloutExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly matrix: MatrixQueries,
    private readonly reports: ReportQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      name: 'rolloutMatrix',
      title: { vi: 'Ma trận áp dụng', en: 'Adoption matrix' },
      fileName: 'ma-tran-ap-dung',
      context: 'rollout',
      permission: 'rollout:read',
      args: MatrixArguments,
      columns: (actor, args) => this.matrixColumns(actor, args),
      rows: (actor, args) => this.matrixRows(actor, args),
    });
    this.exports.list({
      name: 'reports',
      title: { vi: 'Báo cáo của các xã', en: 'Reports of communes' },
      fileName: 'bao-cao-cua-cac-xa',
      context: 'rollout',
      permission: 'rollout:read',
      scope: ['rollout:read', 'adoption:report', 'report:approve'],
      args: ReportsArguments,
      rows: byPages((actor, args) => this.reports.reports(actor, args)),
      columns: REPORT_COLUMNS,
    });
  }

  /** Every commune that has a cell in any row is a column. */
  private async matrixColumns(actor: Actor, args: MatrixArguments): Promise<readonly ListColumn<MatrixRow>[]> {
    const units = new Map<string, UnitName>();
    let other = false;
    for await (const page of this.matrixPages(actor, args)) {
      for (const unit of page.units) units.set(unit.id, unit);
      other ||= page.rows.some(({ cells }) => cells.some(({ unitId }) => unitId === null));
    }
    const cellOf = ({ cells }: MatrixRow, id: string | null, locale: Locale) => {
      const cell = cells.find(({ unitId }) => unitId === id);
      return cell && cellText(cell, locale);
    };
    return [
      ...MATRIX_COLUMNS,
      ...[...units.values()].map((unit) =>
        row.text(unit.id, { vi: unit.nameVi, en: unit.nameEn }, (cells, locale) => cellOf(cells, unit.id, locale)),
      ),
      ...(other
        ? [row.text('other', { vi: 'Đơn vị đã chia tách', en: 'Units that were split' }, (cells, locale) => cellOf(cells, null, locale))]
        : []),
    ];
  }

  private async *matrixRows(actor: Actor, args: MatrixArguments): AsyncGenerator<readonly MatrixRow[]> {
    for await (const { rows } of this.matrixPages(actor, args)) yield rows;
  }

  private async *matrixPages(actor: Actor, args: MatrixArguments): AsyncGenerator<Matrix> {
    for (let after: string | null = null; ;) {
      const page: Matrix = await this.matrix.rolloutMatrix(
        actor,
        Object.assign(new MatrixArguments(), args, { after, first: TABLE_MAX, counted: false, tells: [] }),
      );
      yield page;
      if (!page.pageInfo.hasNextPage) return;
      after = page.pageInfo.endCursor;
    }
  }
}

const OVERDUE = { vi: 'quá hạn', en: 'overdue' };
const DISPUTED = { vi: 'số liệu chưa thống nhất', en: 'figures in dispute' };

/** What a cell says, in words: its state or how many there are of each, and what is the matter with it. */
function cellText({ state, basis, counts, exempt, overdue, disputed }: MatrixCell, locale: Locale): string {
  const states = (counts ?? []).map((one) => `${String(one.count)} ${ADOPTION_STATE_WORDS[one.state][locale]}`);
  const words = [
    ...(basis === 'EXEMPT' ? [ADOPTION_BASIS_WORDS.EXEMPT[locale]] : state === null ? states : [ADOPTION_STATE_WORDS[state][locale]]),
    ...(exempt !== null && exempt > 0 ? [`${String(exempt)} ${ADOPTION_BASIS_WORDS.EXEMPT[locale]}`] : []),
    ...(overdue ? [OVERDUE[locale]] : []),
    ...(disputed ? [DISPUTED[locale]] : []),
  ];
  return asSentence(words.join('; '));
}

const MATRIX_COLUMNS: readonly ListColumn<MatrixRow>[] = [
  row.text('receiptNumber', { vi: 'Mã hồ sơ', en: 'Receipt number' }, ({ initiative }) => initiative.receiptNumber),
  row.text('title', { vi: 'Sáng kiến', en: 'Initiative' }, ({ rollout }, locale) => (locale === 'vi' ? rollout.titleVi : rollout.titleEn)),
  row.figure('year', { vi: 'Năm', en: 'Year' }, (one) => one.year),
  row.day('startedOn', { vi: 'Bắt đầu', en: 'Started on' }, (one) => one.startedOn),
  row.day('dueOn', { vi: 'Thời hạn', en: 'Due on' }, (one) => one.dueOn),
  row.figure('expected', { vi: 'Số xã phải áp dụng', en: 'Communes expected' }, (one) => one.expected),
  row.figure('inUse', { vi: 'Số xã đang sử dụng', en: 'Communes in use' }, (one) => one.inUse),
  row.figure('coverage', { vi: 'Tỷ lệ áp dụng', en: 'Coverage' }, (one) => one.coverage),
];

const REPORT_COLUMNS: readonly ListColumn<ReportRead>[] = [
  report.text('unit', { vi: 'Xã', en: 'Commune' }, ({ unit }, locale) => (locale === 'vi' ? unit.nameVi : unit.nameEn)),
  report.text('period', { vi: 'Kỳ báo cáo', en: 'Period' }, ({ period }, locale) => (locale === 'vi' ? period.nameVi : period.nameEn)),
  report.day('dueOn', { vi: 'Thời hạn', en: 'Due on' }, (one) => one.dueOn),
  report.word('state', { vi: 'Trạng thái', en: 'State' }, REPORT_STATE_WORDS, (one) => one.state),
  report.moment('submittedAt', { vi: 'Gửi lúc', en: 'Sent' }, (one) => one.submittedAt),
  report.yesNo('onTime', { vi: 'Đúng hạn', en: 'On time' }, (one) => one.onTime),
  report.moment('decidedAt', { vi: 'Duyệt hoặc trả lại lúc', en: 'Decided' }, (one) => one.decidedAt),
  report.text('returnReason', { vi: 'Lý do trả lại', en: 'Returned for' }, (one) => one.returnReason),
  report.figure('figures', { vi: 'Số chỉ tiêu', en: 'Figures' }, ({ figures }) => figures.length),
  report.text('note', { vi: 'Ghi chú', en: 'Note' }, (one) => one.note),
];
