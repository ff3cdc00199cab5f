import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { ProcedureQueries, type ProcedureRead } from '../application/procedure.queries.js';
import { PROCEDURE_LEVEL_WORDS } from '../domain/procedure-policy.js';
import { ProceduresArguments } from './procedure.types.js';

const { text, day, word, yesNo } = columnsOf<ProcedureRead>();

/** The catalogue as a file. */
@Injectable()
export class ProcedureExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly procedures: ProcedureQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ context: 'procedure', permission: 'public', name: 'procedures', fileName: 'thu-tuc-hanh-chinh' },
      title: { vi: 'Thủ tục hành chính', en: 'Procedures' },
      args: ProceduresArguments,
      rows: byPages((_actor, args) => this.procedures.procedures(args)),
      columns: [
        text('name', { vi: 'Tên thủ tục', en: 'Name' }, (row) => row.name),
        text('code', { vi: 'Mã thủ tục', en: 'Code' }, (row) => row.procedureCode),
        text('field', { vi: 'Lĩnh vực', en: 'Field' }, (row) => row.fieldName),
        word('level', { vi: 'Cấp thực hiện', en: 'Level' }, PROCEDURE_LEVEL_WORDS, (row) => row.level),
        text('sourceUrl', { vi: 'Địa chỉ trên Cổng', en: 'Address on the portal' }, (row) => row.sourceUrl),
        day('checkedOn', { vi: 'Đối chiếu ngày', en: 'Checked on' }, (row) => row.checkedOn),
        yesNo('unchecked', { vi: 'Chưa đối chiếu trong 12 tháng', en: 'Unchecked for 12 months' }, (row) => row.unchecked),
      ],
    });
  }
}
