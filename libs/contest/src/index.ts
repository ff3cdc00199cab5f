export { AreaService } from './application/area.service.js';
export { type ContestName, contestName } from './application/contest-name.js';
export { ContestPlanService } from './application/contest-plan.service.js';
export { ContestPorts } from './application/contest.ports.js';
export { ContestQueries } from './application/contest.queries.js';
export { contestOver, seesContest } from './application/contest.scope.js';
export { ContestService, type NewContest } from './application/contest.service.js';
export { lockContest } from './application/load-contest.js';
export { PhaseService } from './application/phase.service.js';
export { PlanApprovalService } from './application/plan-approval.service.js';
export { RuleBookService } from './application/rule-book.service.js';
export { SeatService } from './application/seat.service.js';
export {
  AggregationEnum,
  ContestPhaseEnum,
  FurtherMarkEnum,
  PublicTextEnum,
  TrackEnum,
  TrimmingEnum,
  VisibilityEnum,
} from './graphql/enums.js';
export { RecordPastContestInput } from './graphql/contest.inputs.js';
export { ContestNameObject } from './graphql/contest-name.types.js';
export { BandObject, PresentationRuleObject } from './graphql/rule-book.types.js';
export { ContestModule, contestLibrary } from './contest.module.js';
