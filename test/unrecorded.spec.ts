import { globSync, readFileSync } from 'node:fs';
import { projectFile } from '#lib/platform';

/** Who may write without an act, and what: nothing else leaves no trace (ADR 45). */
const CALLERS: Readonly<Record<string, string>> = {
  'libs/feedback/src/application/rating.writer.ts': 'takes a rating, and holds those of a burst',
  'libs/feedback/src/application/rating.sweep.ts': 'forgets when bursts were: a day after, its moment would tell',
};

test('nothing writes without an act but what takes a rating, and what forgets when bursts were', () => {
  const files = globSync('{libs,apps}/**/*.{ts,tsx}', { cwd: projectFile('.') }).filter((file) => !file.startsWith('libs/platform/'));
  const calling = files.filter((file) => /\bUnrecorded\b/.test(readFileSync(projectFile(file), 'utf8')));
  expect(calling.sort()).toEqual(Object.keys(CALLERS).sort());
});
