import { sql } from 'kysely';
import { AchievementService, HoldService, TitleService } from '#lib/emulation';
import { SYSTEM } from '#lib/kernel';
import { Database } from '#lib/platform';
import { type Season, moment } from './season.js';
import { type Timeline } from './timeline.js';

const YEARS = [2022, 2023, 2024];
const PEOPLE = 20;
/** Of whom one year of the three is not known, and of whom it is known that they did not reach it. */
const GAP = 3;
const WITHOUT = 5;
const HOLDS = 8;

/** Sixty records of three years, with a gap and some holds; invented. */
export function planAchievements(season: Season, timeline: Timeline): void {
  timeline.add(moment('2025-03-06'), async () => {
    const { id: kindId } = await season.get(TitleService).enterTitleKind(SYSTEM, {
      ...{ kindCode: 'CSTD_CO_SO', nameVi: 'Chiến sĩ thi đua cơ sở', nameEn: 'Grassroots emulation fighter', level: 'DISTRICT' },
      ...{ multiple: false, startsOn: '2020-01-01', legalBasis: 'Luật Thi đua, khen thưởng (minh họa)', illustrative: true },
    });
    await enterRule(season, kindId);
    const people = await season.get(Database).rows(sql<{ id: string }>`
      select p.id from person p where p.unit_id is not null and p.merged_into_id is null order by p.id limit ${PEOPLE}`);
    for (const [at, { id: personId }] of people.entries()) await record(season, { personId, kindId, at });
    for (const { id: personId } of people.slice(0, HOLDS))
      await season
        .get(HoldService)
        .placeHold(SYSTEM, { personId, startsOn: '2025-03-03', ground: 'Đang giải quyết đơn (minh họa).', illustrative: true });
  });
}

/** What a title of the province asks of those who have the district's. */
async function enterRule(season: Season, grassroots: string): Promise<void> {
  const titles = season.get(TitleService);
  const { id: kindId } = await titles.enterTitleKind(SYSTEM, {
    ...{ kindCode: 'CSTD_CAP_TINH', nameVi: 'Chiến sĩ thi đua cấp tỉnh', nameEn: 'Provincial emulation fighter', level: 'PROVINCE' },
    ...{ multiple: false, startsOn: '2020-01-01', legalBasis: 'Luật Thi đua, khen thưởng (minh họa)', illustrative: true },
  });
  const [district] = await season.get(Database).rows(sql<{ id: string }>`
    select id from unit where kind = 'DISTRICT' order by valid_to is null desc, id limit 1`);
  if (!district) throw new Error('The demo has no district');
  await titles.enterEligibilityRule(SYSTEM, {
    ...{ kindId, unitId: district.id, links: [{ kindIds: [grassroots], years: 3 }], legalBasis: 'Luật Thi đua, khen thưởng (minh họa)' },
    ...{ unchecked: 'Sáng kiến hoặc đề tài có hiệu quả và có khả năng nhân rộng trong toàn tỉnh.', illustrative: true },
  });
}

async function record(season: Season, { personId, kindId, at }: { personId: string; kindId: string; at: number }): Promise<void> {
  const service = season.get(AchievementService);
  for (const year of YEARS) {
    if (at === GAP && year === 2023) continue;
    const without = at === WITHOUT && year === 2023;
    const decision = without
      ? {}
      : { decisionNumber: `${String(900 + year - 2020)}/QĐ-UBND`, decidedOn: `${String(year)}-12-20`, issuer: 'UBND huyện' };
    const declared = await service.declareAchievement(SYSTEM, { personId, kindId, year, without, ...decision, illustrative: true });
    // What was declared last waits for the heads of the units.
    if (year === 2024 && at % 4 === 0) continue;
    await service.confirmAchievement(SYSTEM, { achievementId: declared.id, version: declared.version });
  }
}
