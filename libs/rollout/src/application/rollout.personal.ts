import { sql } from 'kysely';
import { type PersonalPart } from '#lib/platform';

const unit = () => ({ unit: sql`(select u.name_vi from unit u where u.id = t.unit_id)` });

/** What a person reported, recorded and decided of roll-outs. */
export const ROLLOUT_PERSONAL: PersonalPart = {
  context: 'rollout',
  sections: [
    {
      name: 'reports',
      table: 'report',
      by: ['submitted_by_id'],
      shows: ['period_id', 'unit_id', 'state', 'note', 'received_at', 'submitted_at', 'return_reason'],
      more: unit,
    },
    {
      name: 'reportsDecided',
      table: 'report',
      by: ['decided_by_id'],
      shows: ['period_id', 'unit_id', 'state', 'decided_at', 'return_reason'],
      more: unit,
    },
    {
      name: 'figures',
      table: 'figure',
      by: ['by_id'],
      shows: [
        ...['indicator_id', 'unit_id', 'starts_on', 'ends_on', 'value', 'numerator', 'denominator', 'source', 'note', 'jump_reason'],
        ...['verified', 'at'],
      ],
      more: unit,
    },
    {
      name: 'figuresVerified',
      table: 'figure',
      by: ['verified_by_id'],
      shows: ['indicator_id', 'unit_id', 'starts_on', 'ends_on', 'verified_at'],
    },
    {
      name: 'adoptionChanges',
      table: 'adoption_change',
      by: ['by_id'],
      shows: ['adoption_id', 'from_state', 'to_state', 'basis', 'since', 'effective_on', 'reason', 'at'],
    },
    { name: 'evidence', table: 'adoption_evidence', by: ['by_id'], shows: ['adoption_id', 'given_on', 'note', 'file_id', 'at'] },
    {
      name: 'exceptionsAsked',
      table: 'exception_request',
      by: ['requested_by_id'],
      shows: ['period_id', 'unit_id', 'reason', 'state', 'requested_at', 'decided_at', 'decision_reason'],
      more: unit,
    },
    {
      name: 'exceptionsDecided',
      table: 'exception_request',
      by: ['decided_by_id'],
      shows: ['period_id', 'unit_id', 'state', 'decided_at', 'decision_reason'],
      more: unit,
    },
    {
      name: 'exceptionsGranted',
      table: 'period_exception',
      by: ['granted_by_id', 'revoked_by_id'],
      shows: ['period_id', 'unit_id', 'reason', 'until', 'granted_at', 'revoked_at', 'revoke_reason'],
      more: unit,
    },
  ],
};
