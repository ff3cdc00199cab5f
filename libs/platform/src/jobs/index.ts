export { Job } from './job.entity.js';
export { JobLeases } from './job-leases.js';
export { JobQueries, type JobRow } from './job.queries.js';
export { JobResolver } from './job.resolver.js';
export { JobRunner } from './job-runner.js';
export { JobObject, JobResult } from './job.types.js';
export { JobsService } from './jobs.service.js';
export { type JobEffect, type JobRun, RunsJob } from './runs-job.js';
