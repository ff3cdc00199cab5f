export { Attestation } from './conflict/attestation.entity.js';
export { Conflict } from './conflict/conflict.entity.js';
export {
  CONFLICT_SOURCES,
  CONFLICT_TYPES,
  type ConflictFacts,
  type ConflictSource,
  type ConflictType,
  detectConflicts,
} from './conflict/conflicts.js';
export { INVITATION_STATES, type InvitationState, JuryInvitation } from './invitation/jury-invitation.entity.js';
export { JuryExpertise } from './member/jury-expertise.entity.js';
export { JuryMember } from './member/jury-member.entity.js';
export { JuryPair } from './member/jury-pair.entity.js';
