export { Award, type Replacement } from './award.entity.js';
export { AwardDecision, DECISION_STATES, DECISION_TRANSITIONS, type DecisionState, whyNotMove } from './award-decision.entity.js';
export { departsFromProposal } from './departs-from-proposal.js';
export { type Successor, whyNotReplaceBy } from './replacement.js';
export { WithheldPrize } from './withheld-prize.entity.js';
export { AwardPayment } from './award-payment.entity.js';
