export { Award } from './award.entity.js';
export { AwardDecision, DECISION_STATES, DECISION_TRANSITIONS, type DecisionState, whyNotMove } from './award-decision.entity.js';
export { type Place, type Proposal, type TierPlan, proposeAwards } from './propose.js';
