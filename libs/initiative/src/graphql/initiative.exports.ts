import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { InitiativeListQueries } from '../application/initiative-list.queries.js';
import { NoSubmissionQueries, type SilentUnitRow } from '../application/no-submission.queries.js';
import { type InitiativeListed } from '../application/initiative.rows.js';
import { INITIATIVE_STATE_WORDS } from '../domain/states.js';
import { InitiativesArguments } from './initiative.inputs.js';
import { UnitsWithoutSubmissionArguments } from './on-behalf.types.js';

/** What the file has of a row, which is long and in which much is worked out for its reader. */
const SHOWN = [
  ...(['receiptNumber', 'title', 'authors', 'owner', 'area', 'state', 'submittedAt', 'returnDueAt'] as const),
  ...(['screenedBy', 'savedAt', 'contest', 'illustrative'] as const),
] satisfies (keyof InitiativeListed)[];

const { text, word, moment, yesNo } = columnsOf<Pick<InitiativeListed, (typeof SHOWN)[number]>>();
const unit = columnsOf<SilentUnitRow>();

/** Lists of initiatives as files. */
@Injectable()
export class InitiativeExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly lists: InitiativeListQueries,
    private readonly silent: NoSubmissionQueries,
  ) {}

  onModuleInit(): void {
    this.exports.list({
      name: 'initiatives',
      title: { vi: 'Danh sách hồ sơ sáng kiến', en: 'Dossiers' },
      fileName: 'danh-sach-ho-so',
      context: 'initiative',
      permission: 'initiative:read',
      scope: ['initiative:screen', 'contest:decide', 'initiative:draft'],
      args: InitiativesArguments,
      rows: byPages((actor, args) => this.lists.initiatives(actor, args), SHOWN),
      columns: [
        text('receiptNumber', { vi: 'Mã hồ sơ', en: 'Receipt number' }, (row) => row.receiptNumber),
        text('title', { vi: 'Tên sáng kiến', en: 'Title' }, (row) => row.title),
        text('authors', { vi: 'Tác giả', en: 'Authors' }, ({ authors }) => authors.map(({ person }) => person.fullName).join('; ')),
        text('owner', { vi: 'Đơn vị', en: 'Unit' }, ({ owner }, locale) => (locale === 'vi' ? owner.nameVi : owner.nameEn)),
        text('area', { vi: 'Lĩnh vực', en: 'Area' }, ({ area }, locale) => (locale === 'vi' ? area.nameVi : area.nameEn)),
        word('state', { vi: 'Trạng thái', en: 'State' }, INITIATIVE_STATE_WORDS, (row) => row.state),
        moment('submittedAt', { vi: 'Nộp lúc', en: 'Received' }, (row) => row.submittedAt),
        moment('returnDueAt', { vi: 'Hạn bổ sung', en: 'Due back' }, (row) => (row.state === 'RETURNED' ? row.returnDueAt : null)),
        text('screenedBy', { vi: 'Người kiểm tra', en: 'Screened by' }, (row) => row.screenedBy?.fullName),
        moment('savedAt', { vi: 'Lưu lần cuối', en: 'Last saved' }, (row) => row.savedAt),
        text('contest', { vi: 'Cuộc thi', en: 'Contest' }, (row, locale) => (locale === 'vi' ? row.contest.titleVi : row.contest.titleEn)),
        yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, (row) => row.illustrative),
      ],
    });
    this.exports.list({
      ...{
        name: 'unitsWithoutSubmission',
        title: { vi: 'Đơn vị chưa nộp hồ sơ', en: 'Units that have sent nothing' },
        fileName: 'chua-nop',
      },
      ...{ context: 'initiative', permission: 'initiative:read', scope: ['initiative:screen', 'contest:decide', 'initiative:draft'] },
      args: UnitsWithoutSubmissionArguments,
      rows: byPages((actor, args) => this.silent.unitsWithoutSubmission(actor, args)),
      columns: [
        unit.text('unit', { vi: 'Đơn vị', en: 'Unit' }, (row, locale) => (locale === 'vi' ? row.unit.nameVi : row.unit.nameEn)),
        unit.text('reason', { vi: 'Lý do đã nêu', en: 'Reason given' }, ({ said }) => said?.reason),
        unit.text('by', { vi: 'Người nêu', en: 'Given by' }, ({ said }) => said?.byName),
        unit.moment('at', { vi: 'Nêu lúc', en: 'Given at' }, ({ said }) => said?.at),
      ],
    });
  }
}
