import { type GuardedOperation, Refused, type SessionLimit, type Way, type WhyNot } from '#lib/kernel';
import { type TokenScope, tokenContextOf } from './token-scope.js';

export interface LimitFacts {
  /** Of a program's token; null for a person's own session. */
  readonly scopes: readonly TokenScope[] | null;
  /** The person must have a second factor, and came in without one. */
  readonly lacksFactor: boolean;
}

/** What a session may do at most; null where it has no limit. */
export function limitOf({ scopes, lacksFactor }: LimitFacts): SessionLimit | null {
  if (scopes === null && !lacksFactor) return null;
  return {
    whyNot: (operation) => (scopes && whyNotInScope(scopes, operation)) ?? (lacksFactor ? whyNotBeforeFactor(operation) : null),
    reaches: (context, way) => !lacksFactor && (scopes === null || scopes.some((scope) => isOf(scope, context, way))),
  };
}

const isOf = (scope: TokenScope, context: string, way: Way | undefined): boolean =>
  way ? scope === `${context.toUpperCase()}_${way}` : scope.startsWith(`${context.toUpperCase()}_`);

/** `TOKEN_SCOPE`: to read takes the reading scope of the operation's context, to change the writing one. What has no context is for people. */
function whyNotInScope(scopes: readonly TokenScope[], operation: GuardedOperation): WhyNot {
  const context = tokenContextOf(operation);
  return context && scopes.some((scope) => isOf(scope, context, operation.way)) ? null : new Refused('TOKEN_SCOPE');
}

const whyNotBeforeFactor = ({ beforeSecondFactor }: GuardedOperation): WhyNot => (beforeSecondFactor ? null : new Refused('FACTOR_NEEDED'));
