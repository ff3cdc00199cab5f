/* What a program asks before it loads all of the application: nothing of Nest, GraphQL or the ORM stands behind this door. */
export { type Config, readConfig } from './config.js';
export { connected, isUpToDate } from './database/migration-files.js';
