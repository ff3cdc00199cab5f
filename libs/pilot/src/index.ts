export { PilotFilesService } from './application/pilot-files.service.js';
export { PilotService } from './application/pilot.service.js';
export { pilotLibrary } from './pilot.module.js';
