export { commonOf, ranksOf, shareOf, sumOf } from './index-points.js';
export { IndexCriterion, IndexScheme } from './index-scheme.entity.js';
export { IndexScore, IndexSheet, IndexYear } from './index-sheet.entity.js';
export { INDEX_SCHEME_STATES, INDEX_SHEET_STATES, INDEX_SHEET_STATE_WORDS, type IndexSheetState } from './index-states.js';
