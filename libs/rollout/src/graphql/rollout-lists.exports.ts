import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Locale, type Words } from '#lib/kernel';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { type UnitName } from '#lib/units';
import { AdoptionQueries, type AdoptionRead } from '../application/adoption.queries.js';
import { type OverdueRead, PeriodQueries } from '../application/period.queries.js';
import { RolloutQueries, type RolloutRead } from '../application/rollout.queries.js';
import { ADOPTION_BASIS_WORDS, ADOPTION_STATE_WORDS } from '../domain/adoption-states.js';
import { AdoptionsArguments } from './adoption.types.js';
import { OverdueArguments } from './period.types.js';
import { RolloutsArguments } from './rollout.types.js';

const UNIT: Words = { vi: 'Đơn vị', en: 'Unit' };
const DUE: Words = { vi: 'Thời hạn', en: 'Due on' };
const unitOf = ({ unit }: { readonly unit: UnitName }, locale: Locale) => (locale === 'vi' ? unit.nameVi : unit.nameEn);
const OVERDUE_WORDS = { REPORT: { vi: 'báo cáo', en: 'report' }, ADOPTION: { vi: 'áp dụng', en: 'adoption' } } as const;
const rollout = columnsOf<RolloutRead>();
const adoption = columnsOf<AdoptionRead>();
const late = columnsOf<OverdueRead>();

/** What is rolled out, where it stands, and what is late, as files. */
@Injectable()
export class RolloutListExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly rollouts: RolloutQueries,
    private readonly adoptions: AdoptionQueries,
    private readonly periods: PeriodQueries,
  ) {}

  onModuleInit(): void {
    const read = { context: 'rollout', permission: 'rollout:read' } as const;
    this.exports.list({
      ...{
        ...read,
        name: 'rollouts',
        title: { vi: 'Sáng kiến được nhân rộng', en: 'Roll-outs' },
        fileName: 'nhan-rong',
        args: RolloutsArguments,
      },
      rows: byPages((actor, args) => this.rollouts.rollouts(actor, args)),
      columns: [
        rollout.text('title', { vi: 'Sáng kiến', en: 'Initiative' }, (row, locale) => (locale === 'vi' ? row.titleVi : row.titleEn)),
        rollout.text('code', { vi: 'Mã hồ sơ', en: 'Receipt number' }, (row) => row.initiative.receiptNumber),
        rollout.figure('year', { vi: 'Năm', en: 'Year' }, (row) => row.year),
        rollout.text('decision', { vi: 'Quyết định', en: 'Decision' }, (row) => row.decisionNumber),
        rollout.day('decidedOn', { vi: 'Ngày quyết định', en: 'Decided on' }, (row) => row.decidedOn),
        rollout.text('lead', { vi: 'Đơn vị chủ trì', en: 'Lead unit' }, ({ leadUnit }, locale) => unitOf({ unit: leadUnit }, locale)),
        rollout.day('startedOn', { vi: 'Bắt đầu', en: 'Started on' }, (row) => row.startedOn),
        rollout.day('dueOn', DUE, (row) => row.dueOn),
        rollout.figure('expected', { vi: 'Số xã phải áp dụng', en: 'Communes expected' }, (row) => row.expected),
        rollout.figure('exempt', { vi: 'Số xã được miễn', en: 'Communes exempt' }, (row) => row.exempt),
        rollout.figure('inUse', { vi: 'Số xã đang sử dụng', en: 'Communes in use' }, (row) => row.inUse),
        rollout.figure('coverage', { vi: 'Tỷ lệ áp dụng', en: 'Coverage' }, (row) => row.coverage),
      ],
    });
    this.exports.list({
      ...{
        ...read,
        name: 'adoptions',
        title: { vi: 'Áp dụng tại các xã', en: 'Adoptions' },
        fileName: 'ap-dung-tai-xa',
        args: AdoptionsArguments,
      },
      rows: byPages((actor, args) => this.adoptions.adoptions(actor, args)),
      columns: [
        adoption.text('unit', UNIT, unitOf),
        adoption.text('title', { vi: 'Sáng kiến', en: 'Initiative' }, (row, locale) =>
          locale === 'vi' ? row.rollout.titleVi : row.rollout.titleEn,
        ),
        adoption.word('state', { vi: 'Trạng thái', en: 'State' }, ADOPTION_STATE_WORDS, (row) => row.state),
        adoption.word('basis', { vi: 'Căn cứ', en: 'Basis' }, ADOPTION_BASIS_WORDS, (row) => row.basis),
        adoption.day('since', { vi: 'Từ ngày', en: 'Since' }, (row) => row.since),
        adoption.day('dueOn', DUE, (row) => row.dueOn),
        adoption.yesNo('overdue', { vi: 'Quá hạn', en: 'Overdue' }, (row) => row.overdue),
      ],
    });
    this.exports.list({
      ...{
        ...read,
        name: 'overdue',
        title: { vi: 'Báo cáo và áp dụng quá hạn', en: 'Overdue' },
        fileName: 'qua-han',
        args: OverdueArguments,
      },
      rows: byPages((actor, args) => this.periods.overdue(actor, args)),
      columns: [
        late.word('kind', { vi: 'Việc', en: 'What' }, OVERDUE_WORDS, (row) => row.kind),
        late.text('unit', UNIT, unitOf),
        late.text('title', { vi: 'Về', en: 'About' }, (row, locale) => (locale === 'vi' ? row.titleVi : row.titleEn)),
        late.day('dueOn', DUE, (row) => row.dueOn),
        late.figure('daysLate', { vi: 'Số ngày trễ', en: 'Days late' }, (row) => row.daysLate),
      ],
    });
  }
}
