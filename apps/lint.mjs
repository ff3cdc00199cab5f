import { spawnSync } from 'node:child_process';

/**
 * ESLint in parts, each by a process of its own: with the types of everything in one, it needs more memory than a process is given. The
 * pages need the most, since each of their questions has the type of its answer.
 */
const PARTS = {
  programs: [['libs/**/*.ts', 'prisma-free-schema/**/*.ts'], ['apps/*/src/**/*.ts', '--ignore-pattern', 'apps/web/**'], ['test/**/*.ts']],
  pages: [
    ['apps/web/*.ts', 'apps/web/src/{api,app,ui}/**/*.{ts,tsx}', 'apps/web/src/features/{contest,identity,notice,units}/**/*.{ts,tsx}'],
    ['apps/web/src/features/**/*.{ts,tsx}', '--ignore-pattern', 'apps/web/src/features/{contest,identity,notice,units,rollout,scoring}/**'],
    ['apps/web/src/features/{rollout,scoring}/**/*.{ts,tsx}'],
  ],
};

/** `programs`, `pages`, or both. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`No part ${unknown.join(', ')}: there are ${Object.keys(PARTS).join(', ')}`);

for (const [name, parts] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const cache = ['--cache', '--cache-strategy', 'content', '--cache-location', `node_modules/.cache/eslint-${name}/`];
  for (const part of parts) {
    const { status, signal } = spawnSync(
      process.execPath,
      ['--max-old-space-size=5120', 'node_modules/eslint/bin/eslint.js', ...cache, ...part],
      { stdio: 'inherit' },
    );
    if (status === 0) continue;
    if (signal) process.stderr.write(`ESLint was ended by ${signal}\n`);
    process.exit(1);
  }
}
