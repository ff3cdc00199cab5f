import { registerEnumType } from '@nestjs/graphql';

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
