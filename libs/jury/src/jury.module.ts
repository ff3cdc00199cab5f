import { Module } from '@nestjs/common';
import { ContestModule } from '#lib/contest';
import { InitiativeModule } from '#lib/initiative';
import { NoticeModule } from '#lib/notice';
import { type Library } from '#lib/platform';
import { ConflictNotices } from './application/conflict/conflict.notices.js';
import { ConflictsMerge } from './application/conflict/conflicts-merge.js';
import { DetectionInAct } from './application/conflict/detection-in-act.js';
import { InvitationNotices } from './application/invitation/invitation.notices.js';
import { JURY_AUDITED } from './application/jury.audited.js';
import { JuryAwaiting } from './application/jury.awaiting.js';
import { JURY_PERSONAL } from './application/jury.personal.js';
import { JuryPreconditions } from './application/jury.preconditions.js';
import { ConflictDecisionService } from './application/conflict/conflict-decision.service.js';
import { ConflictDetectionService } from './application/conflict/conflict-detection.service.js';
import { ConflictQueries } from './application/conflict/conflict.queries.js';
import { ConflictService } from './application/conflict/conflict.service.js';
import { ConflictCheckQueries } from './application/invitation/conflict-check.queries.js';
import { InvitationQueries } from './application/invitation/invitation.queries.js';
import { InvitationService } from './application/invitation/invitation.service.js';
import { JuryPorts } from './application/jury.ports.js';
import { JuryPairQueries } from './application/member/jury-pair.queries.js';
import { JuryPairService } from './application/member/jury-pair.service.js';
import { JuryQueries } from './application/member/jury.queries.js';
import { JuryService } from './application/member/jury.service.js';
import { OrganiserQueries } from './application/organiser.queries.js';
import { ConflictDecisionResolver } from './graphql/conflict-decision.resolver.js';
import { InvitationResolver } from './graphql/invitation.resolver.js';
import { JuryPairResolver } from './graphql/jury-pair.resolver.js';
import { JuryExports } from './graphql/jury.exports.js';
import { JuryResolver } from './graphql/jury.resolver.js';
import { Attestation, Conflict, JuryExpertise, JuryInvitation, JuryMember, JuryPair } from './domain/index.js';
import { juryRefusals } from './refusals.js';

const inside = [ConflictNotices, ConflictsMerge, DetectionInAct, InvitationNotices, JuryAwaiting, JuryPreconditions];
const services = [
  ConflictDecisionService,
  ConflictDetectionService,
  ConflictQueries,
  ConflictService,
  ConflictCheckQueries,
  InvitationQueries,
  InvitationService,
  JuryPorts,
  JuryPairQueries,
  JuryPairService,
  JuryQueries,
  JuryService,
  OrganiserQueries,
];
const resolvers = [ConflictDecisionResolver, InvitationResolver, JuryPairResolver, JuryExports, JuryResolver];

@Module({ imports: [ContestModule, InitiativeModule, NoticeModule], providers: [...inside, ...services, ...resolvers], exports: services })
export class JuryModule {}

export const juryLibrary: Library = {
  module: JuryModule,
  entities: [JuryMember, JuryExpertise, JuryInvitation, JuryPair, Conflict, Attestation],
  refusals: juryRefusals,
  personal: JURY_PERSONAL,
  audited: JURY_AUDITED,
};
