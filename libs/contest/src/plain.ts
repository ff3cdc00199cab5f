/** Of the contest, what a result is checked by: the rule book and the prize plan, without the ORM, Nest or Node. */
export * from './domain/rule-book.js';
export { problemsOfRuleBook, whyNotRuleBook } from './domain/rule-book-check.js';
export * from './domain/prize-list.js';
export * from './domain/prizes.js';
