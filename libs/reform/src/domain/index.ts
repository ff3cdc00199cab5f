export { IndexCriterion, IndexScheme } from './index-scheme.entity.js';
export { IndexScore, IndexSheet, IndexYear } from './index-sheet.entity.js';
