import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Refused, type WhyNot } from '#lib/kernel';
import { Exports, type ListColumn, byPages, columnsOf } from '#lib/platform';
import { type FinalStandingRow, type StandingRow, StandingsQueries } from '../application/result/standings.queries.js';
import { FINAL_STATE_WORDS } from '../domain/result/final-standings.js';
import { STANDING_STATE_WORDS } from '../domain/result/standings.js';
import { FinalStandingsArguments, StandingsArguments } from './result.types.js';

type Placed = Omit<StandingRow | FinalStandingRow, 'state'>;

/** Standings as files: rows of closed rounds, so that nothing is told of what is sealed. */
@Injectable()
export class ResultExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly standings: StandingsQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      name: 'standings',
      title: { vi: 'Bảng xếp hạng của vòng', en: 'Standings of the round' },
      fileName: 'bang-xep-hang-vong',
      context: 'scoring',
      permission: 'standings:read',
      args: StandingsArguments,
      whyNot: (actor, { roundId }) => this.whyNot(actor, { roundId }),
      rows: byPages((actor, args) => this.standings.standings(actor, args)),
      columns: STANDING_COLUMNS,
    });
    this.exports.list({
      name: 'finalStandings',
      title: { vi: 'Bảng xếp hạng chung cuộc', en: 'Final standings' },
      fileName: 'bang-xep-hang-chung-cuoc',
      context: 'scoring',
      permission: 'standings:read',
      args: FinalStandingsArguments,
      whyNot: (actor, { contestId }) => this.whyNot(actor, { contestId }),
      rows: byPages((actor, args) => this.standings.final(actor, args)),
      columns: FINAL_COLUMNS,
    });
  }

  /** Of a conflict that came up since the file was made, too. */
  private async whyNot(actor: Actor, of: { roundId?: string; contestId?: string }): Promise<WhyNot> {
    return (await this.standings.isClosedTo(actor, of)) ? new Refused('NOT_FOUND') : null;
  }
}

function placedColumns<Row extends Placed>(): readonly ListColumn<Row>[] {
  const { figure, text, yesNo } = columnsOf<Row>();
  return [
    figure('rank', { vi: 'Xếp hạng', en: 'Rank' }, (row) => row.rank),
    text('receiptNumber', { vi: 'Mã hồ sơ', en: 'Receipt number' }, ({ initiative }) => initiative.receiptNumber),
    text('title', { vi: 'Tên sáng kiến', en: 'Title' }, ({ initiative }) => initiative.title),
    text('owner', { vi: 'Đơn vị', en: 'Unit' }, ({ owner }, locale) => (locale === 'vi' ? owner.nameVi : owner.nameEn)),
    figure('score', { vi: 'Điểm', en: 'Score' }, (row) => row.rounded),
    text('decidedBy', { vi: 'Bước phân định', en: 'Tie-break step' }, (row) => row.decidedBy),
    yesNo('eligible', { vi: 'Còn dự thi', en: 'Still takes part' }, (row) => row.eligible),
  ];
}

const standing = columnsOf<StandingRow>();
export const STANDING_COLUMNS: readonly ListColumn<StandingRow>[] = [
  ...placedColumns<StandingRow>(),
  standing.word('state', { vi: 'Kết quả', en: 'Outcome' }, STANDING_STATE_WORDS, (row) => row.state),
  standing.figure('cards', { vi: 'Số phiếu được tính', en: 'Cards counted' }, (row) => row.cards),
  standing.figure('mean', { vi: 'Trung bình', en: 'Mean' }, (row) => row.mean),
  standing.figure('spread', { vi: 'Độ chênh', en: 'Spread' }, (row) => row.spread),
  standing.figure('adjusted', { vi: 'Điểm hiệu chỉnh (tham khảo)', en: 'Adjusted score (for reference)' }, (row) => row.adjusted),
  standing.figure('adjustedRank', { vi: 'Hạng hiệu chỉnh (tham khảo)', en: 'Adjusted rank (for reference)' }, (row) => row.adjustedRank),
  standing.text('knockedOut', { vi: 'Tiêu chí dưới mức tối thiểu', en: 'Criteria below their minimum' }, ({ knockedOut }, locale) =>
    knockedOut.map(({ nameVi, nameEn }) => (locale === 'vi' ? nameVi : nameEn)).join('; '),
  ),
];

const final = columnsOf<FinalStandingRow>();
const FINAL_COLUMNS: readonly ListColumn<FinalStandingRow>[] = [
  ...placedColumns<FinalStandingRow>(),
  final.word('state', { vi: 'Kết quả', en: 'Outcome' }, FINAL_STATE_WORDS, (row) => row.state),
  final.text('reached', { vi: 'Vòng cuối tham gia', en: 'Last round' }, (row) => row.reached),
  final.figure('trackRank', { vi: 'Hạng trong nhóm', en: 'Rank in its track' }, (row) => row.trackRank),
];
