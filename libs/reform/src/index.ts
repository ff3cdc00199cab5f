export { IndexSchemeService, type SchemeOrder } from './application/index-scheme.service.js';
export { IndexSheetService } from './application/index-sheet.service.js';
export { IndexYearService } from './application/index-year.service.js';
export { reformLibrary } from './reform.module.js';
