export { IdentityModule, identityLibrary } from './identity.module.js';
