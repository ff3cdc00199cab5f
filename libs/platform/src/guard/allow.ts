import { type CanActivate, type ExecutionContext, Injectable, SetMetadata, applyDecorators, createParamDecorator } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type GraphQLResolveInfo, type OperationTypeNode } from 'graphql';
import { type Actor, type GuardedOperation, Refused, type Way, refuseIf } from '#lib/kernel';
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

/** Every operation passes here, whatever executes it: what a person may do, and what the session may that they come by. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const permission = permissionOf(this.reflector, execution.getHandler() as Handler);
    if (permission === NOBODY) return true;
    if (execution.getType<string>() !== 'graphql') throw new Refused('FORBIDDEN');
    const gql = GqlExecutionContext.create(execution);
    const { actor } = gql.getContext<GraphqlContext>();
    if (!actor) throw new Refused('UNAUTHENTICATED');
    if (permission === undefined) throw new Refused('FORBIDDEN');
    const { operation } = gql.getInfo<GraphQLResolveInfo>();
    refuseIf(actor.limit?.whyNot(this.operationOf(execution.getHandler() as Handler, permission, operation.operation)) ?? null);
    if (!actor.can(permission)) throw new Refused('FORBIDDEN');
    return true;
  }

  private operationOf(handler: Handler, permission: string, kind: `${OperationTypeNode}`): GuardedOperation {
    const { context = null, way = null } = this.reflector.get<Scope | undefined>(SCOPE, handler) ?? {};
    return {
      permission,
      context,
      way: way ?? (kind === 'mutation' ? 'WRITE' : 'READ'),
      beforeSecondFactor: this.reflector.get<boolean | undefined>(BEFORE_FACTOR, handler) === true,
    };
  }
}

/** The signed-in person; null in a public operation that nobody signed in for, or with a session that has a limit: it is as public to that. */
export const CurrentActor = createParamDecorator((_: unknown, execution: ExecutionContext): Actor | null => {
  const { actor } = GqlExecutionContext.create(execution).getContext<GraphqlContext>();
  const isPublic = Reflect.getMetadata(PERMISSION, execution.getHandler()) === NOBODY;
  return isPublic && actor?.limit ? null : actor;
});
