import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Refused, type WhyNot } from '#lib/kernel';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { ContestJudgingQueries } from '../application/round/contest-judging.queries.js';
import { ReopeningQueries, type ReopeningRow } from '../application/card/reopening.queries.js';
import { NAME_LOOK_STATE_WORDS, NameLookQueries, type NameLookRow } from '../application/names/name-look.queries.js';
import { REOPENING_STATE_WORDS } from '../domain/card/reopening.entity.js';
import { DECIDED_HEADS } from './decided-heads.js';
import { NameLooksArguments } from './names.types.js';
import { ReopeningsArguments } from './reopening.types.js';

const reopening = columnsOf<ReopeningRow>();
const look = columnsOf<NameLookRow>();

/** What is asked beside the judging, as files; no mark is in them. Who is shut out of it since gets none. */
@Injectable()
class AskedExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly judgings: ContestJudgingQueries,
    private readonly reopenings: ReopeningQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'reopenings', title: { vi: 'Yêu cầu mở lại phiếu', en: 'Requests to reopen cards' }, fileName: 'mo-lai-phieu' },
      ...{ context: 'scoring', permission: 'round:manage', args: ReopeningsArguments },
      whyNot: (actor, of) => seenBy(this.judgings, actor, 'round:manage', of),
      rows: byPages((actor, args) => this.reopenings.reopenings(actor, args)),
      columns: [
        reopening.text('receiptNumber', DECIDED_HEADS.receipt, ({ initiative }) => initiative.receiptNumber),
        reopening.text('title', DECIDED_HEADS.title, ({ initiative }) => initiative.title),
        reopening.text('judge', DECIDED_HEADS.judge, ({ judge }) => judge.fullName),
        reopening.word('state', DECIDED_HEADS.state, REOPENING_STATE_WORDS, (row) => row.state),
        reopening.text('reason', DECIDED_HEADS.reason, (row) => row.reason),
        reopening.text('requestedBy', { vi: 'Người yêu cầu', en: 'Requested by' }, (row) => row.requestedByName),
        reopening.moment('requestedAt', { vi: 'Yêu cầu lúc', en: 'Requested at' }, (row) => row.requestedAt),
        reopening.text('decidedBy', DECIDED_HEADS.decidedBy, (row) => row.decidedByName),
        reopening.moment('decidedAt', DECIDED_HEADS.decidedAt, (row) => row.decidedAt),
        reopening.text('decisionReason', DECIDED_HEADS.decision, (row) => row.decisionReason),
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
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'nameLooks', title: { vi: 'Rà tên trong hồ sơ', en: 'Names in dossiers' }, fileName: 'ra-ten' },
      ...{ context: 'scoring', permission: 'round:manage', args: NameLooksArguments },
      whyNot: (actor, of) => seenBy(this.judgings, actor, 'round:manage', of),
      rows: byPages((actor, args) => this.looks.nameLooks(actor, args)),
      columns: [
        look.text('receiptNumber', DECIDED_HEADS.receipt, (row) => row.receiptNumber),
        look.text('title', DECIDED_HEADS.title, (row) => row.title),
        look.word('state', DECIDED_HEADS.state, NAME_LOOK_STATE_WORDS, (row) => row.state),
        look.figure('mentions', { vi: 'Số chỗ nêu tên', en: 'Mentions' }, ({ mentions }) => mentions.length),
        look.text('hiddenTitle', { vi: 'Tên khi che', en: 'Title as hidden' }, (row) => row.hiddenTitle),
        look.text('reason', DECIDED_HEADS.reason, (row) => row.reason),
        look.text('decidedBy', DECIDED_HEADS.decidedBy, (row) => row.decidedByName),
        look.moment('decidedAt', DECIDED_HEADS.decidedAt, (row) => row.decidedAt),
        look.moment('lookedAt', { vi: 'Rà lúc', en: 'Looked at' }, (row) => row.lookedAt),
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
