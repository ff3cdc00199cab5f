import { globSync, readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { projectFile } from '#lib/platform';

const read = (file: string): string => readFileSync(projectFile(file), 'utf8');
const foundIn = (files: readonly string[], pattern: RegExp): string[] => [
  ...new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name = '']) => name))),
];

const worded = new Set(foundIn(globSync(projectFile('apps/web/src/features/audit/words/*.ts')), /^ {2}'?([\w.:]+)'?: msg`/gm));

test('the log calls every act of the API by words', () => {
  const mutations = buildSchema(read('prisma-free-schema/schema.graphql')).getMutationType()?.getFields() ?? {};

  expect(Object.keys(mutations).filter((name) => !worded.has(name))).toEqual([]);
});

test('the log calls by words what the system does by itself', () => {
  const sources = globSync(projectFile('libs/*/src/**/*.ts')).filter((file) => !file.includes('.spec.'));
  const acts = foundIn(sources, /\.act\(\s*\w+,\s*'([\w.:]+)'/g);

  expect(acts.length).toBeGreaterThan(200);
  expect(acts.filter((name) => !worded.has(name))).toEqual([]);
});

test('the log calls by words what the clock does piece by piece, and long acts', () => {
  const sources = globSync(projectFile('libs/*/src/**/*.ts')).filter((file) => !file.includes('.spec.'));
  const holding = (what: RegExp) => sources.filter((file) => what.test(readFileSync(file, 'utf8')));
  const schedules = foundIn(holding(/pieces\.each\(|`job:\$\{SCHEDULE\}`/), /(?:@Every\(|SCHEDULE = )'([\w.]+)'/g);
  const kinds = foundIn(sources, /\b(?:VERIFY|MAKE_\w+|PROPOSE_\w+|CHECK_IMPORT|APPLY_IMPORT) = '(\w+\.\w+)'/g);

  expect([schedules.length > 15, kinds.length > 5]).toEqual([true, true]);
  expect([...schedules, ...kinds].filter((name) => !worded.has(`job:${name}`))).toEqual([]);
});

test('the log calls by words what acts are done to', () => {
  const sources = globSync(projectFile('libs/*/src/**/*.ts'));
  const lists = foundIn(sources, /\btypes: (\[[^\]]*\])/g).join(' ');
  const types = [...lists.matchAll(/'([A-Z]\w+)'/g)].map(([, name = '']) => name);

  expect(types.length).toBeGreaterThan(50);
  expect(types.filter((name) => !worded.has(name))).toEqual([]);
});
