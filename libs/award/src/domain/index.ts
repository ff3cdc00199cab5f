export { Award } from './award.entity.js';
export { AwardDecision } from './award-decision.entity.js';
export { WithheldPrize } from './withheld-prize.entity.js';
