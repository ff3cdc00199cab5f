import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor } from '#lib/kernel';
import { Exports, type ListColumn, columnsOf } from '#lib/platform';
import { type IndexRowRead, IndexYearQueries } from '../application/index-year.queries.js';
import { INDEX_SHEET_STATE_WORDS } from '../domain/index-states.js';
import { IndexYearArguments } from './index-year.types.js';

const { text, word, figure } = columnsOf<IndexRowRead>();

/** The table of a year as a file: a column for each field of its scheme. */
@Injectable()
export class ReformExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly years: IndexYearQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'indexYear', title: { vi: 'Chỉ số cải cách hành chính', en: 'Reform index' }, fileName: 'chi-so-cai-cach-hanh-chinh' },
      ...{ context: 'reform', permission: 'self', scope: [], args: IndexYearArguments },
      rows: (actor, args) => this.rowsOf(actor, args),
      columns: (actor, args) => this.columnsOf(actor, args),
    });
  }

  private async *rowsOf(actor: Actor, { yearId }: IndexYearArguments): AsyncGenerator<readonly IndexRowRead[]> {
    yield (await this.years.indexYear(actor, yearId))?.rows ?? [];
  }

  private async columnsOf(actor: Actor, { yearId }: IndexYearArguments): Promise<readonly ListColumn<IndexRowRead>[]> {
    const fields = (await this.years.indexYear(actor, yearId))?.fields ?? [];
    return [
      text('unit', { vi: 'Đơn vị', en: 'Unit' }, ({ unit }, locale) => (locale === 'vi' ? unit.nameVi : unit.nameEn)),
      word('state', { vi: 'Tình trạng', en: 'State' }, INDEX_SHEET_STATE_WORDS, (row) => row.state),
      ...fields.map((field) =>
        figure(
          `field${field.criterionCode.replace(/\W/g, '_')}`,
          {
            vi: `${field.criterionCode}. ${field.nameVi} (tối đa ${field.maximum})`,
            en: `${field.criterionCode}. ${field.nameEn} (at most ${field.maximum})`,
          },
          (row) => row.fields.find(({ fieldId }) => fieldId === field.id)?.points,
        ),
      ),
      figure('selfTotal', { vi: 'Điểm tự chấm', en: 'Own score' }, (row) => row.selfTotal),
      figure('assessedTotal', { vi: 'Điểm thẩm định', en: 'Assessed' }, (row) => row.assessedTotal),
      figure('finalTotal', { vi: 'Điểm kết luận', en: 'Settled' }, (row) => row.finalTotal),
      figure('sharePercent', { vi: 'Tỷ lệ so với điểm tối đa (%)', en: 'Share of the maximum (%)' }, (row) => row.sharePercent),
      figure('rank', { vi: 'Xếp hạng', en: 'Rank' }, (row) => row.rank),
    ];
  }
}
