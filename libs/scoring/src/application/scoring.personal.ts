import { sql } from 'kysely';
import { type PersonalPart } from '#lib/platform';

const code = () => ({ receiptNumber: sql`(select i.code from initiative i where i.id = t.initiative_id)` });
const codeOfCard = () => ({
  receiptNumber: sql`(select i.code from scorecard c join initiative i on i.id = c.initiative_id where c.id = t.scorecard_id)`,
});

/**
 * What a person judged, and decided of the judging; of others' cards nothing. A card tells no more of its initiative than its number, since
 * the round may be anonymous; nor its nonce, by which whoever has the file could find its marks from the hash.
 */
export const SCORING_PERSONAL: PersonalPart = {
  context: 'scoring',
  sections: [
    {
      name: 'scorecards',
      table: 'scorecard',
      by: ['judge_id'],
      shows: [
        ...['id', 'round_id', 'initiative_id', 'state', 'extra', 'late', 'marks', 'total', 'hash'],
        ...['assigned_at', 'signed_at', 'excused_at', 'excuse_reason'],
      ],
      more: () => ({
        ...code(),
        notes: sql`(select json_agg(json_build_object('text', n.text, 'savedAt', n.saved_at)) from scorecard_note n where n.scorecard_id = t.id)`,
        earlier: sql`(select json_agg(json_build_object('number', v.number, 'marks', v.marks, 'total', v.total, 'hash', v.hash, 'signedAt', v.signed_at) order by v.number)
          from scorecard_version v where v.scorecard_id = t.id)`,
      }),
    },
    { name: 'calibrations', table: 'calibration', by: ['judge_id'], shows: ['round_id', 'finished_at'] },
    { name: 'calibrationCards', table: 'calibration_card', by: ['judge_id'], shows: ['sample_id', 'marks', 'total', 'signed_at'] },
    {
      name: 'offlineSheets',
      table: 'offline_sheet',
      by: ['judge_id'],
      shows: ['round_id', 'number', 'code', 'issued_at', 'superseded_at'],
    },
    {
      name: 'reopeningsAsked',
      table: 'reopening',
      by: ['requested_by_id'],
      shows: ['scorecard_id', 'reason', 'requested_at', 'state', 'decided_at', 'decision_reason'],
      more: codeOfCard,
    },
    {
      name: 'reopeningsDecided',
      table: 'reopening',
      by: ['decided_by_id'],
      shows: ['state', 'decided_at', 'decision_reason'],
      more: codeOfCard,
    },
    {
      name: 'namesDecided',
      table: 'name_look',
      by: ['decided_by'],
      shows: ['initiative_id', 'decision', 'reason', 'decided_at'],
      more: code,
      order: 'decided_at',
    },
  ],
};
