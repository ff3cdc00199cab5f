import { sql } from 'kysely';
import { type PersonalPart } from '#lib/platform';

const initiative = () => ({ initiative: sql`(select i.title from initiative i where i.id = t.initiative_id)` });

/** What a person applied for, and where they sat. That a council sits is nobody's but its own until it is over. */
export const RECOGNITION_PERSONAL: PersonalPart = {
  context: 'recognition',
  sections: [
    {
      name: 'recognitionsApplied',
      table: 'recognition',
      by: ['applied_by_id'],
      shows: [
        'initiative_id',
        'applied_on',
        'first_applied_on',
        'benefit',
        'accepted_on',
        'decide_by',
        'decided_on',
        'influence',
        'reason',
        'recognition_number',
        'recognised_on',
      ],
      more: initiative,
    },
    {
      name: 'councilSeats',
      table: 'recognition_seat',
      by: ['person_id'],
      shows: ['recognition_id', 'role', 'present'],
    },
  ],
};
