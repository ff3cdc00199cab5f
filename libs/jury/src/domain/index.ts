export { Attestation } from './conflict/attestation.entity.js';
export { Conflict } from './conflict/conflict.entity.js';
export { CONFLICT_TYPES, type ConflictSource, type ConflictType } from './conflict/conflicts.js';
export { JuryInvitation } from './invitation/jury-invitation.entity.js';
export { JuryExpertise } from './member/jury-expertise.entity.js';
export { JuryMember } from './member/jury-member.entity.js';
export { JuryPair } from './member/jury-pair.entity.js';
