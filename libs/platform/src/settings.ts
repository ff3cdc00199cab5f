import { Refused } from '#lib/kernel';

export type Environment = Readonly<Record<string, string | undefined>>;

interface Bounds {
  readonly other: number;
  readonly least?: number;
  readonly most?: number;
}

/** Beyond it a timer of Node's ends at once. */
const LONGEST_MS = 2 ** 31 - 1;
const SHORTEST_MS = 100;

/**
 * Reads what is set from outside, all in one way: what is left out or empty is the other value, and what is not of its kind is refused
 * with `CONFIG_INVALID` and its name, never taken for something else.
 */
export class Settings {
  constructor(private readonly env: Environment) {}

  text(name: string): string | null {
    return this.env[name] || null;
  }

  /** Refuses `CONFIG_MISSING`. */
  required(name: string): string {
    const value = this.text(name);
    if (value === null) throw new Refused('CONFIG_MISSING', { name });
    return value;
  }

  whole(name: string, bounds: Bounds): number {
    return this.number(name, /^\d{1,15}$/, bounds);
  }

  /** Set in milliseconds, of which at least one. */
  milliseconds(name: string, other: number): number {
    return this.whole(name, { other, least: 1, most: LONGEST_MS });
  }

  /** Set in seconds, a tenth at least; in milliseconds. */
  seconds(name: string, otherMs: number): number {
    const bounds = { other: otherMs / 1000, least: SHORTEST_MS / 1000, most: LONGEST_MS / 1000 };
    return Math.round(this.number(name, /^\d{1,10}(\.\d{1,3})?$/, bounds) * 1000);
  }

  /** What the pattern takes. */
  matching(name: string, pattern: RegExp, other: string): string {
    const value = this.env[name] || other;
    if (!pattern.test(value)) throw new Refused('CONFIG_INVALID', { name });
    return value;
  }

  /** An address of one of these schemes, without a slash at its end. */
  address(name: string, schemes: readonly string[]): string | null {
    const value = this.text(name);
    if (value === null) return null;
    if (!schemes.includes(URL.parse(value)?.protocol ?? '')) throw new Refused('CONFIG_INVALID', { name });
    return value.replace(/\/+$/, '');
  }

  private number(name: string, pattern: RegExp, { other, least = 0, most = Number.MAX_SAFE_INTEGER }: Bounds): number {
    const value = Number(this.matching(name, pattern, String(other)));
    if (value < least || value > most) throw new Refused('CONFIG_INVALID', { name });
    return value;
  }
}
