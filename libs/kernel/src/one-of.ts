/** The constraint of a table that a column holds one of these, which are ours and stand in it as they are. */
export const oneOf = (column: string, values: readonly string[]): string =>
  `${column} in (${values.map((value) => `'${value}'`).join(', ')})`;
