/** The most of a text, of a stack, of a list or an object, and of a whole line that is logged; what is beyond is counted. */
const LONGEST = { text: 1000, stack: 6000, items: 20, keys: 30, depth: 4, line: 16_000 };

/** By these names values never reach the log: what opens an account, and what is sealed. */
const KEPT_OUT = /passw|secret|token|cookie|authori[sz]ation|credential|nonce|marks?$|comments?$|otp|recovery/i;

/** What a terminal or an editor would obey or hide: controls beyond ASCII's, line and paragraph separators, directions, zero-width characters. */
const INVISIBLE = /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu;

const escaped = (text: string): string =>
  text.replace(INVISIBLE, (character) =>
    Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );

/** What PostgreSQL tells beside a message, and MikroORM writes into it: rows and values, which may be anybody's and are sealed until a round closes. */
const ROWS = /(\n ?)?-? ?\b(detail|parameters): [^]*?(?=\n[ \t]+at |$)/gi;

/** A text about an error without the rows that it is about. */
export const withoutRows = (text: string): string => text.replace(ROWS, '');

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most)}… (${String(text.length)} characters)`;

/** Of an error what says where it is; the database's own `detail`, `where` and `parameters` are not among it. */
function errorFacts(error: Error, depth: number): Record<string, unknown> {
  const { code, constraint, table, column } = error as { code?: unknown; constraint?: unknown; table?: unknown; column?: unknown };
  const facts = { name: error.name, message: error.message, code, constraint, table, column };
  return {
    ...(printable(facts, depth + 1) as object),
    ...(error.stack !== undefined && { stack: cut(withoutRows(error.stack), LONGEST.stack) }),
    ...(error.cause !== undefined && { cause: printable(error.cause, depth + 1) }),
  };
}

/** The same value, bounded, without what must not be logged, and such that JSON can say it. */
export function printable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cut(withoutRows(value), /\n[ \t]+at /.test(value) ? LONGEST.stack : LONGEST.text);
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return cut(String(value), LONGEST.text);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= LONGEST.depth) return '…';
  if (value instanceof Error) return errorFacts(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `${String(value.byteLength)} bytes`;
  if (value instanceof Map || value instanceof Set) return printable([...value.entries()], depth);
  if (Array.isArray(value)) {
    const shown = value.slice(0, LONGEST.items).map((item) => printable(item, depth + 1));
    return value.length > LONGEST.items ? [...shown, `… (${String(value.length)} items)`] : shown;
  }
  const fields = Object.entries(value);
  const shown = fields
    .slice(0, LONGEST.keys)
    .map(([key, field]) => [cut(key, 100), KEPT_OUT.test(key) ? 'kept out' : printable(field, depth + 1)]);
  return Object.fromEntries([...shown, ...(fields.length > LONGEST.keys ? [['…', `${String(fields.length)} fields`]] : [])]);
}

/** One event as one line of JSON, whatever is in it. `record` is printable already. */
export function lineOf(record: Readonly<Record<string, unknown>>): string {
  const line = JSON.stringify(record);
  if (line.length <= LONGEST.line) return escaped(line);
  const { time, level, context, message, id } = record;
  return escaped(JSON.stringify({ time, level, context, id, message, cut: `${line.slice(0, 8000)}…` }));
}
