import { type CanActivate, type ExecutionContext, Injectable, SetMetadata, createParamDecorator } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { Refused } from '#lib/kernel';
import { type GraphqlContext } from '../graphql/context.js';

const PERMISSION = 'platform:permission';
export const NOBODY = 'public';

/** What one must be permitted to call this: `noun:verb`, or `self` for anyone signed in. What has neither this nor `@Public` is forbidden. */
export const Allow = (permission: string) => SetMetadata(PERMISSION, permission);

/** Needs nobody's account. Few, and listed in the permission table. */
export const Public = () => SetMetadata(PERMISSION, NOBODY);

/** The permission that an operation names: `public`, `self`, `noun:verb`; undefined where it names none. */
export const permissionOf = (reflector: Reflector, handler: () => unknown): string | undefined =>
  reflector.get<string | undefined>(PERMISSION, handler);

@Injectable()
export class AllowGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const permission = permissionOf(this.reflector, execution.getHandler() as () => unknown);
    if (permission === NOBODY) return true;
    if (execution.getType<string>() !== 'graphql') throw new Refused('FORBIDDEN');
    const { actor } = GqlExecutionContext.create(execution).getContext<GraphqlContext>();
    if (!actor) throw new Refused('UNAUTHENTICATED');
    if (permission === undefined || !actor.can(permission)) throw new Refused('FORBIDDEN');
    return true;
  }
}

/** The signed-in person; null in a public operation that nobody signed in for. */
export const CurrentActor = createParamDecorator(
  (_: unknown, execution: ExecutionContext) => GqlExecutionContext.create(execution).getContext<GraphqlContext>().actor,
);
