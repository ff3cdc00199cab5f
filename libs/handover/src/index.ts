export { HandoverFigureJobs } from './application/handover-figures.jobs.js';
export { HandoverService, type EnterHandoverOrder } from './application/handover.service.js';
export { LetterTemplateService, type WriteTemplateOrder } from './application/letter-template.service.js';
export { ModelService, type AddModelOrder } from './application/model.service.js';
export { HandoverModule, handoverLibrary } from './handover.module.js';
