import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';

const ROOT = join(import.meta.dirname, '..');
const DEPCRUISE = join(ROOT, 'node_modules/.bin/depcruise');

/** A small tree with both doors of every library, to plant one import in. */
function aTree(): string {
  const tree = mkdtempSync(join(tmpdir(), 'direction-'));
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs', '.dependency-cruiser.folders.mjs'])
    cpSync(join(ROOT, file), join(tree, file));
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  for (const lib of [
    'kernel',
    'statistics',
    'documents',
    'platform',
    'units',
    'identity',
    'notice',
    'contest',
    'initiative',
    'jury',
    'scoring',
    'result',
    'award',
    'rollout',
    'procedure',
    'feedback',
    'reform',
    'recognition',
    'pilot',
    'handover',
    'emulation',
    'paperwork',
  ]) {
    put(tree, `libs/${lib}/src/index.ts`, `export const ${lib} = 1;\n`);
    put(tree, `libs/${lib}/src/domain/index.ts`, `export interface ${lib}Thing { id: string }\n`);
    put(tree, `libs/${lib}/src/domain/inner.ts`, 'export const inner = 1;\n');
    put(tree, `libs/${lib}/src/graphql/inner.ts`, 'export const inner = 1;\n');
  }
  put(tree, 'apps/api/src/main.ts', 'export const main = 1;\n');
  put(tree, 'test/harness.ts', 'export const harness = 1;\n');
  return tree;
}

function put(tree: string, path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

/** The names of the rules that are broken in a tree. */
function brokenRules(tree: string, folders = ['libs', 'apps', 'test'], config = '.dependency-cruiser.mjs'): string[] {
  const cruised = spawnSync(DEPCRUISE, [...folders, '--config', config, '--output-type', 'json'], {
    cwd: tree,
    encoding: 'utf8',
  });
  const { summary } = JSON.parse(cruised.stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))];
}

/** One planted import: the rule it must break, and where it stands. */
const PLANTED: [rule: string, file: string, text: string][] = [
  ['no-cycles', 'libs/contest/src/domain/inner.ts', "export { a } from './other.js';\n"],
  ['domain-stands-alone', 'libs/contest/src/domain/rule.ts', "import { Module } from '@nestjs/common';\nexport const rule = Module;\n"],
  ['domain-stands-alone', 'libs/contest/src/domain/rule.ts', "import { readFile } from 'node:fs';\nexport const rule = readFile;\n"],
  ['domain-stands-alone', 'libs/contest/src/domain/rule.ts', "import { units } from '#lib/units';\nexport const rule = units;\n"],
  [
    'application-knows-no-transport',
    'libs/contest/src/application/x.service.ts',
    "import { inner } from '../graphql/inner.js';\nexport const x = inner;\n",
  ],
  ['transport-touches-no-database', 'libs/contest/src/graphql/x.resolver.ts', "import { sql } from 'kysely';\nexport const x = sql;\n"],
  [
    'through-the-front-door',
    'libs/scoring/src/application/x.ts',
    "import { inner } from '../../../contest/src/domain/inner.js';\nexport const x = inner;\n",
  ],
  [
    'apps-through-the-front-door',
    'apps/api/src/x.ts',
    "import { inner } from '../../../libs/contest/src/domain/inner.js';\nexport const x = inner;\n",
  ],
  [
    'contest-imports-only-what-stands-before-it',
    'libs/contest/src/application/x.ts',
    "import { scoring } from '#lib/scoring';\nexport const x = scoring;\n",
  ],
  [
    'contest-imports-only-what-stands-before-it',
    'libs/contest/src/domain/x.ts',
    "import { type scoringThing } from '#domain/scoring';\nexport type X = scoringThing;\n",
  ],
  ['every-library-has-a-place', 'libs/extra/src/index.ts', "import { kernel } from '#lib/kernel';\nexport const x = kernel;\n"],
  [
    'nothing-imports-an-app-or-a-test',
    'libs/rollout/src/application/x.ts',
    "import { main } from '../../../../apps/api/src/main.js';\nexport const x = main;\n",
  ],
  ['resolves', 'libs/contest/src/application/x.ts', "import { y } from './nowhere.js';\nexport const x = y;\n"],
];

test.each(PLANTED)('%s: %s', (rule, file, text) => {
  const tree = aTree();
  try {
    if (rule === 'no-cycles')
      put(tree, 'libs/contest/src/domain/other.ts', "import { inner } from './inner.js';\nexport const a = inner;\n");
    put(tree, file, text);
    expect(brokenRules(tree)).toContain(rule);
  } finally {
    rmSync(tree, { recursive: true });
  }
});

test('two folders that need each other by different files are found, and what one needs of the other is none', () => {
  const tree = aTree();
  const circles = () => brokenRules(tree, ['libs'], '.dependency-cruiser.folders.mjs');
  try {
    put(tree, 'libs/scoring/src/domain/card/a.ts', 'export const a = 1;\n');
    put(tree, 'libs/scoring/src/domain/round/b.ts', "import { a } from '../card/a.js';\nexport const b = a;\n");
    expect(circles()).toEqual([]);
    put(tree, 'libs/scoring/src/domain/round/c.ts', 'export const c = 1;\n');
    put(tree, 'libs/scoring/src/domain/card/d.ts', "import { c } from '../round/c.js';\nexport const d = c;\n");
    expect(circles()).toEqual(['no-circles-of-folders']);
  } finally {
    rmSync(tree, { recursive: true });
  }
});

test('what the order allows breaks no rule', () => {
  const tree = aTree();
  try {
    put(
      tree,
      'libs/scoring/src/domain/x.ts',
      "import { type contestThing } from '#domain/contest';\nimport { kernel } from '#lib/kernel';\nexport const x = (thing: contestThing) => [thing, kernel];\n",
    );
    put(tree, 'libs/scoring/src/application/x.ts', "import { contest } from '#lib/contest';\nexport const x = contest;\n");
    expect(brokenRules(tree)).toEqual([]);
  } finally {
    rmSync(tree, { recursive: true });
  }
});
