import { readFileSync } from 'node:fs';
import { type Orm } from './orm.js';

/** What the schema has beside tables: extensions and functions. */
export const functionsSql = (): string => readFileSync(new URL('./functions.sql', import.meta.url), 'utf8');

/** The whole schema as SQL, as the entities describe it now. */
export async function schemaSql(orm: Orm): Promise<string> {
  const tables = await orm.schema.getCreateSchemaSQL({ wrap: false });
  const [extensions, ...functions] = functionsSql().split(/(?=^-- )/m);
  return [extensions, ...functions.filter(isTextFunction), tables, ...functions.filter((part) => !isTextFunction(part))].join('\n');
}

/** Functions on text come before the tables whose indexes use them. */
const isTextFunction = (part: string): boolean => part.includes('fold_text');

