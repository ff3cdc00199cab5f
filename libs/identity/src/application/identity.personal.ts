import { sql } from 'kysely';
import { type PersonalPart } from '#lib/platform';

const unit = () => ({ unit: sql`(select u.name_vi from unit u where u.id = t.unit_id)` });

/** Of a person: who they are, how they come in, and what they may. Hashes, secrets and tokens are nobody's to read. */
export const IDENTITY_PERSONAL: PersonalPart = {
  context: 'identity',
  sections: [
    {
      name: 'records',
      table: 'person',
      by: ['id', 'merged_into_id'],
      shows: ['id', 'full_name', 'email', 'phone', 'locale', 'external', 'merged_into_id'],
      more: unit,
    },
    {
      name: 'accounts',
      table: 'account',
      by: ['person_id'],
      shows: ['created_at', 'password_changed_at', 'link_used_at', 'disabled_at', 'disabled_reason'],
    },
    {
      name: 'positions',
      table: 'position',
      by: ['person_id'],
      shows: ['title_vi', 'title_en', 'is_head', 'from', 'to'],
      more: unit,
    },
    {
      name: 'roles',
      table: 'role_grant',
      by: ['person_id'],
      shows: [
        ...['role', 'valid_from', 'valid_to', 'state', 'reason', 'decision_number', 'decided_on', 'founding'],
        ...['decided_at', 'revoked_at'],
      ],
      more: unit,
    },
    {
      name: 'sessions',
      table: 'session',
      by: ['person_id'],
      shows: ['kind', 'label', 'browser', 'scopes', 'created_at', 'last_used_at', 'factor_at', 'expires_at', 'revoked_at'],
    },
    { name: 'signInsBegun', table: 'pending_sign_in', by: ['person_id'], shows: ['created_at', 'expires_at'] },
    { name: 'links', table: 'one_time_link', by: ['person_id'], shows: ['kind', 'created_at', 'expires_at', 'used_at'] },
    { name: 'devices', table: 'known_device', by: ['person_id'], shows: ['created_at', 'last_used_at'] },
    {
      name: 'secondFactors',
      table: 'second_factor',
      by: ['person_id'],
      shows: ['created_at', 'confirmed_at'],
      more: () => ({
        recoveryCodesLeft: sql`(select count(*)::int from recovery_code c where c.factor_id = t.id and c.used_at is null)`,
      }),
    },
    {
      name: 'factorResets',
      table: 'factor_reset',
      by: ['person_id'],
      shows: ['state', 'reason', 'proposed_at', 'decided_at', 'refusal_reason'],
    },
    {
      name: 'emailChanges',
      table: 'email_change',
      by: ['person_id'],
      shows: ['address', 'previous', 'requested_at', 'expires_at', 'confirmed_at', 'given_up_at'],
    },
    {
      name: 'merges',
      table: 'person_merge',
      by: ['merged_id', 'kept_id'],
      shows: ['state', 'reason', 'proposed_at', 'decided_at', 'refusal_reason', 'account_shut', 'undo_reason', 'undone_at'],
      // Of one that was not made, the other record may be somebody else's.
      when: () => sql<boolean>`t.state in ('IN_FORCE', 'UNDO_PROPOSED', 'UNDONE')`,
    },
    {
      name: 'takenForAnother',
      table: 'person_double',
      by: ['first_id', 'second_id'],
      shows: ['same_name', 'same_mailbox', 'found_at', 'dismissed_at'],
    },
  ],
};
