export { ScoringModule, scoringLibrary } from './scoring.module.js';
