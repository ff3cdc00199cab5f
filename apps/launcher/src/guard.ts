import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';

/**
 * A shell that waits for our end of a pipe to close, as it does however we die, and then ends what we started and what has not ended since,
 * the latest first. A process is known by its number and the moment it began, since the number may be a stranger's by then.
 */
const GUARD = `
trap '' HUP INT TERM
started=
while read -r what process; do
  kept=
  for one in $started; do [ "$one" = "$process" ] || kept="$kept $one"; done
  started=$kept
  [ "$what" = end ] || started="$process $started"
done
lives() { [ "$(cut -d ')' -f 2- "/proc/\${1%%:*}/stat" 2>/dev/null | cut -d ' ' -f 21)" = "\${1#*:}" ]; }
for process in $started; do
  for signal in INT QUIT; do
    lives "$process" && kill -$signal "\${process%%:*}" 2>/dev/null || break
    n=0; while [ $n -lt 100 ] && lives "$process"; do sleep 0.1; n=$((n + 1)); done
  done
done
[ -z "$1" ] || rm -rf "$1"
`;

/** `12345:678901`: the number of a process and the moment it began, in ticks of the kernel; the moment is missing where it has ended already. */
function identityOf(pid: number): string {
  const stat = `/proc/${String(pid)}/stat`;
  const told = existsSync(stat) ? readFileSync(stat, 'utf8') : '';
  return `${String(pid)}:${told.slice(told.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
}

export interface Guard {
  /** Called back when the process has ended by itself. */
  readonly watch: (pid: number) => () => void;
  /** Ends what has not ended yet, and the guard. */
  readonly end: () => Promise<void>;
}

/** The folder, where one is given, is removed at the end. */
export function startGuard(folder: string | undefined): Guard {
  const guard = spawn('/bin/sh', ['-c', GUARD, 'sang-kien-guard', folder ?? ''], {
    cwd: '/',
    env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' },
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined); // a guard that was killed guards nothing more
  guard.unref();
  (guard.stdin as unknown as { unref(): void }).unref();
  return {
    watch: (pid) => {
      const process = identityOf(pid);
      guard.stdin.write(`begin ${process}\n`);
      return () => guard.stdin.write(`end ${process}\n`);
    },
    async end() {
      if (guard.exitCode !== null || guard.signalCode !== null) return;
      guard.ref();
      const gone = once(guard, 'exit');
      guard.stdin.end();
      await gone;
    },
  };
}
