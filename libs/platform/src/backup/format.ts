import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import type pg from 'pg';
import { type MigrationFile } from '../database/migration-files.js';

/** The layout of a backup's folder; another number is another layout. */
export const FORMAT = 1;

/** A table as it was copied out: the columns that are written, its rows, and the SHA-256 of PostgreSQL's own text of them. */
export interface TableCopy {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly sha256: string;
}

export interface SequenceState {
  readonly name: string;
  /** Null where it was never asked. */
  readonly lastValue: string | null;
}

/** What a backup says of itself. Written last, so that a folder without it is none. */
export interface BackupManifest {
  readonly format: number;
  /** ISO 8601, UTC: the moment of the snapshot. */
  readonly madeAt: string;
  readonly migrations: readonly MigrationFile[];
  readonly tables: readonly TableCopy[];
  readonly sequences: readonly SequenceState[];
  /** The last entry of the audit log; null where it is empty. */
  readonly auditHead: string | null;
  /** Of the list of files, and how much they are. */
  readonly files: { readonly count: number; readonly bytes: number; readonly sha256: string };
  /** The first 16 hexadecimal digits of a hash of APP_SECRET, and whether the secret itself lies in the folder. */
  readonly secret: { readonly id: string; readonly included: boolean };
}

/** A line of the list of files. */
export interface FileLine {
  readonly sha256: string;
  readonly size: number;
  readonly contentType: string;
}

export const inBackup = (folder: string) => ({
  manifest: join(folder, 'manifest.json'),
  tables: join(folder, 'tables'),
  table: (name: string) => join(folder, 'tables', `${name}.copy.gz`),
  fileList: join(folder, 'files.ndjson'),
  files: join(folder, 'files'),
  /** In 256 folders, so that none holds too many. */
  file: (sha256: string) => join(folder, 'files', sha256.slice(0, 2), sha256),
  secret: join(folder, 'secret'),
});

export function secretId(secret: string): string {
  return createHash('sha256').update(`backup ${secret}`).digest('hex').slice(0, 16);
}

/** Passes everything on; `sha256` and `bytes` are those of what has passed. */
export class Measure extends Transform {
  private readonly hash = createHash('sha256');
  bytes = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  get sha256(): string {
    return this.hash.copy().digest('hex');
  }
}

/** The tables that are copied, with the columns that can be written: all of the schema but the record of migrations, which those make anew. */
export async function tablesOf(client: pg.ClientBase): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname`);
  return rows;
}
