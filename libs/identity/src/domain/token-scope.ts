/**
 * What a token's scopes are cut by: the contexts, by which nouns of permissions each is known, and whether there is anything in it that a
 * program may change.
 */
export const NOUNS = {
  UNITS: ['calendar', 'unit'],
  IDENTITY: ['person'],
  NOTICE: [],
  CONTEST: ['contest'],
  INITIATIVE: ['initiative'],
  SCORING: ['assignment', 'conflict', 'correction', 'jury', 'round', 'scorecard', 'standings'],
  AWARD: ['award'],
  ROLLOUT: ['adoption', 'report', 'rollout'],
  PROCEDURE: ['licence', 'procedure'],
  FEEDBACK: ['action', 'case', 'comment', 'counter', 'inspection', 'rating', 'signal', 'slip', 'transaction'],
  REFORM: ['index'],
  RECOGNITION: ['recognition'],
  PILOT: ['pilot'],
  HANDOVER: ['handover'],
  EMULATION: ['achievement', 'hold'],
  PAPERWORK: ['paper'],
  FILES: [],
  JOBS: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TokenContext = keyof typeof NOUNS;
export const TOKEN_CONTEXTS = Object.keys(NOUNS) as readonly TokenContext[];

/**
 * Accounts, roles and seats, by which people come to a say in the judging; the audit log, and what did not get through: they are for
 * people, and no scope opens them.
 */
export const IN_PERSON: readonly string[] = ['account', 'audit', 'delivery', 'grant', 'seat'];

/** People are read; whatever changes them is about accounts or roles. */
const ONLY_READ = 'IDENTITY';

export type TokenScope = `${TokenContext}_READ` | `${Exclude<TokenContext, typeof ONLY_READ>}_WRITE`;
const scopesOf = (context: TokenContext): readonly TokenScope[] =>
  context === ONLY_READ ? [`${context}_READ`] : [`${context}_READ`, `${context}_WRITE`];
export const TOKEN_SCOPES: readonly TokenScope[] = TOKEN_CONTEXTS.flatMap(scopesOf);

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
