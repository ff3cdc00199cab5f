import { applyDecorators } from '@nestjs/common';
import { Field, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import { type OrderKey, reversed } from '../database/listing.js';

/** The orders of a list as an enum of the schema, each with what it says. */
export function orderEnum<Order extends string>(name: string, says: Readonly<Record<Order, string>>): Readonly<Record<Order, Order>> {
  const orders = Object.keys(says) as Order[];
  const values = Object.fromEntries(orders.map((order) => [order, order])) as Record<Order, Order>;
  registerEnumType(values, {
    name,
    description: 'In what order: names and titles as Vietnamese sorts.',
    valuesMap: Object.fromEntries(orders.map((order) => [order, { description: says[order] }])) as Record<Order, { description: string }>,
  });
  return values;
}

const AGE_ORDERS = ['NEWEST', 'OLDEST'] as const;
export type AgeOrder = (typeof AGE_ORDERS)[number];
const AgeOrderEnum = orderEnum<AgeOrder>('AgeOrder', { NEWEST: 'The latest day first.', OLDEST: 'The earliest day first.' });

const BY_DEFAULT: Readonly<Record<AgeOrder, string>> = {
  NEWEST: 'Default: the latest day first.',
  OLDEST: 'Default: the earliest day first.',
};

/** An argument of lists that are ordered by a day: the newest first, or the oldest; left out, as the list says. */
export const AgeOrderField = (leftOut: AgeOrder = 'NEWEST'): PropertyDecorator =>
  applyDecorators(
    Field(() => AgeOrderEnum, { nullable: true, description: BY_DEFAULT[leftOut] }),
    IsOptional(),
    IsIn(AGE_ORDERS),
  );

const NAME_ORDERS = ['NAME', 'NAME_LAST'] as const;
export type NameOrder = (typeof NAME_ORDERS)[number];
const NameOrderEnum = orderEnum<NameOrder>('NameOrder', { NAME: 'By name.', NAME_LAST: 'By name, from its end.' });

/** An argument of lists that are ordered by a name, from its beginning or from its end. */
export const NameOrderField = (): PropertyDecorator =>
  applyDecorators(
    Field(() => NameOrderEnum, { nullable: true, description: 'Default: by name, from its beginning.' }),
    IsOptional(),
    IsIn(NAME_ORDERS),
  );

/** The order of a list that goes by name, as it is asked for. */
export const byName = <T>(fromItsBeginning: readonly OrderKey<T>[], order: NameOrder | null | undefined): readonly OrderKey<T>[] =>
  order === 'NAME_LAST' ? reversed(fromItsBeginning) : fromItsBeginning;

/** The order of a list that has the newest first, as it is asked for. */
export const byAge = <T>(newestFirst: readonly OrderKey<T>[], order: AgeOrder | null | undefined): readonly OrderKey<T>[] =>
  order === 'OLDEST' ? reversed(newestFirst) : newestFirst;
