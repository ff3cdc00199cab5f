export { Handover } from './handover.entity.js';
export { LetterTemplate } from './letter-template.entity.js';
export { ModelProcedure, ModelUnit, ServiceModel } from './service-model.entity.js';
