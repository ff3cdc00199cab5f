import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { MergeQueries, type MergeRead } from '../application/merge.queries.js';
import { MERGE_STATE_WORDS } from '../domain/person-merge.entity.js';
import { PersonMergesArguments } from './merge.types.js';

const { text, word, moment } = columnsOf<MergeRead>();

/** Which records were made one, as a file. */
@Injectable()
export class MergeExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly merges: MergeQueries,
  ) {}

  onModuleInit(): void {
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
