/**
 * What was read anew, only where it is another than before: that something happened which one may not see is not told by an answer that is
 * the same. One that was refused is the last.
 */
export async function* onlyChanges<Result extends { readonly errors?: unknown }>(
  results: AsyncIterable<Result>,
): AsyncGenerator<Result, void> {
  let before: string | null = null;
  for await (const result of results) {
    const now = JSON.stringify(result);
    if (now !== before) yield result;
    if (result.errors) return;
    before = now;
  }
}
