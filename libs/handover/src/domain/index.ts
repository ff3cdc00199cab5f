export {
  CORRECTION_REASON_WORDS,
  HANDOVER_LETTER_WORDS,
  HANDOVER_LEVEL_WORDS,
  HANDOVER_OUTCOME_WORDS,
  HANDOVER_PLACE_WORDS,
  MODEL_KIND_WORDS,
  mayBeAskedToRate,
} from './handover-policy.js';
export { HANDOVER_FIGURES, type HandoverFigure } from './handover-figures.js';
export { Handover } from './handover.entity.js';
export { LetterTemplate } from './letter-template.entity.js';
export { ModelProcedure, ModelUnit, ServiceModel } from './service-model.entity.js';
