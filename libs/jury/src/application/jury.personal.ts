import { sql } from 'kysely';
import { type PersonalPart } from '#lib/platform';

const code = () => ({ receiptNumber: sql`(select i.code from initiative i where i.id = t.initiative_id)` });

/** What a person was asked to judge, and what stood in the way; it is given out with the rest of the judging. */
export const JURY_PERSONAL: PersonalPart = {
  context: 'scoring',
  sections: [
    { name: 'attestations', table: 'attestation', by: ['judge_id'], shows: ['initiative_id', 'attested_at'], more: code },
    {
      name: 'conflicts',
      table: 'conflict',
      by: ['person_id'],
      shows: [
        ...['contest_id', 'initiative_id', 'type', 'source', 'active', 'waits', 'pinned', 'reason'],
        ...['answer', 'answered_at', 'created_at'],
      ],
      more: code,
    },
    {
      name: 'invitations',
      table: 'jury_invitation',
      by: ['person_id'],
      shows: ['contest_id', 'chair', 'state', 'reason', 'invited_at', 'answered_at'],
    },
    { name: 'pairs', table: 'jury_pair', by: ['first_id', 'second_id'], shows: ['contest_id', 'active'] },
  ],
};
