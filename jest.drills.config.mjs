import tests from './jest.config.mjs';

// What is tried a few times among the tests is tried in earnest here.
process.env.RESTARTS ??= '10';
process.env.HEALTH_MS ??= '100';
process.env.TEST_LIMIT_MS ??= '1800000';

const DRILLS = ['drills/**/*.drill.ts', 'database-restart.e2e.spec.ts', 'offline-sheet-bombs.e2e.spec.ts'];

/** `npm run drills`: what breaks things on purpose and takes minutes. One after the other, since each wants the machine. */
export default {
  projects: tests.projects
    .slice(-1)
    .map((e2e) => ({ ...e2e, displayName: 'drills', testMatch: DRILLS.map((drill) => `<rootDir>/test/${drill}`) })),
  maxWorkers: 1,
};
