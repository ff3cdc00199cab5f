import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { type Account, canUse, databaseAccount } from './postgres-account.js';
import { type Settings } from './settings.js';

const PROJECT = join(import.meta.dirname, '..', '..', '..', '..');
const SYSTEM_FOLDER = '/var/lib/sang-kien';

export interface DataFolder {
  readonly path: string;
  /** The account PostgreSQL runs under; undefined where it is our own. */
  readonly account: Account | undefined;
  /** True where the project's folder could not be reached by that account. */
  readonly elsewhere: boolean;
}

/** `.data` in the project; where PostgreSQL's account cannot get there, a folder under /var/lib that this project always finds again. */
export function dataFolder(settings: Settings): DataFolder {
  const wanted = resolve(PROJECT, settings.dataDir ?? '.data');
  makeFolder(wanted);
  if (settings.databaseUrl) return { path: wanted, account: undefined, elsewhere: false };
  const account = databaseAccount(join(wanted, 'postgres'));
  if (offers(wanted, account)) return { path: wanted, account, elsewhere: false };
  if (account === undefined || settings.dataDir) throw cannotWrite(wanted, 'postgres');
  const named = createHash('sha256').update(realpathSync(PROJECT)).digest('hex').slice(0, 12);
  const other = join(SYSTEM_FOLDER, named);
  makeFolder(SYSTEM_FOLDER);
  makeFolder(other);
  const owner = databaseAccount(join(other, 'postgres'));
  if (!offers(other, owner)) throw cannotWrite(other, 'postgres');
  return { path: other, account: owner, elsewhere: true };
}

/** One launcher to a folder: the kernel frees the name when the one who holds it dies, however it dies. */
export async function holdFolder(path: string): Promise<void> {
  const name = `\0sang-kien-${createHash('sha256').update(realpathSync(path)).digest('hex')}`;
  await new Promise<void>((done, refuse) => {
    const holder = createServer().once('error', () => {
      refuse(new CannotStart(`It is running already, on the data in ${path}.`, `Chương trình đang chạy rồi, trên dữ liệu ở ${path}.`));
    });
    holder.listen(name, done).unref();
  });
}

/** Signs links to files; made once, so that links and sessions live through a restart. */
export function secretOf(path: string): string {
  const file = join(path, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function makeFolder(path: string): void {
  try {
    makeWithParents(path);
    // Passed through by PostgreSQL's account, read by nobody but its owner.
    if (process.getuid?.() === 0 && statSync(path).uid === 0) chmodSync(path, 0o711);
  } catch (error) {
    throw cannotWrite(path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  if (!canUse(path, undefined)) throw cannotWrite(path, 'EACCES');
}

/** Node's own recursive mkdir never comes back from a folder that the kernel makes up, such as /proc. */
function makeWithParents(path: string): void {
  if (existsSync(path)) return;
  makeWithParents(dirname(path));
  mkdirSync(path);
}

function offers(path: string, account: Account | undefined): boolean {
  const folder = join(path, 'postgres');
  const there = existsSync(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  if (canUse(folder, account)) return true;
  if (!there) rmSync(folder, { recursive: true });
  return false;
}

function cannotWrite(path: string, reason: string): CannotStart {
  return new CannotStart(
    `The data folder ${path} cannot be written (${reason}); set DATA_DIR to one that can.`,
    `Không ghi được vào thư mục dữ liệu ${path} (${reason}); hãy đặt DATA_DIR tới thư mục ghi được.`,
  );
}
