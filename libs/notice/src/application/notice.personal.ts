import { sql } from 'kysely';
import { type PersonalPart } from '#lib/platform';

/** What a person was told, and how they want to be. */
export const NOTICE_PERSONAL: PersonalPart = {
  context: 'notice',
  sections: [
    {
      name: 'notices',
      table: 'notice',
      by: ['person_id'],
      shows: ['kind', 'subject_vi', 'subject_en', 'text_vi', 'text_en', 'path', 'created_at', 'read_at', 'digest_at'],
    },
    {
      name: 'mails',
      table: 'mail',
      by: ['person_id'],
      shows: ['to_address', 'to_name', 'subject', 'created_at', 'sent_at', 'failed_at', 'discarded_at', 'attempts'],
      // A link by which a password is set is in the mail alone.
      more: () => ({ text: sql`case when not t.secret then t.text end` }),
    },
    {
      name: 'preferences',
      table: 'notice_preference',
      by: ['person_id'],
      shows: ['deliveries', 'quiet_from', 'quiet_until'],
      order: 'person_id',
    },
    { name: 'nudges', table: 'nudge', by: ['person_id', 'by_id'], shows: ['kind', 'subject_id', 'at'] },
  ],
};
