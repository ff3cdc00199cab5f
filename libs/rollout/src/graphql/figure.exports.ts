import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { type FigureListed, FigureQueries } from '../application/figure.queries.js';
import { SOURCE_KIND_WORDS } from '../domain/sources.js';
import { FiguresArguments } from './figure.types.js';

const figure = columnsOf<FigureListed>();

/** The figures of an indicator as they were given, as a file. */
@Injectable()
export class FigureExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly figures: FigureQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{
        context: 'rollout',
        permission: 'rollout:read',
        name: 'figures',
        title: { vi: 'Số liệu đã cho', en: 'Figures as given' },
        fileName: 'so-lieu',
        args: FiguresArguments,
      },
      rows: byPages((actor, args) => this.figures.figures(actor, args)),
      columns: [
        figure.text('unit', { vi: 'Đơn vị', en: 'Unit' }, ({ unit }, locale) => (locale === 'vi' ? unit.nameVi : unit.nameEn)),
        figure.day('startsOn', { vi: 'Từ ngày', en: 'From' }, (row) => row.startsOn),
        figure.day('endsOn', { vi: 'Đến ngày', en: 'To' }, (row) => row.endsOn),
        figure.figure('value', { vi: 'Giá trị', en: 'Value' }, (row) => row.value),
        figure.figure('numerator', { vi: 'Tử số', en: 'Numerator' }, (row) => row.numerator),
        figure.figure('denominator', { vi: 'Mẫu số', en: 'Denominator' }, (row) => row.denominator),
        figure.text('source', { vi: 'Nguồn', en: 'Source' }, (row) => row.source),
        figure.word('sourceKind', { vi: 'Loại nguồn', en: 'Kind of source' }, SOURCE_KIND_WORDS, (row) => row.sourceKind),
        figure.yesNo('verified', { vi: 'Đã đối chiếu', en: 'Verified' }, (row) => row.verified),
        figure.yesNo('approved', { vi: 'Báo cáo đã duyệt', en: 'Report approved' }, (row) => row.approved),
        figure.text('note', { vi: 'Ghi chú', en: 'Note' }, (row) => row.note),
      ],
    });
  }
}
