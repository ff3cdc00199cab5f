/** What was said of something: without the fields that were left out, so that those stay as they are. Null is said. */
export function said<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
