import { type RefusalBook } from '#lib/kernel';
import { juryLabels } from './labels.js';
import { INVITATION_STATE_WORDS } from './domain/invitation/jury-invitation.entity.js';
import { conflictMessages } from './refusals/conflict.js';
import { invitationMessages } from './refusals/invitation.js';
import { memberMessages } from './refusals/member.js';

/** What `jury` refuses, by subject. */
export const juryRefusals: RefusalBook = {
  messages: { ...conflictMessages, ...invitationMessages, ...memberMessages },
  constraints: {
    jury_invitation_one_open: 'INVITED_ALREADY',
    jury_member_absence: 'JURY_ABSENCE',
    jury_member_load: 'JURY_LOAD',
    jury_member_once: 'STALE',
    jury_pair_once: 'JURY_PAIR_KNOWN',
    jury_pair_in_order: 'JURY_PAIR_SAME',
    conflict_once: 'BUSY',
  },
  labels: juryLabels,
  words: { JuryInvitationState: INVITATION_STATE_WORDS },
  states: [
    'ATTESTATION_MISSING',
    'CONFLICT_LIFTED',
    'CONFLICT_NOT_WAITING',
    'CONFLICT_OF_INTEREST',
    'CONFLICT_OWN',
    'CONFLICT_PINNED',
    'CONFLICT_STAYS',
    'CONFLICT_WAITS',
    'INVITATION_ANSWERED',
    'INVITED_ALREADY',
    'JURY_PAIR_REMOVED',
    'NOT_A_JUDGE',
    'NOT_ON_JURY',
  ],
};
