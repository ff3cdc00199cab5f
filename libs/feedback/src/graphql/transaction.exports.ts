import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { TransactionQueries, type TransactionCountRead } from '../application/transaction.queries.js';
import { TransactionCountsArguments } from './transaction.types.js';

const { text, day, figure, yesNo } = columnsOf<TransactionCountRead>();

/** Transactions as a file. */
@Injectable()
export class TransactionExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly queries: TransactionQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ context: 'feedback', permission: 'rating:read', name: 'transactionCounts', fileName: 'so-ho-so-theo-thang' },
      title: { vi: 'Số hồ sơ theo tháng', en: 'Transactions by month' },
      args: TransactionCountsArguments,
      rows: byPages((actor, args) => this.queries.transactionCounts(actor, args)),
      columns: [
        text('unit', { vi: 'Đơn vị', en: 'Unit' }, (row) => row.unit.nameVi),
        day('month', { vi: 'Tháng', en: 'Month' }, (row) => row.month),
        text('field', { vi: 'Lĩnh vực', en: 'Field' }, (row) => row.fieldName),
        figure('transactions', { vi: 'Số hồ sơ', en: 'Transactions' }, (row) => row.transactions),
        text('source', { vi: 'Nguồn', en: 'Source' }, (row) => row.source),
        yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, (row) => row.illustrative),
      ],
    });
  }
}
