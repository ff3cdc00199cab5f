import { sql } from 'kysely';
import { type PersonalPart } from '#lib/platform';

const codeOfCard = () => ({
  receiptNumber: sql`(select i.code from scorecard c join initiative i on i.id = c.initiative_id where c.id = t.scorecard_id)`,
});

/** What a person corrected and voted on; it is given out with the rest of the judging. */
export const RESULT_PERSONAL: PersonalPart = {
  context: 'scoring',
  sections: [
    {
      name: 'correctionsProposed',
      table: 'correction',
      by: ['proposed_by_id'],
      shows: ['kind', 'reason', 'proposed_at', 'state', 'decided_at'],
      more: codeOfCard,
    },
    {
      name: 'correctionsDecided',
      table: 'correction',
      by: ['decided_by_id'],
      shows: ['kind', 'state', 'decided_at', 'decision_reason'],
      more: codeOfCard,
    },
    { name: 'chairVotes', table: 'chair_vote', by: ['cast_by_id'], shows: ['initiatives', 'reason', 'cast_at'] },
  ],
};
