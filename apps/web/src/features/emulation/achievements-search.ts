import { type AchievementState } from './emulation.query';

/** How far a record is, in its order. */
export const ACHIEVEMENT_STATES: readonly AchievementState[] = ['DECLARED', 'CONFIRMED', 'REJECTED', 'REVOKED'];

export interface AchievementsSearch {
  readonly state?: AchievementState;
  /** Those alone that are about oneself. */
  readonly mine?: true;
  readonly after?: string;
}
