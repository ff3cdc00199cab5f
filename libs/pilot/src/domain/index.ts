export {
  PILOT_MEASURES,
  PILOT_OUTCOMES,
  PILOT_STATES,
  PILOT_STATE_WORDS,
  type PilotMeasure,
  type PilotOutcome,
  type PilotState,
} from './pilot-policy.js';
export { LEVEL, PILOT_ARMS, type PilotArm, type PilotResult, resultOf } from './pilot-result.js';
export { Pilot, PilotFile, PilotUnit } from './pilot.entity.js';
