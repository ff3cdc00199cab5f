import { initiatives2023a } from './initiatives-2023-a.js';
import { initiatives2023b } from './initiatives-2023-b.js';
import { initiatives2023c } from './initiatives-2023-c.js';
import { initiatives2023d } from './initiatives-2023-d.js';
import { initiativesJudgingA } from './initiatives-judging-a.js';
import { initiativesJudgingB } from './initiatives-judging-b.js';
import { communeOfficers } from './people-commune-officers.js';
import { communeSubmitters } from './people-commune-submitters.js';
import { departmentSubmitters, heads } from './people-departments.js';
import { judges, staff } from './people.js';
import { type InitiativeSeed, type PersonSeed } from './types.js';

export * from './types.js';
export { areas } from './areas.js';
export { communes, departments, district } from './units.js';
export { workingCalendars } from './working-calendars.js';
export { procedures } from './procedures.js';
export { BUSINESSES, BUSINESS_NAMES, SPEAKERS, licenceKinds } from './licences.js';
export { communeOfficers, communeSubmitters, departmentSubmitters, heads, judges, staff };
export { extraAuthors } from './authors.js';
export { contest2021, contest2022, contest2023, contestJudging, contestOpen, prizePlan2023, prizePlanNow } from './contests.js';
export { dossierRubric, presentationRubric } from './rubrics.js';
export { initiativesOpen } from './initiatives-open.js';
export { pastWinners } from './past-winners.js';
export { periods } from './periods.js';
export { awardRollout, qrRollout, reminderRollout, rollouts } from './rollouts.js';
export { judgeComments } from './comments.js';
export {
  adoptionReasons,
  conflictReasons,
  departureReasons,
  disqualificationReasons,
  eligibleReasons,
  excuseReasons,
  extensionReasons,
  rejectionReasons,
  reportReasons,
  returnReasons,
  withdrawalReasons,
} from './reasons.js';

/** Everyone with an account. */
export const people: readonly PersonSeed[] = [
  ...staff,
  ...judges,
  ...heads,
  ...departmentSubmitters,
  ...communeSubmitters,
  ...communeOfficers,
];

/** The thirty-five of 2023. */
export const initiatives2023: readonly InitiativeSeed[] = [
  ...initiatives2023a,
  ...initiatives2023b,
  ...initiatives2023c,
  ...initiatives2023d,
];

/** The fourteen whose first round is being scored. */
export const initiativesJudging: readonly InitiativeSeed[] = [...initiativesJudgingA, ...initiativesJudgingB];

/** The seven of 2023 that are to win, best first: their `quality` stands clear of the rest. */
export const winnerKeys2023: readonly string[] = ['i23-03', 'i23-02', 'i23-01', 'i23-04', 'i23-06', 'i23-05', 'i23-27'];
