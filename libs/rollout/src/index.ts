export { RolloutModule, rolloutLibrary } from './rollout.module.js';
