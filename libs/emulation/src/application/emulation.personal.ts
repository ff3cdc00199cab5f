import { sql } from 'kysely';
import { type PersonalPart } from '#lib/platform';

/** What is recorded of a person. That their titles wait is the office's alone, and no part of it. */
export const EMULATION_PERSONAL: PersonalPart = {
  context: 'emulation',
  sections: [
    {
      name: 'achievements',
      table: 'achievement',
      by: ['person_id'],
      shows: [
        ...['year', 'without', 'detail', 'decision_number', 'decided_on', 'issuer', 'source', 'state', 'declared_at', 'settled_at'],
        ...['rejection_reason', 'revocation_number', 'revoked_on', 'revocation_reason', 'withdrawal_reason'],
      ],
      more: () => ({ kind: sql`(select k.name_vi from title_kind k where k.id = t.kind_id)` }),
    },
    {
      name: 'achievementsSettled',
      table: 'achievement',
      by: ['declared_by_id', 'settled_by_id'],
      shows: ['year', 'state'],
      more: () => ({ kind: sql`(select k.name_vi from title_kind k where k.id = t.kind_id)` }),
    },
  ],
};
