const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** The same moment is the same, however it is written: `+00:00` or `Z`, with or without thousandths that are none. */
function plain(value: unknown): unknown {
  if (typeof value === 'string' && MOMENT.test(value)) return new Date(value).getTime();
  if (Array.isArray(value)) return value.map(plain);
  return value;
}

/** Where two answers first differ, field by field, as a sentence; null where they are the same. */
export function difference(ours: unknown, theirs: unknown, path = ''): string | null {
  const [a, b] = [plain(ours), plain(theirs)];
  if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object') {
    const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
    for (const field of fields) {
      const at = path ? `${path}.${field}` : field;
      const found = difference((a as Record<string, unknown>)[field], (b as Record<string, unknown>)[field], at);
      if (found) return found;
    }
    return null;
  }
  return a === b ? null : `${path}: ${JSON.stringify(a)} of the product, ${JSON.stringify(b)} of the floor`;
}

/** Cursors name the same place where their keys are the same: compared as what they stand for. */
export function opened(answer: unknown, keysOf: (cursor: string) => unknown): unknown {
  if (answer === null || typeof answer !== 'object') return answer;
  if (Array.isArray(answer)) return answer.map((one) => opened(one, keysOf));
  return Object.fromEntries(
    Object.entries(answer).map(([field, value]) => [
      field,
      field === 'endCursor' && typeof value === 'string' ? keysOf(value) : opened(value, keysOf),
    ]),
  );
}
