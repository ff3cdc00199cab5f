export { COUNCIL_ROLES, type CouncilMember, type CouncilRole, whyNotCouncil } from './council.js';
export { VOTE_BASES, type VoteBase, decideBy, isCarried, votesNeeded } from './majority.js';
export { RECOGNITION_STATES, RECOGNITION_STATE_WORDS, type RecognitionState, whyNotApply } from './recognition-states.js';
export { Recognition, RecognitionSeat } from './recognition.entity.js';
