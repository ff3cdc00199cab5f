import { type FeaturePages } from '../../ui/page-module';
import { texts } from './texts';

export { ACHIEVEMENT_STATES, type AchievementsSearch } from './achievements-search';

export const pages: FeaturePages<'achievements' | 'achievement'> = {
  texts,
  achievements: () => import('./pages/achievements'),
  achievement: () => import('./pages/achievement'),
};
