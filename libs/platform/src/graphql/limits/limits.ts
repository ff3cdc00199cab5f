/**
 * How large one request may be. `repeats` are pairs of fields of one name in one place, which validation compares each with each;
 * `fields` counts them with all fragments written out. Depth and cost of what reads the schema are counted for themselves.
 */
export const LIMITS = {
  depth: 12,
  schemaDepth: 20,
  aliases: 20,
  directives: 30,
  tokens: 3000,
  cost: 25_000,
  repeats: 2_000,
  fields: 5_000,
} as const;

/** The refusals of a request beyond a limit, and the limit that each names. */
export const LIMIT_CODES = {
  QUERY_TOO_DEEP: LIMITS.depth,
  QUERY_TOO_MANY_ALIASES: LIMITS.aliases,
  QUERY_TOO_MANY_DIRECTIVES: LIMITS.directives,
  QUERY_TOO_LONG: LIMITS.tokens,
  QUERY_TOO_COSTLY: LIMITS.cost,
} as const;

export type LimitCode = keyof typeof LIMIT_CODES;
