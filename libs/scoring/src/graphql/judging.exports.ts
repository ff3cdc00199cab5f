import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Refused, type WhyNot, type Words } from '#lib/kernel';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { ContestJudgingQueries } from '../application/round/contest-judging.queries.js';
import { ReopeningQueries, type ReopeningRow } from '../application/card/reopening.queries.js';
import { CorrectionQueries, type CorrectionRow } from '../application/correction/correction.queries.js';
import { NAME_LOOK_STATE_WORDS, NameLookQueries, type NameLookRow } from '../application/names/name-look.queries.js';
import { PackQueries, type ResultPackRow } from '../application/pack/pack.queries.js';
import { REOPENING_STATE_WORDS } from '../domain/card/reopening.entity.js';
import { CORRECTION_STATE_WORDS } from '../domain/correction/correction.entity.js';
import { CorrectionsArguments } from './correction.types.js';
import { NameLooksArguments } from './names.types.js';
import { ResultPacksArguments } from './pack.types.js';
import { ReopeningsArguments } from './reopening.types.js';

const RECEIPT: Words = { vi: 'Mã hồ sơ', en: 'Receipt number' };
const TITLE: Words = { vi: 'Tên sáng kiến', en: 'Title' };
const JUDGE: Words = { vi: 'Giám khảo', en: 'Judge' };
const STATE: Words = { vi: 'Tình trạng', en: 'State' };
const REASON: Words = { vi: 'Lý do', en: 'Reason' };
const DECIDED_BY: Words = { vi: 'Người quyết định', en: 'Decided by' };
const DECIDED_AT: Words = { vi: 'Quyết định lúc', en: 'Decided at' };
const DECISION: Words = { vi: 'Lý do quyết định', en: 'Decided because' };
const correction = columnsOf<CorrectionRow>();
const reopening = columnsOf<ReopeningRow>();
const look = columnsOf<NameLookRow>();
const pack = columnsOf<ResultPackRow>();

/** What is asked beside the judging, as files; no mark is in them. Who is shut out of it since gets none. */
@Injectable()
class AskedExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly judgings: ContestJudgingQueries,
    private readonly corrections: CorrectionQueries,
    private readonly reopenings: ReopeningQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'corrections', title: { vi: 'Đính chính kết quả', en: 'Corrections' }, fileName: 'dinh-chinh-ket-qua' },
      ...{ context: 'scoring', permission: 'standings:read', args: CorrectionsArguments },
      whyNot: async (actor, { contestId }) => notFound(await this.corrections.isOpenTo(actor, contestId)),
      rows: byPages((actor, args) => this.corrections.corrections(actor, args)),
      columns: [
        correction.text('receiptNumber', RECEIPT, (row) => row.receiptNumber),
        correction.text('title', TITLE, (row) => row.title),
        correction.text('judge', JUDGE, (row) => row.judgeName),
        correction.word('state', STATE, CORRECTION_STATE_WORDS, (row) => row.state),
        correction.text('reason', REASON, (row) => row.reason),
        correction.text('proposedBy', { vi: 'Người đề nghị', en: 'Proposed by' }, (row) => row.proposedByName),
        correction.moment('proposedAt', { vi: 'Đề nghị lúc', en: 'Proposed at' }, (row) => row.proposedAt),
        correction.text('decidedBy', DECIDED_BY, (row) => row.decidedByName),
        correction.moment('decidedAt', DECIDED_AT, (row) => row.decidedAt),
        correction.text('decisionReason', DECISION, (row) => row.decisionReason),
        correction.figure('resultNumber', { vi: 'Thành kết quả lần', en: 'Made version' }, (row) => row.resultNumber),
      ],
    });
    this.exports.list({
      ...{ name: 'reopenings', title: { vi: 'Yêu cầu mở lại phiếu', en: 'Requests to reopen cards' }, fileName: 'mo-lai-phieu' },
      ...{ context: 'scoring', permission: 'round:manage', args: ReopeningsArguments },
      whyNot: (actor, of) => seenBy(this.judgings, actor, 'round:manage', of),
      rows: byPages((actor, args) => this.reopenings.reopenings(actor, args)),
      columns: [
        reopening.text('receiptNumber', RECEIPT, (row) => row.receiptNumber),
        reopening.text('title', TITLE, (row) => row.title),
        reopening.text('judge', JUDGE, (row) => row.judgeName),
        reopening.word('state', STATE, REOPENING_STATE_WORDS, (row) => row.state),
        reopening.text('reason', REASON, (row) => row.reason),
        reopening.text('requestedBy', { vi: 'Người yêu cầu', en: 'Requested by' }, (row) => row.requestedByName),
        reopening.moment('requestedAt', { vi: 'Yêu cầu lúc', en: 'Requested at' }, (row) => row.requestedAt),
        reopening.text('decidedBy', DECIDED_BY, (row) => row.decidedByName),
        reopening.moment('decidedAt', DECIDED_AT, (row) => row.decidedAt),
        reopening.text('decisionReason', DECISION, (row) => row.decisionReason),
      ],
    });
  }
}

/** What is looked at before the judging and kept after it; the same holds. */
@Injectable()
class KeptExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly judgings: ContestJudgingQueries,
    private readonly looks: NameLookQueries,
    private readonly packs: PackQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'nameLooks', title: { vi: 'Rà tên trong hồ sơ', en: 'Names in dossiers' }, fileName: 'ra-ten' },
      ...{ context: 'scoring', permission: 'round:manage', args: NameLooksArguments },
      whyNot: (actor, of) => seenBy(this.judgings, actor, 'round:manage', of),
      rows: byPages((actor, args) => this.looks.nameLooks(actor, args)),
      columns: [
        look.text('receiptNumber', RECEIPT, (row) => row.receiptNumber),
        look.text('title', TITLE, (row) => row.title),
        look.word('state', STATE, NAME_LOOK_STATE_WORDS, (row) => row.state),
        look.figure('mentions', { vi: 'Số chỗ nêu tên', en: 'Mentions' }, ({ mentions }) => mentions.length),
        look.text('hiddenTitle', { vi: 'Tên khi che', en: 'Title as hidden' }, (row) => row.hiddenTitle),
        look.text('reason', REASON, (row) => row.reason),
        look.text('decidedBy', DECIDED_BY, (row) => row.decidedByName),
        look.moment('decidedAt', DECIDED_AT, (row) => row.decidedAt),
        look.moment('lookedAt', { vi: 'Rà lúc', en: 'Looked at' }, (row) => row.lookedAt),
      ],
    });
    this.exports.list({
      ...{ name: 'resultPacks', title: { vi: 'Gói kết quả', en: 'Result packs' }, fileName: 'goi-ket-qua' },
      ...{ context: 'scoring', permission: 'standings:read', args: ResultPacksArguments },
      whyNot: (actor, of) => seenBy(this.judgings, actor, 'standings:read', of),
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

export const JUDGING_EXPORTS = [AskedExports, KeptExports];

interface OfJudging {
  readonly contestId?: string;
  readonly roundId?: string;
}

const seenBy = async (judgings: ContestJudgingQueries, actor: Actor, permission: string, of: OfJudging): Promise<WhyNot> =>
  notFound(await judgings.seesJudging(actor, permission, of));

const notFound = (open: boolean): WhyNot => (open ? null : new Refused('NOT_FOUND'));
