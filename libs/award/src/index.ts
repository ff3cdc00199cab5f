export { AwardModule, awardLibrary } from './award.module.js';
