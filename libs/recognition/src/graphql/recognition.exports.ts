import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { RecognitionQueries, type RecognitionRead } from '../application/recognition.queries.js';
import { RECOGNITION_STATE_WORDS } from '../domain/recognition-states.js';
import { RecognitionsArguments } from './recognition.inputs.js';

const { text, word, day, figure, yesNo } = columnsOf<RecognitionRead>();

/** The register of applications for recognition, as a file. */
@Injectable()
export class RecognitionExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly recognitions: RecognitionQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{
        name: 'recognitions',
        title: { vi: 'Đề nghị công nhận sáng kiến', en: 'Recognition of initiatives' },
        fileName: 'cong-nhan-sang-kien',
      },
      ...{ context: 'recognition', permission: 'self', scope: [], args: RecognitionsArguments },
      rows: byPages((actor, args) => this.recognitions.recognitions(actor, args)),
      columns: [
        text('receipt', { vi: 'Số tiếp nhận', en: 'Receipt' }, (row) => row.receiptNumber),
        text('initiative', { vi: 'Tên sáng kiến', en: 'Initiative' }, (row) => row.initiative.title),
        text('authors', { vi: 'Tác giả', en: 'Authors' }, (row) => row.authorNames.join(', ')),
        text('unit', { vi: 'Cơ quan xét công nhận', en: 'Decided by' }, ({ unit }, locale) =>
          locale === 'vi' ? unit.nameVi : unit.nameEn,
        ),
        day('appliedOn', { vi: 'Ngày đề nghị', en: 'Applied on' }, (row) => row.appliedOn),
        day('acceptedOn', { vi: 'Ngày tiếp nhận', en: 'Received on' }, (row) => row.acceptedOn),
        day('decideBy', { vi: 'Hạn xét', en: 'Decided by' }, (row) => row.decideBy),
        word('state', { vi: 'Tình trạng', en: 'State' }, RECOGNITION_STATE_WORDS, (row) => row.state),
        figure('yes', { vi: 'Phiếu đồng ý', en: 'Ballots that agree' }, (row) => row.yes),
        figure('no', { vi: 'Phiếu không đồng ý', en: 'Ballots against' }, (row) => row.no),
        day('decidedOn', { vi: 'Ngày quyết định', en: 'Decided on' }, (row) => row.decidedOn),
        text('recognitionNumber', { vi: 'Số quyết định công nhận', en: 'Recognised by decision' }, (row) => row.recognitionNumber),
        day('recognisedOn', { vi: 'Ngày quyết định công nhận', en: 'Day of that decision' }, (row) => row.recognisedOn),
        text('reason', { vi: 'Lý do', en: 'Reasons' }, (row) => row.reason),
        yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, (row) => row.illustrative),
      ],
    });
  }
}
