import { registerEnumType } from '@nestjs/graphql';
import {
  CORRECTION_REASONS,
  HANDOVER_LETTERS,
  HANDOVER_LEVELS,
  HANDOVER_OUTCOMES,
  HANDOVER_PLACES,
  LETTER_KINDS,
  MODEL_KINDS,
  OCCASIONS,
} from '../domain/handover-policy.js';
import { TEMPLATE_STATES } from '../domain/letter.js';
import { LETTER_FORMATS } from '../application/letter.queries.js';

const enumOf = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const ModelKindEnum = enumOf(MODEL_KINDS);
export const OccasionEnum = enumOf(OCCASIONS);
export const HandoverPlaceEnum = enumOf(HANDOVER_PLACES);
export const HandoverLevelEnum = enumOf(HANDOVER_LEVELS);
export const HandoverLetterEnum = enumOf(HANDOVER_LETTERS);
export const HandoverOutcomeEnum = enumOf(HANDOVER_OUTCOMES);
export const HandoverCorrectionReasonEnum = enumOf(CORRECTION_REASONS);
export const LetterKindEnum = enumOf(LETTER_KINDS);
export const LetterTemplateStateEnum = enumOf(TEMPLATE_STATES);
export const LetterFormatEnum = enumOf(LETTER_FORMATS);

registerEnumType(ModelKindEnum, { name: 'ServiceModelKind', description: 'How results are handed over by a model.' });
registerEnumType(OccasionEnum, { name: 'HandoverOccasion', description: 'What a procedure is about, as far as it rules the handover.' });
registerEnumType(HandoverPlaceEnum, { name: 'HandoverPlace', description: 'Where a result is handed over.' });
registerEnumType(HandoverLevelEnum, { name: 'HandoverLevel', description: 'Who hands over, by what they are and never by name.' });
registerEnumType(HandoverLetterEnum, { name: 'HandoverLetter', description: 'Which letter goes with a result.' });
registerEnumType(HandoverOutcomeEnum, { name: 'HandoverOutcome', description: 'What came of a try to hand over.' });
registerEnumType(HandoverCorrectionReasonEnum, {
  name: 'HandoverCorrectionReason',
  description: 'Why a handover is corrected or voided: chosen, so that no name is typed.',
});
registerEnumType(LetterKindEnum, { name: 'LetterKind', description: 'What a letter is for.' });
registerEnumType(LetterTemplateStateEnum, { name: 'LetterTemplateState', description: 'Whether letters are made by a template.' });
registerEnumType(LetterFormatEnum, { name: 'LetterFormat', description: 'As which file a letter is made.' });
