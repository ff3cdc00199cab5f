/** What a token's scopes are cut by: the contexts, and by which nouns of permissions each is known. */
export const NOUNS = {
  UNITS: ['unit'],
  IDENTITY: ['person'],
  NOTICE: [],
  CONTEST: ['contest', 'seat'],
  INITIATIVE: ['initiative'],
  SCORING: ['assignment', 'conflict', 'correction', 'jury', 'round', 'scorecard', 'standings'],
  AWARD: ['award'],
  ROLLOUT: ['adoption', 'report', 'rollout'],
  FILES: [],
  JOBS: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TokenContext = keyof typeof NOUNS;
export const TOKEN_CONTEXTS = Object.keys(NOUNS) as readonly TokenContext[];

/** Accounts, roles, the audit log and what did not get through are for people: no scope opens them. */
export const IN_PERSON: readonly string[] = ['account', 'audit', 'delivery', 'grant'];

export type TokenScope = `${TokenContext}_${'READ' | 'WRITE'}`;
export const TOKEN_SCOPES: readonly TokenScope[] = TOKEN_CONTEXTS.flatMap((context) => [
  `${context}_READ` as const,
  `${context}_WRITE` as const,
]);

/** The context that an operation belongs to: by the noun of its permission, or by its own word where it is open to anyone signed in. */
export function tokenContextOf({
  permission,
  context,
}: {
  readonly permission: string;
  readonly context: string | null;
}): TokenContext | null {
  const noun = permission.split(':')[0] ?? '';
  const named = context?.toUpperCase();
  const isOf = (one: TokenContext) => (permission === 'self' ? one === named : (NOUNS[one] as readonly string[]).includes(noun));
  return TOKEN_CONTEXTS.find(isOf) ?? null;
}
