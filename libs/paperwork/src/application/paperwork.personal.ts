import { type PersonalPart } from '#lib/platform';

/** The certificates that a person has. */
export const PAPERWORK_PERSONAL: PersonalPart = {
  context: 'paperwork',
  sections: [
    {
      name: 'certificates',
      table: 'certificate',
      by: ['person_id'],
      shows: ['code', 'fields', 'state', 'issued_at', 'end_number', 'end_decided_on', 'withheld_at', 'prints', 'last_printed_at'],
    },
  ],
};
