/** How large one request may be. */
export const LIMITS = { depth: 12, aliases: 20, directives: 30, tokens: 3000, cost: 20_000 } as const;

/** The refusals of a request beyond a limit, and the limit that each names. */
export const LIMIT_CODES: Readonly<Record<string, number>> = {
  QUERY_TOO_DEEP: LIMITS.depth,
  QUERY_TOO_MANY_ALIASES: LIMITS.aliases,
  QUERY_TOO_MANY_DIRECTIVES: LIMITS.directives,
  QUERY_TOO_LONG: LIMITS.tokens,
  QUERY_TOO_COSTLY: LIMITS.cost,
};
