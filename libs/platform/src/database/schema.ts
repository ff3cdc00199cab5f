import { readFileSync } from 'node:fs';
import { projectFile } from '../project-file.js';
import { type Orm } from './orm.js';

const FUNCTIONS = 'prisma-free-schema/functions.sql';

/** The whole schema as SQL, as the entities describe it now. Functions on text come before the tables whose indexes use them. */
export async function schemaSql(orm: Orm): Promise<string> {
  const tables = await orm.schema.getCreateSchemaSQL({ wrap: false });
  const [extensions = '', ...functions] = readFileSync(projectFile(FUNCTIONS), 'utf8').split(/(?=^-- )/m);
  const onText = functions.filter((part) => part.includes('fold_text'));
  const others = functions.filter((part) => !part.includes('fold_text'));
  return [extensions, ...onText, tables.trim(), '', ...others].join('\n');
}
