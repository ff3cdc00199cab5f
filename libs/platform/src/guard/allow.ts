import { type CanActivate, type ExecutionContext, Injectable, SetMetadata, applyDecorators, createParamDecorator } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type GraphQLResolveInfo, type OperationTypeNode } from 'graphql';
import { type Actor, type GuardedOperation, Refused, type Way, type WhyNot, refuseIf } from '#lib/kernel';
import { type GraphqlContext } from '../graphql/context.js';

const PERMISSION = 'platform:permission';
const SCOPE = 'platform:scope';
const BEFORE_FACTOR = 'platform:before-second-factor';
export const NOBODY = 'public';

interface Scope {
  readonly context: string | null;
  readonly way: Way | null;
}

/**
 * What one must be permitted to call this: `noun:verb`, or `self` for anyone signed in. What has neither this nor `@Public` is forbidden.
 * What is `self` says whose context it is; where it does not, no program's token opens it, whatever its scopes. A query reads and a
 * mutation writes, where no other way is named: a query may hand out what is written with.
 */
export const Allow = (permission: string, context: string | null = null, way: Way | null = null) =>
  applyDecorators(SetMetadata(PERMISSION, permission), SetMetadata(SCOPE, { context, way } satisfies Scope));

/** Open to who must still set up a second factor. Few, and listed in the permission table. */
export const BeforeSecondFactor = () => SetMetadata(BEFORE_FACTOR, true);

/** Needs nobody's account. Few, and listed in the permission table. */
export const Public = () => SetMetadata(PERMISSION, NOBODY);

/** The permission that an operation names: `public`, `self`, `noun:verb`; undefined where it names none. */
export const permissionOf = (reflector: Reflector, handler: () => unknown): string | undefined =>
  reflector.get<string | undefined>(PERMISSION, handler);

type Handler = () => unknown;

/** Why somebody may not call this: the session's limit, or that no role of theirs permits it. */
export function whyNotCall(reflector: Reflector, actor: Actor, handler: Handler, kind: `${OperationTypeNode}`): WhyNot {
  const permission = permissionOf(reflector, handler);
  if (permission === NOBODY) return null;
  if (permission === undefined) return new Refused('FORBIDDEN');
  const limited = actor.limit?.whyNot(operationOf(reflector, handler, { permission, kind })) ?? null;
  return limited ?? (actor.can(permission) ? null : new Refused('FORBIDDEN'));
}

function operationOf(
  reflector: Reflector,
  handler: Handler,
  { permission, kind }: { readonly permission: string; readonly kind: `${OperationTypeNode}` },
): GuardedOperation {
  const { context = null, way = null } = reflector.get<Scope | undefined>(SCOPE, handler) ?? {};
  return {
    permission,
    context,
    way: way ?? (kind === 'mutation' ? 'WRITE' : 'READ'),
    beforeSecondFactor: reflector.get<boolean | undefined>(BEFORE_FACTOR, handler) === true,
  };
}

/** Every operation passes here, whatever executes it: what a person may do, and what the session may that they come by. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const handler = execution.getHandler() as Handler;
    if (permissionOf(this.reflector, handler) === NOBODY) return true;
    if (execution.getType<string>() !== 'graphql') throw new Refused('FORBIDDEN');
    const gql = GqlExecutionContext.create(execution);
    const { actor } = gql.getContext<GraphqlContext>();
    if (!actor) throw new Refused('UNAUTHENTICATED');
    refuseIf(whyNotCall(this.reflector, actor, handler, gql.getInfo<GraphQLResolveInfo>().operation.operation));
    return true;
  }
}

/** The signed-in person; null in a public operation that nobody signed in for, or with a session that has a limit: it is as public to that. */
export const CurrentActor = createParamDecorator((_: unknown, execution: ExecutionContext): Actor | null => {
  const { actor } = GqlExecutionContext.create(execution).getContext<GraphqlContext>();
  const isPublic = Reflect.getMetadata(PERMISSION, execution.getHandler()) === NOBODY;
  return isPublic && actor?.limit ? null : actor;
});
