export { awardLibrary } from './award.module.js';
export { AwardDecisionService } from './application/award-decision.service.js';
export { AwardService } from './application/award.service.js';
export { type RolloutName, rolloutName } from './application/rollout-name.js';
export { PastAwardService } from './application/past-award.service.js';
export { AwardAuthorObject, RolloutNameObject } from './graphql/award.types.js';
export { WinnerQueries } from './application/winner.queries.js';
