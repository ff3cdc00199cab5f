export { Achievement } from './achievement.entity.js';
export { EligibilityRule } from './eligibility-rule.entity.js';
export { Hold } from './hold.entity.js';
export { TitleKind } from './title-kind.entity.js';
