import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { UnitQueries, type UnitRead } from '../application/unit.queries.js';
import { UNIT_KIND_WORDS } from '../domain/unit.entity.js';
import { UnitsArguments } from './unit.types.js';

const { text, word, day } = columnsOf<UnitRead>();

/** The units of a day as a file. */
@Injectable()
export class UnitExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly units: UnitQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'units', title: { vi: 'Danh sách đơn vị', en: 'Units' }, fileName: 'danh-sach-don-vi' },
      ...{ context: 'units', permission: 'unit:read', args: UnitsArguments },
      rows: byPages((actor, args) => this.units.unitsAsOf(actor, args)),
      columns: [
        text('nameVi', { vi: 'Tên đơn vị', en: 'Name in Vietnamese' }, (row) => row.nameVi),
        text('nameEn', { vi: 'Tên tiếng Anh', en: 'Name in English' }, (row) => row.nameEn),
        word('kind', { vi: 'Loại', en: 'Kind' }, UNIT_KIND_WORDS, (row) => row.kind),
        text('statisticsCode', { vi: 'Mã thống kê', en: 'Statistics code' }, (row) => row.statisticsCode),
        text('abbreviation', { vi: 'Viết tắt', en: 'Abbreviation' }, (row) => row.abbreviation),
        day('validFrom', { vi: 'Có từ ngày', en: 'From' }, (row) => row.validFrom),
        day('validTo', { vi: 'Đến hết ngày', en: 'To' }, (row) => row.validTo),
      ],
    });
  }
}
