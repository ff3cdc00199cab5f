export { InitiativeModule, initiativeLibrary } from './initiative.module.js';
