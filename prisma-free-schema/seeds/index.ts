import { type INestApplicationContext } from '@nestjs/common';
import { sql } from 'kysely';
import { type FixedClock } from '#lib/kernel';
import { Database, UnitOfWork } from '#lib/platform';
import { planCases } from './demo/cases.js';
import { planCounters } from './demo/counters.js';
import { playContest2023 } from './demo/contest-2023.js';
import { planDeliberation, planJudging, planOpen } from './demo/contests-now.js';
import { deliverEvents } from './demo/deliver.js';
import { loadPastContests } from './demo/past-contests.js';
import { planPapers } from './demo/papers.js';
import { loadPeople } from './demo/people.js';
import { planAchievements } from './demo/achievements.js';
import { planHandovers } from './demo/handovers.js';
import { planLicences } from './demo/licences.js';
import { planPeriodNow } from './demo/period-now.js';
import { planPilots } from './demo/pilots.js';
import { planInspections } from './demo/inspections.js';
import { planProcedures } from './demo/procedures.js';
import { planRatings } from './demo/ratings.js';
import { planRecognitions } from './demo/recognitions.js';
import { planReformIndex } from './demo/reform-index.js';
import { planReports } from './demo/reports.js';
import { planRollouts } from './demo/rollouts.js';
import { Season, moment } from './demo/season.js';
import { Timeline } from './demo/timeline.js';
import { loadUnits, loadWorkingCalendars } from './demo/units.js';

/** True where nobody is known yet: neither a demo person nor one who came in by a link. */
async function isEmpty(app: INestApplicationContext): Promise<boolean> {
  return (await app.get(Database, { strict: false }).first(sql`select 1 from person limit 1`)) === null;
}

/**
 * Loads the demo season through the services of the application, at the moments of its own years; `clock` is the application's and is
 * moved for it, ending where it was. All of it is one transaction: a start that is cut off leaves an empty database. Returns false,
 * and does nothing, where there are people already.
 */
export async function loadDemoSeason(app: INestApplicationContext, clock: FixedClock): Promise<boolean> {
  if (!(await isEmpty(app))) return false;
  const now = clock.now();
  const season = new Season(app, clock);
  try {
    await season.get(UnitOfWork).together(() => play(season, now));
    await deliverEvents(season, now);
  } finally {
    clock.set(now);
  }
  return true;
}

async function play(season: Season, now: Date): Promise<void> {
  season.at(moment('2021-03-01'));
  await loadUnits(season);
  await loadPeople(season);
  await loadPastContests(season);
  await playContest2023(season);

  const timeline = new Timeline();
  await loadWorkingCalendars(season);
  planReports(season, timeline, planRollouts(season, timeline));
  planDeliberation(season, timeline, now);
  planJudging(season, timeline, now);
  planOpen(season, timeline, now);
  planPeriodNow(season, timeline, now);
  planProcedures(season, timeline);
  planCounters(season, timeline);
  planRatings(season, timeline, now);
  planCases(season, timeline, now);
  planLicences(season, timeline, now);
  planPapers(season, timeline, now);
  planRecognitions(season, timeline);
  planPilots(season, timeline, now);
  planHandovers(season, timeline, now);
  planInspections(season, timeline, now);
  planReformIndex(season, timeline, now);
  planAchievements(season, timeline);
  await timeline.play(season);
}
