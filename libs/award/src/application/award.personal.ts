import { type PersonalPart } from '#lib/platform';

/** What a person signed and paid out. Prizes themselves hang on initiatives. */
export const AWARD_PERSONAL: PersonalPart = {
  context: 'award',
  sections: [
    {
      name: 'decisionsSigned',
      table: 'award_decision',
      by: ['signed_by_id'],
      shows: ['contest_id', 'number', 'decided_on', 'state', 'approved_at', 'return_reason'],
    },
    {
      name: 'paymentsRecorded',
      table: 'award_payment',
      by: ['recorded_by_id'],
      shows: ['award_id', 'paid_on', 'amount', 'document', 'recorded_at'],
    },
  ],
};
