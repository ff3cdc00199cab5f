const shared = {
  rootDir: import.meta.dirname,
  runner: 'jest-light-runner/child-process',
  setupFiles: ['<rootDir>/test/support/runner/from-source.mjs'],
  setupFilesAfterEnv: ['<rootDir>/test/support/runner/time-limits.mjs'],
  transform: {},
};

/** `unit` needs nothing; `e2e` runs the application on a PostgreSQL that the global set-up starts and the global teardown stops. */
export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/libs/**/*.spec.ts'], globalSetup: '<rootDir>/test/support/build-server.mjs' },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
  maxWorkers: 2,
};
