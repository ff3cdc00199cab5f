import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { SystemClock } from '#lib/kernel';
import {
  type BackupReport,
  type Config,
  ObjectStore,
  makeBackup,
  migrate,
  openOrm,
  openStore,
  restoreBackup,
  verifyAudit,
} from '#lib/platform';
import { nameOf, nextAt, surplus } from '../apps/api/src/backup-times.js';
import { entities } from '../apps/api/src/libraries.js';
import { aContest } from './support/contests.js';
import { createEmptyDatabase, markMigrated } from './support/database.js';
import { seasonGround } from './support/demo-world.js';
import { aDistrict } from './support/factories.js';
import { type RunningContest, startContest, startOn } from './support/harness.js';
import { aDraft } from './support/initiatives.js';

const LOADING_MS = 180_000;

let source: string;
let contest: RunningContest;
let scratch: string;
let number = 0;

beforeAll(async () => {
  contest = await startOn(await seasonGround(), '2026-11-23T02:00:00Z');
  source = contest.config.databaseUrl;
  await markMigrated(source);
  scratch = await mkdtemp(join(tmpdir(), 'backup-'));
}, LOADING_MS);

afterAll(async () => {
  await contest.stop();
  await rm(scratch, { recursive: true, force: true });
});

const freshFolder = () => join(scratch, `folder-${String((number += 1))}`);

async function back(folder = freshFolder()): Promise<BackupReport & { folder: string }> {
  const { databaseUrl, secret } = contest.config;
  return { ...(await makeBackup({ databaseUrl, store: contest.get(ObjectStore), folder, secret, withSecret: true })), folder };
}

/** A restore into a database and a disk store of its own; what is left of both afterwards is handed to `look`. */
async function restored<T>(folder: string, look: (at: { url: string; dataDir: string; failure: unknown }) => Promise<T>): Promise<T> {
  const target = await createEmptyDatabase();
  const dataDir = freshFolder();
  const store = await openStore({ ...contest.config, dataDir, s3: null } satisfies Config, new SystemClock());
  try {
    const failure = await restoreBackup({ entities, databaseUrl: target.url, store, folder }).then(
      () => null,
      (error: unknown) => error,
    );
    return await look({ url: target.url, dataDir, failure });
  } finally {
    await target.drop();
  }
}

async function asked<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A fingerprint of the rows of each table, whatever the order of its columns, and how many there are; and of every sequence. */
async function contentOf(url: string): Promise<Record<string, string>> {
  const tables = await asked<{ name: string }>(
    url,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration' order by 1`,
  );
  const content: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await asked<{ told: string }>(
      url,
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(to_jsonb(t)::text), '' order by md5(to_jsonb(t)::text))), '') as told from "${name}" t`,
    );
    content[name] = row!.told;
  }
  for (const { name, value } of await asked<{ name: string; value: string }>(
    url,
    "select sequencename as name, last_value as value from pg_sequences where sequencename <> 'migration_id_seq'",
  ))
    content[`sequence ${name}`] = value;
  return content;
}

async function filesOf(dataDir: string): Promise<string[]> {
  const names = await readdir(join(dataDir, 'files'), { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test('the demo season comes back as it was: every row of every table, every sequence, every file, and the chain to its head', async () => {
  const backup = await back();
  const before = await contentOf(source);
  expect([backup.missing, backup.files.count > 0, backup.tables.some(({ rows }) => rows > 1000)]).toEqual([[], true, true]);
  await restored(backup.folder, async ({ url, dataDir, failure }) => {
    expect(failure).toBeNull();
    expect(await contentOf(url)).toEqual(before);
    expect((await filesOf(dataDir)).length).toBe(backup.files.count);
    const orm = openOrm(entities, { url, poolSize: 1 });
    expect(await verifyAudit(orm.em.fork().getKysely() as never, backup.auditHead)).toMatchObject({ fault: null, head: backup.auditHead });
    await orm.close();
  });
});

test('people work on a restored database, and what was sent once before is known again', async () => {
  const backup = await back();
  await restored(backup.folder, async ({ url, dataDir }) => {
    const again = await startContest('2026-11-23T02:00:00Z', { DATABASE_URL: url, DATA_DIR: dataDir });
    try {
      const district = await aDistrict(again);
      const year = await aContest(again, district, { headConfirms: false });
      expect((await aDraft(again, district, year)).id).toEqual(expect.any(String));
    } finally {
      await again.app.close();
    }
  });
});

test('a backup made while people write is of one moment: it comes back with every constraint and the chain whole', async () => {
  const district = await aDistrict(contest);
  const year = await aContest(contest, district, { headConfirms: false });
  let writing = true;
  const writers = [1, 2].map(async () => {
    let written = 0;
    while (writing) {
      await aDraft(contest, district, year);
      written += 1;
    }
    return written;
  });
  const backup = await back();
  writing = false;
  const written = (await Promise.all(writers)).reduce((a, b) => a + b);
  expect(written).toBeGreaterThan(0);
  await restored(backup.folder, async ({ url, failure }) => {
    expect(failure).toBeNull();
    const [row] = await asked<{ drafts: string; authors: string }>(
      url,
      `select count(distinct i.id) as drafts, count(*) as authors from initiative i join initiative_author a on a.initiative_id = i.id where i.contest_id = '${year.id}'`,
    );
    expect(Number(row!.drafts)).toBeLessThanOrEqual(written);
    expect(row!.authors).toBe(row!.drafts);
  });
});

const damages: [string, string, (folder: string) => Promise<void>][] = [
  ['no manifest', 'BACKUP_MISSING', (folder) => rm(join(folder, 'manifest.json'))],
  ['a manifest that is none', 'BACKUP_DAMAGED', (folder) => writeFile(join(folder, 'manifest.json'), '{')],
  ['a table with one letter changed', 'BACKUP_DAMAGED', (folder) => rewrite(folder, (text) => text.replace('Phòng', 'Phong'))],
  ['a table with a row less', 'BACKUP_DAMAGED', (folder) => rewrite(folder, (text) => text.slice(text.indexOf('\n') + 1))],
  [
    'a table that is cut',
    'BACKUP_DAMAGED',
    async (folder) => writeFile(unitTable(folder), (await readFile(unitTable(folder))).subarray(0, 200)),
  ],
  ['a file with one byte changed', 'BACKUP_DAMAGED', spoilFile],
  ['a list of files with a line less', 'BACKUP_DAMAGED', spoilList],
  ['another version', 'BACKUP_OTHER_VERSION', (folder) => changeManifest(folder, (text) => text.replace('.sql"', '-2.sql"'))],
  ['another layout', 'BACKUP_OTHER_VERSION', (folder) => changeManifest(folder, (text) => text.replace('"format": 1', '"format": 2'))],
];

const unitTable = (folder: string) => join(folder, 'tables', 'unit.copy.gz');

async function rewrite(folder: string, change: (text: string) => string): Promise<void> {
  await writeFile(unitTable(folder), gzipSync(change(gunzipSync(await readFile(unitTable(folder))).toString())));
}

async function changeManifest(folder: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, 'manifest.json');
  await writeFile(path, change(await readFile(path, 'utf8')));
}

async function spoilFile(folder: string): Promise<void> {
  const [group = ''] = await readdir(join(folder, 'files'));
  const [name = ''] = await readdir(join(folder, 'files', group));
  const path = join(folder, 'files', group, name);
  const bytes = await readFile(path);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

async function spoilList(folder: string): Promise<void> {
  const path = join(folder, 'files.ndjson');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.slice(text.indexOf('\n') + 1));
}

let whole: string | undefined;

test.each(damages)('%s is refused with %s, and no row is written', async (_, code, damage) => {
  whole ??= (await back()).folder;
  const folder = freshFolder();
  await cp(whole, folder, { recursive: true });
  await damage(folder);
  await restored(folder, async ({ url, failure }) => {
    expect(failure).toMatchObject({ code });
    expect(Object.values(await contentOf(url)).filter((told) => !told.startsWith('0 '))).toEqual([]);
  });
});

test('a database that cannot take the rows says nothing of the backup, and nothing is left in it', async () => {
  whole ??= (await back()).folder;
  const target = await createEmptyDatabase();
  await migrate(entities, target.url);
  await asked(
    target.url,
    `create function no_room() returns boolean language plpgsql as $$ begin raise 'no room' using errcode = '53100'; end $$;
     alter table unit add constraint room check (no_room())`,
  );
  const store = await openStore({ ...contest.config, dataDir: freshFolder(), s3: null } satisfies Config, new SystemClock());
  await expect(restoreBackup({ entities, databaseUrl: target.url, store, folder: whole })).rejects.toMatchObject({ code: '53100' });
  expect(Object.values(await contentOf(target.url)).filter((told) => !told.startsWith('0 '))).toEqual([]);
  await target.drop();
});

test('a database that has rows is refused and left as it was', async () => {
  const { folder } = await back();
  const before = await contentOf(source);
  await expect(restoreBackup({ entities, databaseUrl: source, store: contest.get(ObjectStore), folder })).rejects.toMatchObject({
    code: 'DATABASE_NOT_EMPTY',
  });
  expect(await contentOf(source)).toEqual(before);
});

test('a folder in use is refused, and a file that the store has lost is named while the rest is whole', async () => {
  const { folder } = await back();
  await expect(back(folder)).rejects.toMatchObject({ code: 'BACKUP_FOLDER_IN_USE' });

  const [lost] = await asked<{ sha256: string }>(source, 'select min(sha256) as sha256 from stored_file');
  await contest.get(ObjectStore).remove(`files/${lost!.sha256}`);
  const backup = await back();
  expect(backup.missing).toEqual([lost!.sha256]);
  const failed = await restored(backup.folder, ({ failure }) => Promise.resolve(failure));
  expect(failed).toBeNull();
});

test.each([
  ['2026-11-25T18:59:59Z', '2026-11-25T19:00:00.000Z', '2026-11-26T0200'],
  ['2026-11-25T19:00:00Z', '2026-11-26T19:00:00.000Z', '2026-11-27T0200'],
  ['2026-12-31T20:00:00Z', '2027-01-01T19:00:00.000Z', '2027-01-02T0200'],
])('after %s the next daily backup of 02:00 in Hà Nội is due at %s and called %s', (now, due, name) => {
  expect(nextAt(new Date(now), '02:00').toISOString()).toBe(due);
  expect(nameOf(new Date(due))).toBe(name);
});

test('of whole backups the newest stay; what was broken off or is somebody else’s is left alone', () => {
  expect(surplus(['2026-11-26T0200', '2026-11-24T0200', '2026-11-25T0200', '2026-11-23T0200.part', 'ghi-chu'], 2)).toEqual([
    '2026-11-24T0200',
  ]);
});
