export { Account } from './account.entity.js';
export { AttemptCount } from './attempt-count.entity.js';
export { KnownDevice } from './known-device.entity.js';
export { LINK_KINDS, type LinkKind, OneTimeLink } from './one-time-link.entity.js';
export { Person, type PersonFacts, Position } from './person.entity.js';
export { reachesPerson } from './reach.js';
export { RIGHTS } from './rights.js';
export { RoleGrant } from './role-grant.entity.js';
export { SESSION_KINDS, Session, type SessionKind } from './session.entity.js';
