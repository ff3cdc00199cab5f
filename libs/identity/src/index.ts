export { type GrantOrder, GrantService } from './application/grant.service.js';
export { type PersonOrder, PersonService, type PositionOrder } from './application/person.service.js';
export { type OpenedSession, SessionService } from './application/session.service.js';
export { IdentityModule, identityLibrary } from './identity.module.js';
