export { ACHIEVEMENT_SOURCES, ACHIEVEMENT_STATES, type AchievementSource, type AchievementState, whyNotAct } from './achievement-states.js';
export { Achievement, type AchievementSaid } from './achievement.entity.js';
export { VERDICTS, type Verdict, YEAR_FINDINGS, type YearFinding, eligibilityOf } from './eligibility.js';
export { EligibilityRule } from './eligibility-rule.entity.js';
export { Hold } from './hold.entity.js';
export { TITLE_LEVELS, TitleKind, type TitleLevel, whyNotInYear } from './title-kind.entity.js';
