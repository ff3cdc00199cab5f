export { PersonalData } from './personal-data.js';
export { type PersonalPart, type PersonalSection } from './personal-section.js';
export { PLATFORM_PERSONAL } from './platform.personal.js';
