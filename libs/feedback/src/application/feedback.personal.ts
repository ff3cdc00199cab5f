import { sql } from 'kysely';
import { type PersonalPart } from '#lib/platform';

const unit = () => ({ unit: sql`(select u.name_vi from unit u where u.id = t.unit_id)` });

/** What a person answers for, and what they saw to, of what units do about what citizens say. */
export const FEEDBACK_PERSONAL: PersonalPart = {
  context: 'feedback',
  sections: [
    {
      name: 'correctiveActions',
      table: 'corrective_action',
      by: ['owner_id'],
      shows: ['unit_id', 'root_cause', 'remedy', 'opened_on', 'due_on', 'state', 'evidence', 'claimed_on', 'reason'],
      more: unit,
    },
    {
      name: 'correctiveActionsVerified',
      table: 'corrective_action',
      by: ['verifier_id'],
      shows: ['unit_id', 'remedy', 'state', 'verified_on', 'effect_check', 'checked_on'],
      more: unit,
    },
    {
      name: 'inspectionsOrdered',
      table: 'inspection',
      by: ['ordered_by_id'],
      shows: ['unit_id', 'kind', 'decision_number', 'decided_on', 'state', 'started_at'],
      more: unit,
    },
    { name: 'inspectionTeams', table: 'inspection_member', by: ['person_id'], shows: ['inspection_id', 'leads'] },
    {
      name: 'inspectionMinutesSigned',
      table: 'inspection',
      by: ['team_signer_id', 'unit_signer_id'],
      shows: ['unit_id', 'decision_number', 'team_signed_at', 'unit_signed_at'],
      more: unit,
    },
  ],
};
