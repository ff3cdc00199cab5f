export { Counter, type CounterSaid } from './counter.entity.js';
export { RatingBurst, RatingHold, type Verdict } from './rating-hold.entity.js';
export { PublishedRating, RatingPublication } from './rating-publication.entity.js';
export {
  LEVELS,
  LEVEL_WORDS,
  LONGEST_COMMENT,
  type Level,
  REASONS,
  REASON_WORDS,
  type Reason,
  type Standing,
  type Tier,
} from './rating-words.js';
export { Rating, RatingComment, RatingDay } from './rating.entity.js';
export { type ActionState } from './action-states.js';
export { CorrectiveAction } from './corrective-action.entity.js';
export { Inspection, InspectionItem, InspectionMember, InspectionSeal } from './inspection.entity.js';
export { type CaseFinding, type CaseKind } from './case-rules.js';
export { ReportedCase } from './reported-case.entity.js';
export { type SignalRule } from './signal-rules.js';
export { Signal, SignalBase } from './signal.entity.js';
export { signsOf } from './signs.js';
export { SlipBatch, SlipCode } from './slip.entity.js';
export { TransactionCount } from './transaction-count.entity.js';
