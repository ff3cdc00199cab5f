import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';

export interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root, so root lends it an account; anyone else runs it as themselves (undefined). */
export function databaseAccount(folder?: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owned = folder && statSync(join(folder, 'cluster'), { throwIfNoEntry: false });
  if (owned && owned.uid !== 0) return { uid: owned.uid, gid: owned.gid };
  const found = accountNamed('postgres');
  if (found) return found;
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  const made = accountNamed('postgres') ?? accountNamed('nobody');
  if (made) return made;
  throw new CannotStart(
    'PostgreSQL cannot run as root and no account "postgres" could be made: run npm as an ordinary user.',
    'PostgreSQL không chạy được bằng quyền root và không tạo được tài khoản "postgres": hãy chạy npm bằng tài khoản thường.',
  );
}

function accountNamed(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Asked of the system itself, as that account: modes, parents, mounts and access lists all have their say. */
export function canUse(folder: string, account: Account | undefined): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { ...account, stdio: 'ignore' }).status === 0;
}
