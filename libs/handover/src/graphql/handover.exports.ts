import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { type HandoverCountsRead, HandoverQueries, type HandoverRead } from '../application/handover.queries.js';
import { LetterQueries, type TemplateRead } from '../application/letter.queries.js';
import { HANDOVER_LETTER_WORDS, HANDOVER_LEVEL_WORDS, HANDOVER_OUTCOME_WORDS, HANDOVER_PLACE_WORDS } from '../domain/handover-policy.js';
import { LETTER_KIND_WORDS, TEMPLATE_STATE_WORDS } from '../domain/letter.js';
import { HandoverCountsArguments, HandoversArguments } from './handover.types.js';
import { LetterTemplatesArguments } from './letter.types.js';

const handovers = columnsOf<HandoverRead>();
const counts = columnsOf<HandoverCountsRead>();
const templates = columnsOf<TemplateRead>();
const UNIT = { vi: 'Đơn vị', en: 'Unit' };
const ILLUSTRATIVE = { vi: 'Dữ liệu minh họa', en: 'Illustrative' };

/** Handovers, their counts and templates of letters, as files. */
@Injectable()
export class HandoverExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly handovers: HandoverQueries,
    private readonly letters: LetterQueries,
  ) {}

  onModuleInit(): void {
    this.listHandovers();
    this.listCounts();
    this.listTemplates();
  }

  private listHandovers(): void {
    const { text, word, day, figure, yesNo } = handovers;
    this.exports.list({
      ...{ name: 'handovers', title: { vi: 'Lượt trả kết quả', en: 'Handovers' }, fileName: 'luot-tra-ket-qua' },
      ...{ context: 'handover', permission: 'handover:read', args: HandoversArguments },
      rows: byPages((actor, args) => this.handovers.handovers(actor, args)),
      columns: [
        day('day', { vi: 'Ngày', en: 'Day' }, (row) => row.day),
        text('unit', UNIT, (row) => row.unit.nameVi),
        text('procedure', { vi: 'Thủ tục', en: 'Procedure' }, (row) => row.procedure.name),
        word('venue', { vi: 'Nơi trả', en: 'Place' }, HANDOVER_PLACE_WORDS, (row) => row.venue),
        word('byLevel', { vi: 'Người trao', en: 'By' }, HANDOVER_LEVEL_WORDS, (row) => row.byLevel),
        word('letter', { vi: 'Thư kèm theo', en: 'Letter' }, HANDOVER_LETTER_WORDS, (row) => row.letter),
        word('outcome', { vi: 'Kết quả', en: 'Outcome' }, HANDOVER_OUTCOME_WORDS, (row) => row.outcome),
        figure('attempt', { vi: 'Lần', en: 'Try' }, (row) => row.attempt),
        day('voidedOn', { vi: 'Hủy ngày', en: 'Voided' }, (row) => row.voidedOn),
        yesNo('illustrative', ILLUSTRATIVE, (row) => row.illustrative),
      ],
    });
  }

  private listCounts(): void {
    const { text, day, figure } = counts;
    this.exports.list({
      ...{ name: 'handoverCounts', title: { vi: 'Trả kết quả theo tháng', en: 'Handovers by month' }, fileName: 'tra-ket-qua-theo-thang' },
      ...{ context: 'handover', permission: 'handover:read', args: HandoverCountsArguments },
      rows: byPages((actor, args) => this.handovers.handoverCounts(actor, args)),
      columns: [
        text('unit', UNIT, (row) => row.unit.nameVi),
        day('month', { vi: 'Tháng', en: 'Month' }, (row) => row.month),
        figure('handed', { vi: 'Đã trao', en: 'Handed over' }, (row) => row.handed),
        figure('home', { vi: 'Tại nhà', en: 'At home' }, (row) => row.home),
        figure('ceremonies', { vi: 'Buổi trao', en: 'Ceremonies' }, (row) => row.ceremonies),
        figure('absent', { vi: 'Vắng', en: 'Nobody there' }, (row) => row.absent),
        figure('declined', { vi: 'Từ chối', en: 'Declined' }, (row) => row.declined),
        figure('firstTries', { vi: 'Lần đầu', en: 'First tries' }, (row) => row.firstTries),
        figure('handedFirstTry', { vi: 'Trao được lần đầu', en: 'Handed over at once' }, (row) => row.handedFirstTry),
        figure('congratulations', { vi: 'Thư chúc mừng', en: 'Congratulations' }, (row) => row.congratulations),
        figure('condolences', { vi: 'Thư chia buồn', en: 'Condolences' }, (row) => row.condolences),
      ],
    });
  }

  private listTemplates(): void {
    const { text, word, day, figure, yesNo } = templates;
    this.exports.list({
      ...{ name: 'letterTemplates', title: { vi: 'Mẫu thư', en: 'Templates of letters' }, fileName: 'mau-thu' },
      ...{ context: 'handover', permission: 'self', args: LetterTemplatesArguments },
      rows: byPages((actor, args) => this.letters.letterTemplates(actor, args)),
      columns: [
        text('unit', UNIT, (row) => row.unit.nameVi),
        word('kind', { vi: 'Loại thư', en: 'Kind' }, LETTER_KIND_WORDS, (row) => row.kind),
        figure('number', { vi: 'Bản số', en: 'Number' }, (row) => row.number),
        word('state', { vi: 'Tình trạng', en: 'State' }, TEMPLATE_STATE_WORDS, (row) => row.state),
        text('text', { vi: 'Nội dung', en: 'Text' }, (row) => row.text),
        day('approvedOn', { vi: 'Duyệt ngày', en: 'Approved' }, (row) => row.approvedOn),
        yesNo('illustrative', ILLUSTRATIVE, (row) => row.illustrative),
      ],
    });
  }
}
