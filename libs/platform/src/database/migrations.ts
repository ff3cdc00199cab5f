import { readFileSync, readdirSync } from 'node:fs';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { type MigrationObject } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { Refused } from '#lib/kernel';
import { projectFile } from '../project-file.js';
import { type Entities, ormOptions } from './orm.js';

const FOLDER = 'prisma-free-schema/migrations';

/** Each `*.sql` is one migration, run whole in one transaction, in the order of the names. */
function migrationsList(): MigrationObject[] {
  const files = readdirSync(projectFile(FOLDER)).filter((name) => name.endsWith('.sql'));
  return files.sort().map((name) => ({
    name,
    class: class extends Migration {
      override up(): void {
        this.addSql(readFileSync(projectFile(`${FOLDER}/${name}`), 'utf8'));
      }
    },
  }));
}

/** Brings the database up to this version; returns the names of what was run. Refuses `DATABASE_NEWER` where a later version has been at it. */
export async function migrate(entities: Entities, databaseUrl: string): Promise<string[]> {
  const list = migrationsList();
  const options = ormOptions(entities, { url: databaseUrl, poolSize: 2 });
  const orm = await MikroORM.init({
    ...options,
    extensions: [Migrator],
    logger: () => undefined,
    migrations: { ...options.migrations, migrationsList: list },
  });
  try {
    const known = new Set(list.map(({ name }) => name));
    const unknown = (await orm.migrator.getExecuted()).find(({ name }) => !known.has(name));
    if (unknown) throw new Refused('DATABASE_NEWER', { migration: unknown.name });
    return (await orm.migrator.up()).map(({ name }) => name);
  } finally {
    await orm.close();
  }
}
