import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { InspectionQueries, type InspectionRead } from '../application/inspection.queries.js';
import { INSPECTION_KIND_WORDS, INSPECTION_STATE_WORDS } from '../domain/inspection-rules.js';
import { InspectionsArguments } from './inspection.inputs.js';

const { text, word, day, moment, figure, yesNo } = columnsOf<InspectionRead>();

/** Inspections as a file: the rows that who asks reads by then. */
@Injectable()
export class InspectionExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly inspections: InspectionQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'inspections', title: { vi: 'Kiểm tra cải cách hành chính', en: 'Inspections' }, fileName: 'kiem-tra' },
      ...{ context: 'feedback', permission: 'self', scope: [], args: InspectionsArguments },
      rows: byPages((actor, args) => this.inspections.inspections(actor, args)),
      columns: [
        text('unit', { vi: 'Đơn vị được kiểm tra', en: 'Unit' }, ({ unit }, locale) => (locale === 'vi' ? unit.nameVi : unit.nameEn)),
        word('kind', { vi: 'Hình thức', en: 'Kind' }, INSPECTION_KIND_WORDS, (row) => row.kind),
        text('decisionNumber', { vi: 'Số quyết định', en: 'Decision' }, (row) => row.decisionNumber),
        day('decidedOn', { vi: 'Ngày quyết định', en: 'Decided on' }, (row) => row.decidedOn),
        text('team', { vi: 'Đoàn kiểm tra', en: 'Team' }, (row) => row.team.map(({ person }) => person.fullName).join(', ')),
        moment('startedAt', { vi: 'Bắt đầu lúc', en: 'Started at' }, (row) => row.startedAt),
        word('state', { vi: 'Tình trạng', en: 'State' }, INSPECTION_STATE_WORDS, (row) => row.state),
        figure('yes', { vi: 'Đạt', en: 'Yes' }, (row) => row.yes),
        figure('no', { vi: 'Không đạt', en: 'No' }, (row) => row.no),
        figure('notApplicable', { vi: 'Không áp dụng', en: 'Not applicable' }, (row) => row.notApplicable),
        figure('scorePercent', { vi: 'Tỷ lệ đạt (%)', en: 'Score (%)' }, (row) => row.scorePercent),
        text('conclusion', { vi: 'Kết luận', en: 'Conclusion' }, (row) => row.conclusion),
        text('signRefusal', { vi: 'Lý do đơn vị không ký', en: 'Why the unit does not sign' }, (row) => row.signRefusal),
        yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, (row) => row.illustrative),
      ],
    });
  }
}
