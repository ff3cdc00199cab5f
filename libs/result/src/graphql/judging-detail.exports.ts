import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Refused, type Actor, type Locale, type WhyNot } from '#lib/kernel';
import { Exports, type ListColumn, byPages, columnsOf, sheetOf } from '#lib/platform';
import { type JudgedCardRow, type JudgingDetail, JudgingDetailQueries } from '../application/result/judging-detail.queries.js';
import { type AgreementFigureRow, ResultQueries } from '../application/result/result.queries.js';
import { whyNotExport } from '#domain/scoring';
import { StandingsQueries } from '../application/result/standings.queries.js';
import { STANDING_COLUMNS } from './result.exports.js';
import { ExportRoundInput, JUDGING_DETAIL } from '#lib/scoring';

/** The full judging detail of a closed round: standings, cards, marks with comments, what counted and why, agreement. */
@Injectable()
export class JudgingDetailExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly detail: JudgingDetailQueries,
    private readonly standings: StandingsQueries,
    private readonly results: ResultQueries,
  ) {}

  onModuleInit(): void {
    this.exports.workbook({
      name: JUDGING_DETAIL,
      title: { vi: 'Chi tiết chấm điểm của vòng', en: 'Judging detail of the round' },
      fileName: 'chi-tiet-cham-diem',
      context: 'scoring',
      permission: 'standings:read',
      args: ExportRoundInput,
      whyNot: (actor, { roundId }) => this.whyNot(actor, roundId),
      sheets: (actor, { roundId }, locale) => this.sheets(actor, roundId, locale),
    });
  }

  /** Before the round is closed there is nothing but sealed cards. */
  private async whyNot(actor: Actor, roundId: string): Promise<WhyNot> {
    if (await this.standings.isClosedTo(actor, { roundId })) return new Refused('NOT_FOUND', { what: 'Round' });
    return whyNotExport(await this.standings.stateOf(roundId));
  }

  private async sheets(actor: Actor, roundId: string, locale: Locale) {
    const detail = await this.detail.detail(actor, roundId);
    const agreement = await this.results.agreement(actor, { roundId });
    const standings = byPages(this.standings.standings.bind(this.standings));
    const args = { roundId, first: 1 };
    return [
      sheetOf({ vi: 'Xếp hạng', en: 'Standings' }, STANDING_COLUMNS, { rows: standings(actor, args), locale }),
      sheetOf({ vi: 'Phiếu chấm', en: 'Cards' }, CARD_COLUMNS, { rows: at(detail.cards), locale }),
      sheetOf({ vi: 'Điểm và nhận xét', en: 'Marks and comments' }, MARK_COLUMNS, { rows: at(marksOf(detail)), locale }),
      sheetOf({ vi: 'Mức thống nhất', en: 'Agreement' }, AGREEMENT_COLUMNS, { rows: at(agreement?.figures ?? []), locale }),
    ];
  }
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* at<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}

interface MarkRow extends JudgedCardRow {
  readonly criterion: { readonly vi: string; readonly en: string };
  readonly points: string;
  readonly comment: string | null;
}

const marksOf = ({ cards, criteria }: JudgingDetail): MarkRow[] =>
  cards.flatMap((card) =>
    card.marks.map(({ criterion, points, comment }) => ({
      ...card,
      criterion: criteria.get(criterion) ?? { vi: criterion, en: criterion },
      points,
      comment,
    })),
  );

const COUNTS = {
  FIRST: { vi: 'phiếu đầu, được tính', en: 'a first card, counts' },
  FURTHER: { vi: 'phiếu chấm thêm vì điểm lệch, được tính', en: 'a further card for divergence, counts' },
  REPLACED: { vi: 'không tính, đã có phiếu chấm thêm thay', en: 'does not count, a further card took its place' },
} as const;

const ofCard = <Row extends JudgedCardRow>(): readonly ListColumn<Row>[] => {
  const { text } = columnsOf<Row>();
  return [
    text('receiptNumber', { vi: 'Mã hồ sơ', en: 'Receipt number' }, (row) => row.receiptNumber),
    text('title', { vi: 'Tên sáng kiến', en: 'Title' }, (row) => row.title),
    text('judge', { vi: 'Giám khảo', en: 'Judge' }, (row) => row.judgeName),
  ];
};

const card = columnsOf<JudgedCardRow>();
const CARD_COLUMNS: readonly ListColumn<JudgedCardRow>[] = [
  ...ofCard<JudgedCardRow>(),
  card.figure('total', { vi: 'Tổng điểm', en: 'Total' }, (row) => row.total),
  card.moment('signedAt', { vi: 'Ký lúc', en: 'Signed' }, (row) => row.signedAt),
  card.yesNo('counts', { vi: 'Được tính', en: 'Counts' }, (row) => row.counts),
  card.word('why', { vi: 'Vì sao', en: 'Why' }, COUNTS, ({ counts, extra }) => (counts ? (extra ? 'FURTHER' : 'FIRST') : 'REPLACED')),
];

const mark = columnsOf<MarkRow>();
const MARK_COLUMNS: readonly ListColumn<MarkRow>[] = [
  ...ofCard<MarkRow>(),
  mark.text('criterion', { vi: 'Tiêu chí', en: 'Criterion' }, ({ criterion }, locale) => criterion[locale]),
  mark.figure('points', { vi: 'Điểm', en: 'Points' }, (row) => row.points),
  mark.text('comment', { vi: 'Nhận xét', en: 'Comment' }, (row) => row.comment),
  mark.yesNo('counts', { vi: 'Phiếu được tính', en: 'Card counts' }, (row) => row.counts),
];

const figure = columnsOf<AgreementFigureRow>();
const TOTALS = { vi: 'Tổng điểm', en: 'Totals' };
const AGREEMENT_COLUMNS: readonly ListColumn<AgreementFigureRow>[] = [
  figure.text(
    'criterion',
    { vi: 'Của', en: 'Of' },
    (row, locale) => (locale === 'vi' ? row.criterionNameVi : row.criterionNameEn) ?? TOTALS[locale],
  ),
  figure.text('measure', { vi: 'Chỉ số', en: 'Measure' }, (row, locale) => (locale === 'vi' ? row.nameVi : row.nameEn)),
  figure.figure('value', { vi: 'Giá trị', en: 'Value' }, (row) => row.value),
  figure.figure('low', { vi: 'Cận dưới 95 %', en: 'Lower bound, 95 %' }, (row) => row.low),
  figure.figure('high', { vi: 'Cận trên 95 %', en: 'Upper bound, 95 %' }, (row) => row.high),
  figure.text('meaning', { vi: 'Nghĩa là', en: 'What it says' }, (row, locale) => (locale === 'vi' ? row.meaningVi : row.meaningEn)),
];
