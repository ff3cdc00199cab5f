export { CounterQueries, type CounterRead } from './application/counter.queries.js';
export { CounterService, type OpenCounterOrder } from './application/counter.service.js';
export { FeedbackModule, feedbackLibrary } from './feedback.module.js';
