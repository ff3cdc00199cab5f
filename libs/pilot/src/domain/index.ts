export { Pilot, PilotFile, PilotUnit } from './pilot.entity.js';
