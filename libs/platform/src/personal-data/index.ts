export { PersonalData } from './personal-data.js';
export { type PersonalPart } from './personal-section.js';
export { PLATFORM_PERSONAL } from './platform.personal.js';
