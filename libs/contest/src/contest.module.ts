import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { UnitsModule } from '#lib/units';
import { AreaService } from './application/area.service.js';
import { ContestPlanService } from './application/contest-plan.service.js';
import { ContestPorts } from './application/contest.ports.js';
import { ContestService } from './application/contest.service.js';
import { PhaseJobs } from './application/phase.jobs.js';
import { PhaseService } from './application/phase.service.js';
import { RuleBookService } from './application/rule-book.service.js';
import { SeatService } from './application/seat.service.js';
import { Contest, Phase } from './domain/contest.entity.js';
import { ContestArea, ContestDecision, ContestDocument, PrizeTier, ReformArea } from './domain/contest-parts.entity.js';
import { RuleBook } from './domain/rule-book.entity.js';
import { Seat } from './domain/seat.entity.js';
import { contestRefusals } from './refusals.js';

const services = [AreaService, ContestPlanService, ContestPorts, ContestService, PhaseService, RuleBookService, SeatService];

@Module({ imports: [UnitsModule], providers: [...services, PhaseJobs], exports: services })
export class ContestModule {}

export const contestLibrary: Library = {
  module: ContestModule,
  entities: [Contest, Phase, ReformArea, ContestArea, ContestDocument, ContestDecision, PrizeTier, RuleBook, Seat],
  refusals: contestRefusals,
};
