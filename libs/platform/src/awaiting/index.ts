export { AwaitingQueries } from './awaiting.queries.js';
export { AwaitingResolver } from './awaiting.resolver.js';
export { type AtMoment, type AwaitedKind, AwaitedKindEnum, Awaits, type EscalationTerms, type NudgeTerms } from './awaits.js';
export { LedQueries } from './led.queries.js';
export { LedResolver } from './led.resolver.js';
export { Leads } from './leads.js';
export { MarkedMethods } from './marked-methods.js';
