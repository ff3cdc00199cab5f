import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { AchievementQueries, type AchievementRead } from '../application/achievement.queries.js';
import { HoldQueries, type HoldRead } from '../application/hold.queries.js';
import { ACHIEVEMENT_SOURCE_WORDS, ACHIEVEMENT_STATE_WORDS } from '../domain/achievement-states.js';
import { AchievementsArguments } from './achievement.types.js';
import { HoldsArguments } from './hold.types.js';

/** Records of achievements and holds, as files. */
@Injectable()
export class EmulationExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly achievements: AchievementQueries,
    private readonly holds: HoldQueries,
  ) {}

  onModuleInit(): void {
    const { text, word, day, figure, yesNo } = columnsOf<AchievementRead>();
    this.exports.list({
      ...{ name: 'achievements', title: { vi: 'Hồ sơ thi đua, khen thưởng', en: 'Achievements' }, fileName: 'ho-so-thi-dua' },
      ...{ context: 'emulation', permission: 'self', scope: [], args: AchievementsArguments },
      rows: byPages((actor, args) => this.achievements.achievements(actor, args)),
      columns: [
        text('person', { vi: 'Họ tên', en: 'Name' }, ({ person }) => person.fullName),
        text('unitThen', { vi: 'Đơn vị', en: 'Unit' }, ({ unitThen }, locale) => (locale === 'vi' ? unitThen.nameVi : unitThen.nameEn)),
        text('kind', { vi: 'Danh hiệu', en: 'Title' }, ({ kind }, locale) => (locale === 'vi' ? kind.nameVi : kind.nameEn)),
        figure('year', { vi: 'Năm', en: 'Year' }, (row) => row.year),
        yesNo('without', { vi: 'Không đạt', en: 'Not reached' }, (row) => row.without),
        text('detail', { vi: 'Nội dung', en: 'What for' }, (row) => row.detail),
        text('decisionNo', { vi: 'Số quyết định', en: 'Decision' }, (row) => row.decisionNo),
        day('decidedOn', { vi: 'Ngày quyết định', en: 'Decided on' }, (row) => row.decidedOn),
        text('issuer', { vi: 'Cơ quan', en: 'Decided by' }, (row) => row.issuer),
        word('source', { vi: 'Nguồn', en: 'Source' }, ACHIEVEMENT_SOURCE_WORDS, (row) => row.source),
        word('state', { vi: 'Tình trạng', en: 'State' }, ACHIEVEMENT_STATE_WORDS, (row) => row.state),
        yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, (row) => row.illustrative),
      ],
    });
    this.listHolds();
  }

  private listHolds(): void {
    const { text, day, yesNo } = columnsOf<HoldRead>();
    this.exports.list({
      ...{ name: 'holds', title: { vi: 'Tạm dừng xét danh hiệu', en: 'Holds on titles' }, fileName: 'tam-dung-xet' },
      ...{ context: 'emulation', permission: 'hold:read', args: HoldsArguments },
      rows: byPages((actor, args) => this.holds.holds(actor, args)),
      columns: [
        text('person', { vi: 'Họ tên', en: 'Name' }, ({ person }) => person.fullName),
        day('startsOn', { vi: 'Từ ngày', en: 'From' }, (row) => row.startsOn),
        day('endsOn', { vi: 'Đến ngày', en: 'To' }, (row) => row.endsOn),
        text('ground', { vi: 'Lý do', en: 'Ground' }, (row) => row.ground),
        yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, (row) => row.illustrative),
      ],
    });
  }
}
