import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Refused, type WhyNot } from '#lib/kernel';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { ContestJudgingQueries, DECIDED_HEADS } from '#lib/scoring';
import { CorrectionQueries, type CorrectionRow } from '../application/correction/correction.queries.js';
import { PackQueries, type ResultPackRow } from '../application/pack/pack.queries.js';
import { CORRECTION_STATE_WORDS } from '../domain/correction/correction.entity.js';
import { CorrectionsArguments } from './correction.types.js';
import { ResultPacksArguments } from './pack.types.js';

const correction = columnsOf<CorrectionRow>();
const pack = columnsOf<ResultPackRow>();

/** How a result was corrected and what is kept of it, as files; no mark is in them. Who is shut out of the judging since gets none. */
@Injectable()
export class ResultKeptExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly judgings: ContestJudgingQueries,
    private readonly corrections: CorrectionQueries,
    private readonly packs: PackQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'corrections', title: { vi: 'Đính chính kết quả', en: 'Corrections' }, fileName: 'dinh-chinh-ket-qua' },
      ...{ context: 'scoring', permission: 'standings:read', args: CorrectionsArguments },
      whyNot: async (actor, { contestId }) => notFound(await this.corrections.isOpenTo(actor, contestId)),
      rows: byPages((actor, args) => this.corrections.corrections(actor, args)),
      columns: [
        correction.text('receiptNumber', DECIDED_HEADS.receipt, ({ initiative }) => initiative.receiptNumber),
        correction.text('title', DECIDED_HEADS.title, ({ initiative }) => initiative.title),
        correction.text('judge', DECIDED_HEADS.judge, ({ judge }) => judge.fullName),
        correction.word('state', DECIDED_HEADS.state, CORRECTION_STATE_WORDS, (row) => row.state),
        correction.text('reason', DECIDED_HEADS.reason, (row) => row.reason),
        correction.text('proposedBy', { vi: 'Người đề nghị', en: 'Proposed by' }, (row) => row.proposedByName),
        correction.moment('proposedAt', { vi: 'Đề nghị lúc', en: 'Proposed at' }, (row) => row.proposedAt),
        correction.text('decidedBy', DECIDED_HEADS.decidedBy, (row) => row.decidedByName),
        correction.moment('decidedAt', DECIDED_HEADS.decidedAt, (row) => row.decidedAt),
        correction.text('decisionReason', DECIDED_HEADS.decision, (row) => row.decisionReason),
        correction.figure('resultNumber', { vi: 'Thành kết quả lần', en: 'Made version' }, (row) => row.resultNumber),
      ],
    });
    this.exports.list({
      ...{ name: 'resultPacks', title: { vi: 'Gói kết quả', en: 'Result packs' }, fileName: 'goi-ket-qua' },
      ...{ context: 'scoring', permission: 'standings:read', args: ResultPacksArguments },
      whyNot: async (actor, of) => notFound(await this.judgings.seesJudging(actor, 'standings:read', of)),
      rows: byPages((actor, args) => this.packs.resultPacks(actor, args)),
      columns: [
        pack.moment('madeAt', { vi: 'Lập lúc', en: 'Made at' }, (row) => row.madeAt),
        pack.figure('finalNumber', { vi: 'Kết quả lần', en: 'Version of the result' }, (row) => row.finalNumber),
        pack.figure('prizesNumber', { vi: 'Danh sách giải lần', en: 'Version of the prizes' }, (row) => row.prizesNumber),
        pack.figure('format', { vi: 'Dạng gói', en: 'Format' }, (row) => row.format),
        pack.figure('size', { vi: 'Số byte', en: 'Bytes' }, (row) => row.size),
        pack.text('sha256', { vi: 'SHA-256', en: 'SHA-256' }, (row) => row.sha256),
      ],
    });
  }
}

const notFound = (open: boolean): WhyNot => (open ? null : new Refused('NOT_FOUND'));
