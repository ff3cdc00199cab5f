export { AchievementService } from './application/achievement.service.js';
export { HoldService } from './application/hold.service.js';
export { TitleService } from './application/title.service.js';
export { emulationLibrary } from './emulation.module.js';
