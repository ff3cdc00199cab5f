export { type AwaitedRead, AwaitingQueries } from './awaiting.queries.js';
export { AwaitingResolver } from './awaiting.resolver.js';
export { type AtMoment, type AwaitedKind, Awaits, type EscalationTerms, type NudgeTerms } from './awaits.js';
