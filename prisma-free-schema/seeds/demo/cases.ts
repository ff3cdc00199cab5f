import { sql } from 'kysely';
import { CaseService, RatingDayJobs, SignalWatch } from '#lib/feedback';
import { Database } from '#lib/platform';
import { type Season, daysOn } from './season.js';
import { type Timeline } from './timeline.js';

/** What becomes of the ratings of the last half year once their days and weeks are over: signals, and cases of which one is closed. */
export function planCases(season: Season, timeline: Timeline, now: Date): void {
  timeline.add(daysOn(now, 0), async () => {
    await season.get(RatingDayJobs).closeDays();
    await season.get(SignalWatch).watch();
    await closeFirst(season);
  });
}

async function closeFirst(season: Season): Promise<void> {
  const first = sql<{ id: string }>`select id from reported_case where not past_head order by day, id limit 1`;
  const [found] = await season.get(Database).rows(first);
  if (found === undefined) throw new Error('The demo season has no case');
  const conclusion = 'Đã làm việc với công chức trực quầy và nhắc nhở; bố trí người hướng dẫn giấy tờ (minh họa).';
  await season.get(CaseService).closeCase(season.person('organiser-2'), { caseId: found.id, version: 1, finding: 'FOUND', conclusion });
}
