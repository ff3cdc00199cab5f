import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, type ListColumn, byPages, columnsOf } from '#lib/platform';
import { type AwardRow } from '../application/award.queries.js';
import { type RegisteredAwardRow, WinnerQueries } from '../application/winner.queries.js';
import { WinnersArguments } from './award.types.js';
import { AwardRegisterArguments } from './register.types.js';

const { text, figure, money, day } = columnsOf<AwardRow>();
const paid = columnsOf<RegisteredAwardRow>();

const PRIZE_COLUMNS: readonly ListColumn<AwardRow>[] = [
  figure('year', { vi: 'Năm', en: 'Year' }, (row) => row.contest.year),
  text('contest', { vi: 'Cuộc thi', en: 'Contest' }, (row, locale) => (locale === 'vi' ? row.contest.titleVi : row.contest.titleEn)),
  text('tier', { vi: 'Giải', en: 'Prize' }, (row, locale) => (locale === 'vi' ? row.tier.nameVi : row.tier.nameEn)),
  figure('rank', { vi: 'Xếp hạng', en: 'Rank' }, (row) => row.rank),
  text('receiptNumber', { vi: 'Mã hồ sơ', en: 'Receipt number' }, (row) => row.initiative.receiptNumber),
  text('title', { vi: 'Tên sáng kiến', en: 'Title' }, (row) => row.initiative.title),
  text('authors', { vi: 'Tác giả', en: 'Authors' }, ({ authors }) => authors.map(({ person }) => person.fullName).join('; ')),
  text('unit', { vi: 'Đơn vị', en: 'Unit' }, (row, locale) => (locale === 'vi' ? row.unit.nameVi : row.unit.nameEn)),
  text('areaCode', { vi: 'Mã lĩnh vực', en: 'Area' }, (row) => row.area.areaCode),
  money('amount', { vi: 'Tiền thưởng (đồng)', en: 'Prize money (VND)' }, (row) => row.amount),
  text('decision', { vi: 'Số quyết định', en: 'Decision' }, (row) => row.decisionNumber),
  day('decidedOn', { vi: 'Ngày quyết định', en: 'Decided on' }, (row) => row.decidedOn),
  text('revoked', { vi: 'Thu hồi vì', en: 'Revoked for' }, (row) => row.revocationReason),
];

/** The register of winners as a file. */
@Injectable()
export class AwardExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly winners: WinnerQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      name: 'winners',
      title: { vi: 'Sáng kiến đạt giải', en: 'Winners' },
      fileName: 'sang-kien-dat-giai',
      context: 'award',
      permission: 'public',
      scope: [],
      args: WinnersArguments,
      rows: byPages((_, args) => this.winners.winners(args, args)),
      columns: PRIZE_COLUMNS,
    });
    this.exports.list({
      ...{ name: 'awardRegister', title: { vi: 'Sổ khen thưởng', en: 'Register of prizes' }, fileName: 'so-khen-thuong' },
      ...{ context: 'award', permission: 'award:record', args: AwardRegisterArguments },
      rows: byPages((actor, args) => this.winners.register(actor, args, args)),
      columns: [
        ...PRIZE_COLUMNS,
        paid.day('paidOn', { vi: 'Ngày chi', en: 'Paid on' }, ({ payment }) => payment?.paidOn),
        paid.money('paid', { vi: 'Số tiền đã chi (đồng)', en: 'Paid (VND)' }, ({ payment }) => payment?.amount),
        paid.text('document', { vi: 'Chứng từ', en: 'Voucher' }, ({ payment }) => payment?.document),
      ],
    });
  }
}
