export { HandoverFigureJobs } from './application/handover-figures.jobs.js';
export { HandoverService, type EnterHandoverOrder } from './application/handover.service.js';
export { LetterTemplateService } from './application/letter-template.service.js';
export { ModelService } from './application/model.service.js';
export { handoverLibrary } from './handover.module.js';
