export {
  LEVEL,
  PILOT_ARMS,
  PILOT_PERIODS,
  type PilotArm,
  type PilotPeriod,
  type PilotResult,
  type TimeSaved,
  type Took,
  type UnitTook,
  resultOf,
} from './pilot-result.js';
