import { sql } from 'kysely';
import { type PersonalPart } from '#lib/platform';

const unit = () => ({ unit: sql`(select u.name_vi from unit u where u.id = t.unit_id)` });

/** The templates of letters that a person wrote and approved. */
export const HANDOVER_PERSONAL: PersonalPart = {
  context: 'handover',
  sections: [
    {
      name: 'letterTemplates',
      table: 'letter_template',
      by: ['author_id'],
      shows: ['unit_id', 'kind', 'number', 'text', 'signer_position', 'state'],
      more: unit,
    },
    {
      name: 'letterTemplatesApproved',
      table: 'letter_template',
      by: ['approved_by_id'],
      shows: ['unit_id', 'kind', 'number', 'state', 'approved_on'],
      more: unit,
    },
  ],
};
