export { CounterQueries, type CounterRead } from './application/counter.queries.js';
export { CounterService, type OpenCounterOrder } from './application/counter.service.js';
export { PublicationJobs } from './application/publication.jobs.js';
export { RatingWriter, type RateOrder } from './application/rating.writer.js';
export { SignalWatch } from './application/signal.watch.js';
export { SlipQueries } from './application/slip.queries.js';
export { SlipService } from './application/slip.service.js';
export { TransactionService, type RecordTransactionsOrder } from './application/transaction.service.js';
export { FeedbackModule, feedbackLibrary } from './feedback.module.js';
