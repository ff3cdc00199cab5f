import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { ActionQueries, type ActionRead } from '../application/action.queries.js';
import { ACTION_STATE_WORDS } from '../domain/action-states.js';
import { CorrectiveActionsArguments } from './action.types.js';
import { toOffices } from './feedback.exports.js';

const { text, word, day, yesNo } = columnsOf<ActionRead>();

/** Corrective actions as a file, to offices that read them. */
@Injectable()
export class ActionExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly actions: ActionQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      ...{ name: 'correctiveActions', title: { vi: 'Biện pháp khắc phục', en: 'Corrective actions' }, fileName: 'bien-phap-khac-phuc' },
      ...{ context: 'feedback', permission: 'self', scope: ['action:read'], args: CorrectiveActionsArguments },
      whyNot: (actor) => toOffices(actor, 'action:read'),
      rows: byPages((actor, args) => this.actions.correctiveActions(actor, args)),
      columns: [
        text('remedy', { vi: 'Biện pháp', en: 'Remedy' }, (row) => row.remedy),
        text('rootCause', { vi: 'Nguyên nhân gốc', en: 'Root cause' }, (row) => row.rootCause),
        text('unit', { vi: 'Đơn vị', en: 'Unit' }, ({ unit }, locale) => (locale === 'vi' ? unit.nameVi : unit.nameEn)),
        text('owner', { vi: 'Người chịu trách nhiệm', en: 'Owner' }, (row) => row.ownerName),
        word('state', { vi: 'Bước', en: 'Step' }, ACTION_STATE_WORDS, (row) => row.state),
        day('openedOn', { vi: 'Mở ngày', en: 'Opened on' }, (row) => row.openedOn),
        day('dueOn', { vi: 'Thời hạn', en: 'Due on' }, (row) => row.dueOn),
        yesNo('late', { vi: 'Quá hạn', en: 'Late' }, (row) => row.late),
        day('claimedOn', { vi: 'Báo đã làm ngày', en: 'Said to be done on' }, (row) => row.claimedOn),
        text('evidence', { vi: 'Căn cứ đã nêu', en: 'Evidence' }, (row) => row.evidence),
        day('verifiedOn', { vi: 'Xác minh ngày', en: 'Verified on' }, (row) => row.verifiedOn),
        day('checkedOn', { vi: 'Kiểm tra hiệu quả ngày', en: 'Checked on' }, (row) => row.checkedOn),
        text('effectCheck', { vi: 'Kết quả kiểm tra hiệu quả', en: 'What the check found' }, (row) => row.effectCheck),
        text('reason', { vi: 'Lý do làm lại hoặc hủy', en: 'Why anew or given up' }, (row) => row.reason),
        yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, (row) => row.illustrative),
      ],
    });
  }
}
