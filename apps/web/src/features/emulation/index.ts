import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export {
  ACHIEVEMENT_ORDERS,
  ACHIEVEMENT_STATES,
  type AchievementsSearch,
  type EligibilitySearch,
  type HoldsSearch,
  type TitlesSearch,
} from './achievements-search';

export const pages: FeaturePages<
  'achievements' | 'achievement' | 'eligibility' | 'titleKinds' | 'eligibilityRule' | 'holds' | 'publicAchievements'
> = {
  texts,
  achievements: () => import('./pages/achievements'),
  achievement: () => import('./pages/achievement'),
  eligibility: () => import('./pages/eligibility'),
  titleKinds: () => import('./pages/title-kinds'),
  eligibilityRule: () => import('./pages/eligibility-rule'),
  holds: () => import('./pages/holds'),
  publicAchievements: () => import('./pages/public-achievements'),
};
