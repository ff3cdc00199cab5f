import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { type DoubleRead, MergeQueries, type MergeRead } from '../application/merge.queries.js';
import { MERGE_STATE_WORDS } from '../domain/person-merge.entity.js';
import { PersonDoublesArguments, PersonMergesArguments } from './merge.types.js';

const { text, word, moment } = columnsOf<MergeRead>();
const double = columnsOf<DoubleRead>();

/** Which records were made one, and which may be of one person, as files. */
@Injectable()
export class MergeExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly merges: MergeQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'personDoubles', title: { vi: 'Hồ sơ có thể là một người', en: 'Records that may be of one person' } },
      ...{ fileName: 'ho-so-co-the-trung', context: 'identity', permission: 'account:manage', args: PersonDoublesArguments },
      rows: byPages((actor, args) => this.merges.doubles(actor, args)),
      columns: [
        double.text('first', { vi: 'Hồ sơ thứ nhất', en: 'First record' }, ({ first }) => first.fullName),
        double.text('firstEmail', { vi: 'Email thứ nhất', en: 'Its e-mail' }, ({ first }) => first.email),
        double.text('second', { vi: 'Hồ sơ thứ hai', en: 'Second record' }, ({ second }) => second.fullName),
        double.text('secondEmail', { vi: 'Email thứ hai', en: 'Its e-mail too' }, ({ second }) => second.email),
        double.text('unit', { vi: 'Đơn vị', en: 'Unit' }, ({ unit }, locale) => unit && (locale === 'vi' ? unit.nameVi : unit.nameEn)),
        double.yesNo('sameName', { vi: 'Cùng họ tên', en: 'Same name' }, (row) => row.sameName),
        double.yesNo('sameMailbox', { vi: 'Cùng hộp thư', en: 'Same mailbox' }, (row) => row.sameMailbox),
        double.moment('foundAt', { vi: 'Tìm thấy lúc', en: 'Found at' }, (row) => row.foundAt),
      ],
    });
    this.exports.list({
      ...{ name: 'personMerges', title: { vi: 'Gộp hồ sơ người', en: 'Merged records' }, fileName: 'gop-ho-so-nguoi' },
      ...{ context: 'identity', permission: 'grant:confirm', args: PersonMergesArguments },
      rows: byPages((actor, args) => this.merges.merges(actor, args)),
      columns: [
        text('merged', { vi: 'Hồ sơ được gộp', en: 'Merged' }, (row) => row.merged.fullName),
        text('kept', { vi: 'Vào hồ sơ', en: 'Into' }, (row) => row.kept.fullName),
        word('state', { vi: 'Tình trạng', en: 'State' }, MERGE_STATE_WORDS, (row) => row.state),
        text('reason', { vi: 'Lý do', en: 'Reason' }, (row) => row.reason),
        text('proposedBy', { vi: 'Người đề nghị', en: 'Proposed by' }, (row) => row.proposedByName),
        moment('proposedAt', { vi: 'Đề nghị lúc', en: 'Proposed at' }, (row) => row.proposedAt),
        moment('decidedAt', { vi: 'Quyết định lúc', en: 'Decided at' }, (row) => row.decidedAt),
        text('undoReason', { vi: 'Lý do hủy gộp', en: 'Undone for' }, (row) => row.undoReason),
        moment('undoneAt', { vi: 'Hủy gộp lúc', en: 'Undone at' }, (row) => row.undoneAt),
      ],
    });
  }
}
