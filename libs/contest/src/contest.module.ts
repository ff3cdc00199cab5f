import { Module } from '@nestjs/common';
import { NoticeModule } from '#lib/notice';
import { type Library } from '#lib/platform';
import { UnitsModule } from '#lib/units';
import { CONTEST_PERSONAL } from './application/contest.personal.js';
import { AreaService } from './application/area.service.js';
import { ContestAwaiting } from './application/contest.awaiting.js';
import { ContestFiles } from './application/contest-files.js';
import { ContestNotices } from './application/contest.notices.js';
import { ContestPlanService } from './application/contest-plan.service.js';
import { ContestPorts } from './application/contest.ports.js';
import { ContestQueries } from './application/contest.queries.js';
import { ContestService } from './application/contest.service.js';
import { PlanApprovalService } from './application/plan-approval.service.js';
import { PlanNotices } from './application/plan.notices.js';
import { PhaseJobs } from './application/phase.jobs.js';
import { PhaseService } from './application/phase.service.js';
import { RuleBookService } from './application/rule-book.service.js';
import { SeatHolders } from './application/seat-holders.js';
import { SeatService } from './application/seat.service.js';
import { Contest, Phase } from './domain/contest.entity.js';
import { ContestArea, ContestDecision, ContestDocument, PrizeTier, ReformArea } from './domain/contest-parts.entity.js';
import { PlanApproval } from './domain/plan-approval.entity.js';
import { RuleBook } from './domain/rule-book.entity.js';
import { Seat } from './domain/seat.entity.js';
import { AreaResolver } from './graphql/area.resolver.js';
import { ContestPlanResolver } from './graphql/contest-plan.resolver.js';
import { ContestExports } from './graphql/contest.exports.js';
import { ContestResolver } from './graphql/contest.resolver.js';
import { PhaseResolver } from './graphql/phase.resolver.js';
import { PlanApprovalResolver } from './graphql/plan-approval.resolver.js';
import { SeatResolver } from './graphql/seat.resolver.js';
import { contestRefusals } from './refusals.js';

const resolvers = [AreaResolver, ContestPlanResolver, ContestResolver, PhaseResolver, PlanApprovalResolver, SeatResolver];
const services = [
  AreaService,
  ContestPlanService,
  ContestPorts,
  ContestQueries,
  ContestService,
  PhaseService,
  PlanApprovalService,
  RuleBookService,
  SeatService,
];

@Module({
  imports: [UnitsModule, NoticeModule],
  providers: [
    ...services,
    ...resolvers,
    PhaseJobs,
    ContestExports,
    ContestAwaiting,
    ContestNotices,
    PlanNotices,
    ContestFiles,
    SeatHolders,
  ],
  exports: services,
})
export class ContestModule {}

export const contestLibrary: Library = {
  module: ContestModule,
  entities: [Contest, Phase, ReformArea, ContestArea, ContestDocument, ContestDecision, PrizeTier, RuleBook, PlanApproval, Seat],
  refusals: contestRefusals,
  personal: CONTEST_PERSONAL,
  audited: [{ types: ['Contest', 'ReformArea', 'RuleBook', 'Seat'], permission: 'contest:read' }],
};
