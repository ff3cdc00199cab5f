import { type CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { Decimal, localDate } from '#lib/kernel';

function bad(what: string, value: unknown): GraphQLError {
  return new GraphQLError(`${what}: ${String(value).slice(0, 40)}`, { extensions: { code: 'BAD_USER_INPUT' } });
}

const literal = (node: ValueNode): unknown =>
  node.kind === Kind.STRING ? node.value : node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : undefined;

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A moment: ISO 8601 with a zone; shown in UTC. */
@Scalar('DateTime', () => Date)
export class DateTimeScalar implements CustomScalar<string, Date> {
  description = 'A moment, ISO 8601 with its zone, e.g. 2026-10-15T22:00:00+07:00.';

  serialize(value: unknown): string {
    return value instanceof Date ? value.toISOString() : new Date(value as string).toISOString();
  }

  parseValue(value: unknown): Date {
    if (typeof value === 'string' && MOMENT.test(value)) {
      const moment = new Date(value);
      if (!Number.isNaN(moment.getTime())) return moment;
    }
    throw bad('Not a moment', value);
  }

  parseLiteral(node: ValueNode): Date {
    return this.parseValue(literal(node));
  }
}

const toLocalDate = (value: unknown): string => {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  }
  throw bad('Not a date', value);
};

/** A calendar day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const LocalDateScalar = new GraphQLScalarType<string>({
  name: 'LocalDate',
  description: 'A calendar day in Asia/Ho_Chi_Minh, YYYY-MM-DD.',
  serialize: (value) => (value instanceof Date ? localDate(value) : String(value).slice(0, 10)),
  parseValue: toLocalDate,
  parseLiteral: (node) => toLocalDate(literal(node)),
});

const toDecimal = (value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^-?\d{1,18}(\.\d{1,12})?$/.test(text)) return new Decimal(text).toFixed();
  throw bad('Not a decimal', value);
};

/** An exact decimal, as a string on the wire. */
export const DecimalScalar = new GraphQLScalarType<string>({
  name: 'Decimal',
  description: 'An exact decimal as a string, e.g. "88.25".',
  serialize: (value) => (Decimal.isDecimal(value) ? value.toFixed() : new Decimal(String(value)).toFixed()),
  parseValue: toDecimal,
  parseLiteral: (node) => toDecimal(literal(node)),
});

const toDong = (value: unknown): number => {
  const dong = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof dong === 'number' && Number.isSafeInteger(dong) && dong >= 0) return dong;
  throw bad('Not whole đồng', value);
};

/** Money in whole đồng. */
export const DongScalar = new GraphQLScalarType<number>({
  name: 'Dong',
  description: 'Money in whole đồng.',
  serialize: (value) => toDong(typeof value === 'bigint' ? Number(value) : value),
  parseValue: toDong,
  parseLiteral: (node) => toDong(literal(node)),
});
