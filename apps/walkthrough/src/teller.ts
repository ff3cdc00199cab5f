import { type Refusal } from './player.js';

export type Print = (line: string) => void;

const WIDTH = 100;
const TWO = '2-digit';
const MOMENT = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  ...{ hour: TWO, minute: TWO, second: TWO, day: TWO, month: TWO, year: 'numeric' },
});

/** Tells what happens, line by line, in Vietnamese. */
export class Teller {
  private chapters = 0;

  constructor(private readonly print: Print) {}

  chapter(title: string): void {
    this.chapters += 1;
    this.print('');
    this.print(`━━ ${String(this.chapters)}. ${title} `.padEnd(WIDTH, '━'));
  }

  did(who: string, what: string): void {
    this.print(`  ✔ ${who}: ${what}`);
  }

  refused(who: string, what: string, { code, message, path }: Refusal): void {
    this.print(`  ✘ ${who}: ${what}`);
    this.print(`      bị từ chối [${code}${path ? `, ${path}` : ''}]: ${message}`);
  }

  note(text: string): void {
    this.print(`    ${text}`);
  }

  /** Columns are as wide as what stands in them; those of numbers are flush right. */
  table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): void {
    const widths = heads.map((head, at) => Math.max(...[head, ...rows.map((row) => row[at] ?? '')].map((cell) => cell.length)));
    const numbers = heads.map((_, at) => rows.every((row) => /^[\d.,%\s/đ–-]*$/.test(row[at] ?? '')));
    const line = (cells: readonly string[]): string =>
      widths
        .map((width, at) => (numbers[at] ? (cells[at] ?? '').padStart(width) : (cells[at] ?? '').padEnd(width)))
        .join(' │ ')
        .trimEnd();
    this.print('');
    this.print(`  ${title}`);
    this.print(`  ${line(heads)}`);
    this.print(`  ${widths.map((width) => '─'.repeat(width)).join('─┼─')}`);
    for (const row of rows) this.print(`  ${line(row)}`);
  }
}

/** `08:30:00 ngày 15/10/2026`, in Asia/Ho_Chi_Minh. */
export function moment(at: string | Date): string {
  return MOMENT.format(new Date(at)).replace(' ', ' ngày ');
}

/** An exact decimal of the server as it is written here: `94,33`. */
export function decimal(exact: string | null): string {
  return (exact ?? '0').replace('.', ',');
}

/** `2026-10-15` as officials write it: `15/10/2026`. */
export function day(date: string): string {
  return date.split('-').reverse().join('/');
}
