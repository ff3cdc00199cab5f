/** Asia/Ho_Chi_Minh is seven hours ahead the year round. */
const AHEAD_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const NAME = /^\d{4}-\d{2}-\d{2}T\d{4}$/;

/** The next moment after `now` at which the clock of Asia/Ho_Chi_Minh shows `at`, `HH:MM`. */
export function nextAt(now: Date, at: string): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const local = now.getTime() + AHEAD_MS;
  const today = Math.floor(local / DAY_MS) * DAY_MS + (hours * 60 + minutes) * 60_000;
  return new Date((today > local ? today : today + DAY_MS) - AHEAD_MS);
}

/** The folder of the backup that was due then, by the clock of Asia/Ho_Chi_Minh: `2026-11-26T0200`. */
export function nameOf(due: Date): string {
  return new Date(due.getTime() + AHEAD_MS).toISOString().slice(0, 16).replace(/:/g, '');
}

/** The oldest of the whole backups beyond so many; other folders are left alone. */
export function surplus(names: readonly string[], keep: number): string[] {
  const whole = names.filter((name) => NAME.test(name)).sort();
  return whole.slice(0, Math.max(0, whole.length - keep));
}
