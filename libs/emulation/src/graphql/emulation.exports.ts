import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, byPages, columnsOf } from '#lib/platform';
import { AchievementQueries, type AchievementRead } from '../application/achievement.queries.js';
import { ACHIEVEMENT_SOURCE_WORDS, ACHIEVEMENT_STATE_WORDS } from '../domain/achievement-states.js';
import { AchievementsArguments } from './achievement.types.js';

/** Records of achievements as a file; holds leave the system in none. */
@Injectable()
export class EmulationExports implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly achievements: AchievementQueries,
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
        text('decisionNumber', { vi: 'Số quyết định', en: 'Decision' }, (row) => row.decisionNumber),
        day('decidedOn', { vi: 'Ngày quyết định', en: 'Decided on' }, (row) => row.decidedOn),
        text('issuer', { vi: 'Cơ quan', en: 'Decided by' }, (row) => row.issuer),
        word('source', { vi: 'Nguồn', en: 'Source' }, ACHIEVEMENT_SOURCE_WORDS, (row) => row.source),
        word('state', { vi: 'Tình trạng', en: 'State' }, ACHIEVEMENT_STATE_WORDS, (row) => row.state),
        yesNo('illustrative', { vi: 'Dữ liệu minh họa', en: 'Illustrative' }, (row) => row.illustrative),
      ],
    });
  }
}
