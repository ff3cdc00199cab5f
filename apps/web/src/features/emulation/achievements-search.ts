import { type AgeOrder } from '../../ui/orders';
import { type AchievementState } from './emulation.query';

/** How far a record is, in its order. */
export const ACHIEVEMENT_STATES: readonly AchievementState[] = ['DECLARED', 'CONFIRMED', 'REJECTED', 'REVOKED', 'WITHDRAWN'];

export const ACHIEVEMENT_ORDERS = ['NEWEST', 'OLDEST', 'YEAR', 'YEAR_FIRST'] as const;

export interface AchievementsSearch {
  readonly state?: AchievementState;
  /** Those alone that are about oneself. */
  readonly mine?: true;
  /** Those alone that are about this person. */
  readonly person?: string;
  readonly order?: (typeof ACHIEVEMENT_ORDERS)[number];
  readonly after?: string;
}

export interface EligibilitySearch {
  /** About whom; left out: oneself. */
  readonly person?: string;
  /** Which title. */
  readonly kind?: string;
  /** The last year that counts. */
  readonly year?: number;
}

export interface HoldsSearch {
  readonly person?: string;
  readonly order?: AgeOrder;
  readonly after?: string;
}

export interface TitlesSearch {
  readonly year?: number;
  readonly kind?: string;
  readonly order?: AgeOrder;
  readonly after?: string;
}
