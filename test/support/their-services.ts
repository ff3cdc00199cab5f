import { type District } from './factories.js';
import { type RunningContest } from './harness.js';
import { theirAchievements } from './achievements.js';
import { theirIndex } from './reform-index.js';
import { theirHandovers } from './handovers.js';
import { theirInspections } from './inspections.js';
import { theirPilots } from './pilots.js';
import { theirRecognitions } from './recognitions.js';

/** What the district has of the services beside the contest, for the gates to act on; ids by the names of arguments. */
export async function theirServices(contest: RunningContest, district: District): Promise<Record<string, string>> {
  return {
    ...(await theirRecognitions(contest, district)),
    ...(await theirPilots(contest, district)),
    ...(await theirIndex(contest, district)),
    ...(await theirHandovers(contest, district)),
    ...(await theirInspections(contest, district)),
    ...(await theirAchievements(contest, district)),
  };
}
