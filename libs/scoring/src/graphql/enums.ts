import { registerEnumType } from '@nestjs/graphql';

/** As it is counted: the rule book's word with what is left out. */
export const AppliedAggregationEnum = {
  MEAN: 'MEAN',
  MEDIAN: 'MEDIAN',
  TRIMMED_SHEETS: 'TRIMMED_SHEETS',
  TRIMMED_CRITERIA: 'TRIMMED_CRITERIA',
} as const;
registerEnumType(AppliedAggregationEnum, {
  name: 'AppliedAggregation',
  description: 'How the cards of an initiative became its score.',
  valuesMap: {
    MEAN: { description: 'The mean of all cards.' },
    MEDIAN: { description: 'The middle one of all cards.' },
    TRIMMED_SHEETS: { description: 'The mean without the cards with the highest and the lowest total.' },
    TRIMMED_CRITERIA: { description: 'The mean without the highest and the lowest mark of each criterion.' },
  },
});

export const ShortageReasonEnum = { TOO_FEW_JUDGES: 'TOO_FEW_JUDGES', JUDGES_FULL: 'JUDGES_FULL', KEPT_APART: 'KEPT_APART' } as const;
registerEnumType(ShortageReasonEnum, {
  name: 'ShortageReason',
  description: 'Why an initiative cannot have all its judges.',
  valuesMap: {
    TOO_FEW_JUDGES: { description: 'Not enough judges may judge it.' },
    JUDGES_FULL: { description: 'Those who may judge it have as many cards as they take.' },
    KEPT_APART: { description: 'Those who may judge it may not sit together.' },
  },
});
