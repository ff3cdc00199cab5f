import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { CertificateQueries } from '../application/certificate.queries.js';
import { type CertificateRead } from '../application/certificate.rows.js';
import { CERTIFICATE_STATE_WORDS } from '../domain/certificate.entity.js';
import { CertificatesArguments } from './certificate.types.js';

const { text, figure, word, day, moment, yesNo } = columnsOf<CertificateRead>();

/** The certificates of a contest as a file: what stands on each, and what became of it. A name that is withheld is in none. */
@Injectable()
export class CertificateExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly certificates: CertificateQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'certificates', title: { vi: 'Sổ cấp giấy chứng nhận', en: 'Certificates' }, fileName: 'so-cap-giay-chung-nhan' },
      ...{ context: 'paperwork', permission: 'paper:read', args: CertificatesArguments },
      rows: byPages((actor, args) => this.certificates.certificates(actor, args)),
      columns: [
        text('code', { vi: 'Mã giấy chứng nhận', en: 'Code' }, (row) => row.certificateCode),
        text('name', { vi: 'Cấp cho', en: 'Given to' }, ({ printed }) => printed.name),
        text('unit', { vi: 'Đơn vị', en: 'Unit' }, ({ printed }) => printed.unitName),
        text('prize', { vi: 'Giải', en: 'Prize' }, ({ printed }) => printed.prize),
        text('initiative', { vi: 'Tên sáng kiến', en: 'Title' }, ({ printed }) => printed.initiative),
        text('decisionNumber', { vi: 'Số quyết định', en: 'Decision' }, ({ printed }) => printed.decisionNumber),
        day('decidedOn', { vi: 'Ngày quyết định', en: 'Decided on' }, ({ printed }) => printed.decidedOn),
        day('issuedOn', { vi: 'Ngày cấp', en: 'Issued on' }, ({ printed }) => printed.issuedOn),
        word('state', { vi: 'Hiệu lực', en: 'State' }, CERTIFICATE_STATE_WORDS, (row) => row.state),
        day('endedOn', { vi: 'Hết hiệu lực ngày', en: 'Ended on' }, (row) => row.endedOn),
        text('endNumber', { vi: 'Quyết định thu hồi', en: 'Ended by' }, (row) => row.endNumber ?? row.groundNumber),
        text('endReason', { vi: 'Lý do thu hồi', en: 'Ended for' }, (row) => row.endReason),
        figure('prints', { vi: 'Số lần in', en: 'Times printed' }, (row) => row.prints),
        moment('lastPrintedAt', { vi: 'In lần cuối lúc', en: 'Last printed at' }, (row) => row.lastPrintedAt),
        yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, ({ printed }) => printed.illustrative),
      ],
    });
  }
}
