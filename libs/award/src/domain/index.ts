export { Award } from './award.entity.js';
export { AwardDecision, DECISION_STATES, DECISION_TRANSITIONS, type DecisionState, whyNotMove } from './award-decision.entity.js';
export { departsFromProposal } from './departs-from-proposal.js';
export { WithheldPrize } from './withheld-prize.entity.js';
