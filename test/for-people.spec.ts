import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** The code without what was sorted or searched by the one way there is. */
const SOURCES = globSync('{libs,apps}/**/*.ts', { cwd: ROOT, exclude: ['**/*.spec.ts', '**/dist/**', 'apps/web/**', 'apps/bench/**'] })
  .filter((file) => !file.endsWith('for-people.ts') && !file.endsWith('kernel/src/text.ts'))
  .map((file) => ({ file, code: readFileSync(join(ROOT, file), 'utf8') }));

const NAMES = String.raw`(?:full_name|fullName|name_vi|nameVi|name_en|nameEn|title\w*|label|abbreviation|source(?! =)|file_name)\b`;
// An order ends where its clause, its parenthesis or the statement does.
const ORDER = new RegExp(String.raw`order by(?:(?!vietnamese|\blimit\b|\`|\)).)*?\b${NAMES}|column: sql\`[^\`]*\b${NAMES}\``, 'gs');

const placesOf = (pattern: RegExp, sources = SOURCES): string[] =>
  sources.flatMap(({ file, code }) => [...code.matchAll(pattern)].map(([found]) => `${file}: ${found.replace(/\s+/g, ' ').slice(0, 100)}`));

const IN_CODE_ORDER = /localeCompare|\.(?:toSorted|sort)\(\([^)]*\) =>[^;\n]*(?:[nN]ame|[tT]itle)\w* [<>]/g;
const BY_PATTERN = /\b(?:i?like|similar to)\b\s*(?:\$\{|'|\()|to_tsquery|~\*?\s*\$\{|regexp_\w+\([^)]*\$\{/gi;

test('names and titles are sorted as Vietnamese wherever SQL orders by one', () => {
  expect(placesOf(ORDER)).toEqual([]);
});

test('names and titles are sorted by `byVietnamese` wherever the program orders by one', () => {
  expect(placesOf(IN_CODE_ORDER)).toEqual([]);
});

test('nobody writes a pattern for LIKE, a regular expression or a text query but `holds`', () => {
  expect(placesOf(BY_PATTERN)).toEqual([]);
});

test.each([
  [ORDER, 'sql`select json_agg(p.full_name order by p.full_name, p.id)`'],
  [ORDER, 'sql`select * from unit u order by u.kind, u.name_vi`'],
  [ORDER, 'order: [{ column: sql`i.title`, key: 1 }]'],
  [IN_CODE_ORDER, 'rows.sort((a, b) => a.title.localeCompare(b.title))'],
  [IN_CODE_ORDER, 'rows.toSorted((a, b) => (a.nameVi < b.nameVi ? -1 : 1))'],
  [BY_PATTERN, 'sql`title like ${pattern}`'],
  [BY_PATTERN, "sql`fold_text(i.title) like '%' || fold_text(${search}) || '%'`"],
  [BY_PATTERN, 'sql`words @@ to_tsquery(${search})`'],
])('one that is planted is seen (%#)', (pattern, code) => {
  expect(placesOf(pattern, [{ file: 'planted.ts', code }])).toHaveLength(1);
});
