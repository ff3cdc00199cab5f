import { globSync, readFileSync } from 'node:fs';
import { type GraphQLObjectType, buildSchema } from 'graphql';
import { projectFile } from '#lib/platform';

/** Tables of a list that the server sorts, and that show it in one order all the same: by file and list, with the reason. */
const IN_ONE_ORDER_ALL_THE_SAME: Readonly<Record<string, string>> = {
  'initiative/pages/my-initiatives.tsx myInitiatives': 'a handful a person; what one wrote last stands on top',
};

/** Tables that are written out by hand, and why the one data table is none for them. */
const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  'The order is the result, or what the rule book makes of it; bands and lines of the cut stand between its rows.': [
    'award/office/award-table.tsx',
    'result/office/correction-impact.tsx',
    'result/office/final-table.tsx',
    'result/office/firmness.tsx',
    'result/office/looks.tsx',
    'result/office/standings-table.tsx',
  ],
  'A sheet or a law as it was written down, criterion by criterion or day by day.': [
    'contest/parts/how-judged.tsx',
    'contest/rule-book/trial-sheet.tsx',
    'procedure/parts/version.tsx',
    'scoring/calibration-spread.tsx',
    'scoring/card-table.tsx',
    'scoring/earlier-versions.tsx',
    'scoring/scale-table.tsx',
    'scoring/sheet-difference.tsx',
    'units/parts/year-of-days.tsx',
  ],
  'The order was drawn.': ['scoring/office/slots.tsx', 'scoring/pages/presentation.tsx'],
  'Work, who waits longest on top.': ['contest/year/who-waits.tsx'],
  'Two records, or a few things, side by side.': [
    'identity/pages/compare-records.tsx',
    'rollout/office/commune-fields.tsx',
    'rollout/parts/source-table.tsx',
    'scoring/office/proposal.tsx',
  ],
  'The numbers behind a picture, or the picture on paper.': [
    'award/pages/dashboard.tsx',
    'rollout/matrix/curve-chart.tsx',
    'rollout/matrix/printed-matrix.tsx',
  ],
};

/** As many columns, beside what is always there, fit a screen of an office without a choice among them. */
const MOST_COLUMNS = 6;

const FEATURES = 'apps/web/src/features/';
const files = globSync(`${FEATURES}**/*.tsx`, { cwd: projectFile('.') }).map((path) => ({
  path: path.slice(FEATURES.length),
  text: readFileSync(projectFile(path), 'utf8'),
}));

interface Table {
  readonly path: string;
  /** Of the schema; null where its rows are no list of it. */
  readonly list: string | null;
  readonly element: string;
  readonly text: string;
}

const query = buildSchema(readFileSync(projectFile('prisma-free-schema/schema.graphql'), 'utf8')).getQueryType() as GraphQLObjectType;
const isSorted = (list: string): boolean => query.getFields()[list]?.args.some(({ name }) => name === 'order') ?? false;

const tables: readonly Table[] = files.flatMap(({ path, text }) =>
  [...text.matchAll(/<DataTable[\s\S]*?\n\s*\/>/g)].map(([element]) => {
    const said = /data: (?:asked\.data\?\.)?(\w+) \}\}/.exec(element)?.[1] ?? /list: '(\w+)'/.exec(element)?.[1];
    return { path, text, element, list: said !== undefined && query.getFields()[said] ? said : null };
  }),
);

test('every data table is read here', () => {
  const written = files.reduce((sum, { text }) => sum + (text.match(/<DataTable\b/g)?.length ?? 0), 0);

  expect(tables).toHaveLength(written);
});

test('a table of a list that the server sorts is sorted by it, or it is said why not', () => {
  const inOneOrder = tables.filter(({ list, element }) => list !== null && isSorted(list) && element.includes('inOneOrder='));

  expect(inOneOrder.map(({ path, list }) => `${path} ${list ?? ''}`)).toEqual(Object.keys(IN_ONE_ORDER_ALL_THE_SAME));
});

test('a table that is sorted has a column whose head asks for it', () => {
  const sorted = tables.filter(({ element }) => element.includes('onOrder='));

  expect(sorted.length).toBeGreaterThan(25);
  expect(sorted.filter(({ text }) => !/\border: (?:\[|'|BY_|NAME_ORDERS)|useDossierColumns/.test(text)).map(({ path }) => path)).toEqual(
    [],
  );
});

test('a table that is not written as the one data table has a reason', () => {
  const byHand = files.filter(({ text }) => /<table\b/.test(text)).map(({ path }) => path);

  expect(byHand.sort()).toEqual(Object.values(BY_HAND).flat().sort());
});

test('the place in a list stands in the address, where its table has a file or a choice of order', () => {
  const kept = tables.filter(({ element, text }) => /file=\{\{|onOrder=/.test(element) && /onPage=\{setAfter\}/.test(element + text));

  expect(kept.map(({ path }) => path)).toEqual([]);
});

test('a table of a list with many columns has a choice among them', () => {
  const wide = tables.filter(({ element, text }) => {
    if (!element.includes('onPage=') || !/file=\{\{/.test(element)) return false;
    const columns = text.match(/\bkey: '/g)?.length ?? 0;
    const fixed = text.match(/\bfixed: true/g)?.length ?? 0;
    return columns - fixed > MOST_COLUMNS && !text.includes('<ColumnChoice');
  });

  expect(wide.map(({ path }) => path)).toEqual([]);
});

/** The columns that lists have as files, by the names of the lists. */
function columnsOfFiles(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const path of globSync('libs/*/src/graphql/*.exports.ts', { cwd: projectFile('.') })) {
    const text = readFileSync(projectFile(path), 'utf8');
    const keysIn = (part: string) =>
      [...part.matchAll(/\b(?:\w+\.)?(?:text|figure|money|word|day|moment|yesNo)\(\s*'(\w+)'/g)].map(([, key = '']) => key);
    const [shared = '', ...lists] = text.split('exports.list(');
    for (const part of lists) {
      const name = /name: '(\w+)'/.exec(part)?.[1];
      if (name !== undefined) found.set(name, [...keysIn(shared), ...keysIn(part)]);
    }
  }
  return found;
}

test('what a shown column is in the file is a column of that file', () => {
  const inFiles = columnsOfFiles();
  const unknown = tables.flatMap(({ path, text, element, list }) => {
    const named = /list: '(\w+)'/.exec(element)?.[1] ?? list;
    const known = named === null ? [] : (inFiles.get(named) ?? []);
    const said = [...text.matchAll(/inFile: \[([^\]]*)\]/g)].flatMap(([, keys = '']) =>
      [...keys.matchAll(/'(\w+)'/g)].map(([, key = '']) => key),
    );
    return said.filter((key) => !known.includes(key)).map((key) => `${path} ${key}`);
  });

  expect(unknown).toEqual([]);
});

test('where one chooses columns, each is in the file or says with its neighbours what the file has', () => {
  const choosing = files.filter(({ text }) => text.includes('<ColumnChoice') && !text.includes('useDossierColumns'));
  const without = choosing.filter(({ text }) => !/inFile: \[/.test(text));

  expect(without.map(({ path }) => path)).toEqual([]);
});
