import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  type Type,
  UseInterceptors,
  applyDecorators,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, createUnionType } from '@nestjs/graphql';
import { type GraphQLResolveInfo, getNamedType, isUnionType } from 'graphql';
import { type Observable, catchError, defer, lastValueFrom, of } from 'rxjs';
import { type Locale } from '#lib/kernel';
import { type Effect, noting } from '../database/effect.js';
import { type GraphqlContext } from '../graphql/context.js';
import { NOBODY, permissionOf } from '../guard/allow.js';
import { isKey } from '../mutation/mutation-input.js';
import { MutationKeys } from '../mutation/mutation-keys.js';
import { afterTheAct } from './passing.js';
import { RefusalObject } from './refusal.types.js';
import { Refusals } from './refusals.js';

const IN_STEPS = 'platform:in-steps';

@Injectable()
export class RefusalInterceptor implements NestInterceptor {
  constructor(
    private readonly refusals: Refusals,
    private readonly keys: MutationKeys,
    private readonly reflector: Reflector,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const gql = GqlExecutionContext.create(execution);
    const { actor, locale } = gql.getContext<GraphqlContext>();
    const { input } = gql.getArgs<{ input?: { clientMutationId?: string | null } }>();
    const info = gql.getInfo<GraphQLResolveInfo>();
    const key = input?.clientMutationId;
    // What needs nobody's account is nobody's key; and what it counts, as wrong passwords, must outlast its refusal.
    const keyed = permissionOf(this.reflector, execution.getHandler() as () => unknown) !== NOBODY;
    const inSteps = this.reflector.get<boolean | undefined>(IN_STEPS, execution.getHandler()) ?? false;
    const run = () => lastValueFrom(next.handle() as Observable<{ id: string }>);
    const effect: Effect = { written: false };
    const outcome = () =>
      actor && keyed && isKey(key)
        ? this.keys[inSteps ? 'onceInSteps' : 'once']({ actor, operation: info.fieldName, key, input, resultType: resultTypeOf(info) }, run)
        : run();
    return defer(() => noting(effect, outcome)).pipe(catchError((error: unknown) => of(this.refusal(error, effect, locale))));
  }

  /** A plain object, not the error itself: graphql-js treats a returned Error as a thrown one. */
  private refusal(error: unknown, { written }: Effect, locale: Locale): RefusalObject {
    const found = this.refusals.of(error);
    if (!found) throw error;
    const refused = written ? afterTheAct(found) : found;
    this.refusals.count(refused.code);
    return new RefusalObject(refused, ({ code, detail }) => this.refusals.message(code, detail, locale));
  }
}

/** The member of a result's union that is not the refusal; the schema is sorted, so its place does not tell. */
function resultTypeOf(info: GraphQLResolveInfo): string {
  const result = getNamedType(info.returnType);
  const members = isUnionType(result) ? result.getTypes() : [];
  return members.find((member) => member.name !== 'Refusal')?.name ?? result.name;
}

/** Turns what the method refuses into the `Refusal` member of its result union, and lets the mutation be sent twice. */
export const Refusable = () => UseInterceptors(RefusalInterceptor);

/** The same for a mutation that waits for a store on its way: no transaction is around it, and its key is written by the act of its name. */
export const RefusableInSteps = () => applyDecorators(SetMetadata(IN_STEPS, true), UseInterceptors(RefusalInterceptor));

/** `union <Verb><Noun>Result = <Noun> | Refusal` */
export const orRefusal = (name: string, object: Type): object =>
  createUnionType({
    name,
    types: () => [object, RefusalObject] as const,
    resolveType: (value: unknown) => (value instanceof RefusalObject ? RefusalObject : object),
  }) as object;
