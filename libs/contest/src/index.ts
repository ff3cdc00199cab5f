export { ContestModule, contestLibrary } from './contest.module.js';
