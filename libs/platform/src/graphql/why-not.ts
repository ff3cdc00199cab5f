import { Extensions, Field } from '@nestjs/graphql';
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { Refused, type WhyNot } from '#lib/kernel';
import { RefusalObject } from '../refusals/refusal.types.js';
import { type Refusals } from '../refusals/refusals.js';
import { spokenLocale } from './spoken.js';

const REASON = 'why-not';

/** What a row keeps of such a field: what a policy answered, or the code where a statement found it. */
export type Reason = WhyNot | RefusalObject | string;

/**
 * A field that says what stands in the way of something: `null` where nothing does, else a `Refusal` with all of it at once.
 */
export const WhyNotField = (description: string): PropertyDecorator => {
  const field = Field(() => RefusalObject, { nullable: true, description: `${description} Null where nothing stands in the way.` });
  const mark = Extensions({ [REASON]: true });
  return (target, property) => {
    field(target, property);
    mark(target, property);
  };
};

/** Tells the reasons of all such fields in the language of the request. */
export function tellReasons(schema: GraphQLSchema, refusals: Refusals): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) if (field.extensions[REASON]) field.resolve = told(field.name, refusals);
  }
  return schema;
}

const told =
  (name: string, refusals: Refusals): GraphQLFieldResolver<Readonly<Record<string, Reason | undefined>>, unknown> =>
  (row) => {
    const why = row[name] ?? null;
    if (why === null || why instanceof RefusalObject) return why;
    const refused = why instanceof Refused ? why : new Refused(why);
    return new RefusalObject(refused, ({ code, detail }) => refusals.message(code, detail, spokenLocale()));
  };
