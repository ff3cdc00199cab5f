import { spawnSync } from 'node:child_process';

/**
 * ESLint in parts, each by a process of its own: with the types of everything in one, it needs more memory than a process is given. The
 * pages need the most, since each of their questions has the type of its answer.
 */
const PARTS = [
  ['libs/**/*.ts', 'prisma-free-schema/**/*.ts'],
  ['apps/*/src/**/*.ts', '--ignore-pattern', 'apps/web/**'],
  ['apps/web/*.ts', 'apps/web/src/{api,app,ui}/**/*.{ts,tsx}', 'apps/web/src/features/{contest,identity,notice,units}/**/*.{ts,tsx}'],
  ['apps/web/src/features/**/*.{ts,tsx}', '--ignore-pattern', 'apps/web/src/features/{contest,identity,notice,units,rollout,scoring}/**'],
  ['apps/web/src/features/{rollout,scoring}/**/*.{ts,tsx}'],
  ['test/**/*.ts'],
];

const CACHE = ['--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/eslint/'];

for (const part of PARTS) {
  const { status, signal } = spawnSync(
    process.execPath,
    ['--max-old-space-size=5120', 'node_modules/eslint/bin/eslint.js', ...CACHE, ...part],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) {
    if (signal) process.stderr.write(`ESLint was ended by ${signal}\n`);
    process.exit(1);
  }
}
