import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Refused, type Words } from '#lib/kernel';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { type PaperListed, PaperQueries } from '../application/paper.queries.js';
import { PAPER_STATE_WORDS } from '../domain/paper.entity.js';
import { KIND_FACTS, PAPER_KINDS, type PaperKind } from '../domain/paper-kinds.js';
import { PapersArguments } from './paper.types.js';

const { text, figure, word, day, moment, yesNo } = columnsOf<PaperListed>();

const KIND_WORDS = Object.fromEntries(PAPER_KINDS.map((kind) => [kind, KIND_FACTS[kind].words])) as Record<PaperKind, Words>;

/** The register of papers as a file. */
@Injectable()
export class PaperExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly papers: PaperQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'papers', title: { vi: 'Sổ văn bản', en: 'Papers' }, fileName: 'so-van-ban' },
      ...{ context: 'paperwork', permission: 'paper:read', args: PapersArguments },
      // Of a conflict that came up since the file was made, too.
      whyNot: async (actor, args) => ((await this.papers.isShutTo(actor, args)) ? new Refused('NOT_FOUND') : null),
      rows: byPages((actor, args) => this.papers.papers(actor, args)),
      columns: [
        text('subject', { vi: 'Trích yếu', en: 'Subject' }, (row) => row.subject),
        word('kind', { vi: 'Loại', en: 'Kind' }, KIND_WORDS, (row) => row.kind),
        word('state', { vi: 'Tình trạng', en: 'State' }, PAPER_STATE_WORDS, (row) => row.state),
        text('unit', { vi: 'Đơn vị', en: 'Unit' }, ({ unit }, locale) => (locale === 'vi' ? unit.nameVi : unit.nameEn)),
        figure('number', { vi: 'Số', en: 'Number' }, (row) => row.number),
        text('symbol', { vi: 'Ký hiệu', en: 'Symbol' }, (row) => row.symbol),
        day('signedOn', { vi: 'Ngày ký', en: 'Signed on' }, (row) => row.signedOn),
        moment('draftedAt', { vi: 'Soạn lúc', en: 'Drafted at' }, (row) => row.draftedAt),
        text('draftedByName', { vi: 'Người soạn', en: 'Drafted by' }, (row) => row.draftedByName),
        moment('frozenAt', { vi: 'Chốt lúc', en: 'Frozen at' }, (row) => row.frozenAt),
        yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, (row) => row.illustrative),
      ],
    });
  }
}
