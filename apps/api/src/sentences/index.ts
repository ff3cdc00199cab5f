import { type Sentences } from '#lib/platform';
import { FIELDS } from './fields.js';
import { TYPES } from './types.js';
import { VALUES } from './values.js';
import { HANDOVER_VALUES } from './values-handovers.js';
import { JUDGING_VALUES } from './values-judging.js';
import { PAPER_VALUES } from './values-papers.js';
import { SERVICE_VALUES } from './values-services.js';

/** What the schema says of itself where nothing is said beside the field: of names that mean the same everywhere, and of values of enums. */
export const sentences: Sentences = {
  fields: FIELDS,
  types: TYPES,
  values: { ...VALUES, ...JUDGING_VALUES, ...SERVICE_VALUES, ...PAPER_VALUES, ...HANDOVER_VALUES },
};
