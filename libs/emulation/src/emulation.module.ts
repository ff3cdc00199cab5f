import { Module } from '@nestjs/common';
import { NoticeModule } from '#lib/notice';
import { type Library } from '#lib/platform';
import { AchievementFiles } from './application/achievement-files.js';
import { AchievementListService } from './application/achievement-list.service.js';
import { AchievementQueries } from './application/achievement.queries.js';
import { AchievementService } from './application/achievement.service.js';
import { EligibilityQueries } from './application/eligibility.queries.js';
import { seesHolds } from './application/hold.scope.js';
import { EmulationAwaiting } from './application/emulation.awaiting.js';
import { EmulationListeners } from './application/emulation.listeners.js';
import { EmulationNotices } from './application/emulation.notices.js';
import { EMULATION_PERSONAL } from './application/emulation.personal.js';
import { HoldQueries } from './application/hold.queries.js';
import { HoldService } from './application/hold.service.js';
import { PublicAchievementQueries } from './application/public-achievement.queries.js';
import { TitleQueries } from './application/title.queries.js';
import { TitleService } from './application/title.service.js';
import { Achievement, EligibilityRule, Hold, TitleKind } from './domain/index.js';
import { AchievementImports } from './graphql/achievement.imports.js';
import { AchievementResolver } from './graphql/achievement.resolver.js';
import { EmulationExports } from './graphql/emulation.exports.js';
import { HoldResolver } from './graphql/hold.resolver.js';
import { TitleResolver } from './graphql/title.resolver.js';
import { emulationRefusals } from './refusals.js';

const services = [AchievementQueries, AchievementService, EligibilityQueries, HoldQueries, HoldService, PublicAchievementQueries];
const lists = [AchievementImports, AchievementListService];
const titles = [TitleQueries, TitleService];
const others = [AchievementFiles, EmulationAwaiting, EmulationExports, EmulationListeners, EmulationNotices];
const resolvers = [AchievementResolver, HoldResolver, TitleResolver];

@Module({
  imports: [NoticeModule],
  providers: [...services, ...lists, ...titles, ...others, ...resolvers],
  exports: [...services, ...titles],
})
export class EmulationModule {}

export const emulationLibrary: Library = {
  module: EmulationModule,
  entities: [Achievement, EligibilityRule, Hold, TitleKind],
  refusals: emulationRefusals,
  personal: EMULATION_PERSONAL,
  audited: [
    { types: ['Achievement', 'EligibilityRule', 'TitleKind'], permission: 'achievement:read' },
    // That there was an act tells already that somebody is looked into.
    { types: ['Hold'], permission: 'hold:read', unsealed: seesHolds },
  ],
};
