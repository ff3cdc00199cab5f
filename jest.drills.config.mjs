import tests from './jest.config.mjs';

/** `npm run drills`: what breaks things on purpose and takes minutes. One after the other, since each wants the machine. */
export default {
  projects: tests.projects.slice(-1).map((e2e) => ({ ...e2e, displayName: 'drills', testMatch: ['<rootDir>/test/drills/**/*.drill.ts'] })),
  testTimeout: 1_800_000,
  maxWorkers: 1,
};
