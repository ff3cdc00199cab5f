import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Refused, type WhyNot } from '#lib/kernel';
import { type ListColumn, byPages, columnsOf } from '../exports/exported.js';
import { Exports } from '../exports/exports.js';
import { ROW_FATE_WORDS } from './import.entity.js';
import { type ImportProblemRead, ImportQueries, type ImportRowRead } from './import.queries.js';
import { ImportRowsArguments } from './import.types.js';

const { text, word, figure } = columnsOf<ImportRowRead>();

/** The rows of a sheet, what becomes of each and what is wrong with it, as a file beside which the sheet is put right. */
@Injectable()
export class ImportExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly queries: ImportQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'importRows', title: { vi: 'Kết quả kiểm tra tệp', en: 'Rows of an import' }, fileName: 'ket-qua-kiem-tra-tep' },
      ...{ context: 'jobs', permission: 'self', scope: [], args: ImportRowsArguments },
      rows: byPages((actor, args) => this.queries.importRows(actor, args)),
      columns: (actor, { importId }) => this.columnsOf(actor, importId),
      whyNot: (actor, { importId }) => this.whyNot(actor, importId),
    });
  }

  /** It is another's, out of reach by now, or its rows are gone. */
  private async whyNot(actor: Actor, importId: string): Promise<WhyNot> {
    const brought = await this.queries.import(actor, importId);
    return brought?.own && brought.rowsUntil ? null : new Refused('NOT_FOUND', { what: 'Import' }, 'importId');
  }

  /** What is to be done comes before what was typed. */
  private async columnsOf(actor: Actor, importId: string): Promise<readonly ListColumn<ImportRowRead>[]> {
    return [
      figure('number', { vi: 'Dòng', en: 'Row' }, (row) => row.number),
      text('subject', { vi: 'Nội dung', en: 'About' }, (row) => row.subject),
      word('fate', { vi: 'Kết quả', en: 'Outcome' }, ROW_FATE_WORDS, (row) => row.fate),
      text('problems', { vi: 'Phải làm gì', en: 'What to put right' }, (row) => row.problems.map(problemInWords).join(' ')),
      text('steps', { vi: 'Sẽ làm gì', en: 'What is done' }, (row) => row.steps.join('; ')),
      ...(await this.queries.columnsOfImport(actor, importId)).map(({ key, head }) =>
        text(`typed_${key}`, head, ({ cells }) => cells.find(({ column }) => column === key)?.typed),
      ),
    ];
  }
}

/** The column, what was typed there, and what to do. */
function problemInWords({ head, value, message }: ImportProblemRead): string {
  const where = [head, value ? `“${value}”` : null].filter((part) => part !== null).join(' ');
  return where === '' ? message : `${where}: ${message}`;
}
