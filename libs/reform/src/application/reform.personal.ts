import { sql } from 'kysely';
import { type PersonalPart } from '#lib/platform';

/** Which sheets of the index a person sent in, assessed and settled. */
export const REFORM_PERSONAL: PersonalPart = {
  context: 'reform',
  sections: [
    {
      name: 'indexSheets',
      table: 'index_sheet',
      by: ['submitted_by_id', 'assessed_by_id', 'settled_by_id'],
      shows: ['state', 'submitted_at', 'assessed_at', 'settled_at'],
      more: () => ({
        unit: sql`(select u.name_vi from unit u where u.id = t.unit_id)`,
        year: sql`(select y.year from index_year y where y.id = t.year_id)`,
      }),
    },
  ],
};
