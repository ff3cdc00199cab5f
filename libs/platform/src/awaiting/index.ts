export { type AwaitedRead, AwaitingQueries } from './awaiting.queries.js';
export { AwaitingResolver } from './awaiting.resolver.js';
export { type AtMoment, Awaits } from './awaits.js';
