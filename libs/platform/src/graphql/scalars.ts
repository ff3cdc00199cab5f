import { type CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { Decimal, Refused, isDay, localDate, meantNumber, readMoment } from '#lib/kernel';

// No scalar is wider than the columns that keep it: what one of these lets in, PostgreSQL takes.

const shown = (value: unknown): string => String(value).slice(0, 40);

const literal = (node: ValueNode): unknown =>
  node.kind === Kind.STRING ? node.value : node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : undefined;

/** As PostgreSQL writes one in JSON, in UTC as all connections speak: read as digits, since lists show them by the thousand. */
const WRITTEN_MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)?\+00:00$/;

function fromMoment(value: unknown): string {
  const [, seconds, fraction = ''] = (typeof value === 'string' && WRITTEN_MOMENT.exec(value)) || [];
  if (seconds !== undefined) return `${seconds}.${fraction.padEnd(3, '0')}Z`;
  return (value instanceof Date ? value : new Date(value as string)).toISOString();
}

/** A moment: ISO 8601 with a zone; shown in UTC. */
@Scalar('DateTime', () => Date)
export class DateTimeScalar implements CustomScalar<string, Date> {
  description = 'A moment, ISO 8601 with its zone, to the millisecond, from 1900 to 2200, e.g. 2026-10-15T22:00:00+07:00.';

  serialize(value: unknown): string {
    return fromMoment(value);
  }

  parseValue(value: unknown): Date {
    const moment = typeof value === 'string' ? readMoment(value) : null;
    if (!moment) throw new Refused('MOMENT_INVALID', { given: shown(value) });
    return moment;
  }

  parseLiteral(node: ValueNode): Date {
    return this.parseValue(literal(node));
  }
}

const toLocalDate = (value: unknown): string => {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new Refused('DAY_INVALID', { given: shown(value) });
};

/** A calendar day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const LocalDateScalar = new GraphQLScalarType<string>({
  name: 'LocalDate',
  description: 'A calendar day in Asia/Ho_Chi_Minh, YYYY-MM-DD, from 1900 to 2200.',
  serialize: (value) => (value instanceof Date ? localDate(value) : String(value).slice(0, 10)),
  parseValue: toLocalDate,
  parseLiteral: (node) => toLocalDate(literal(node)),
});

/** The text as it was typed: whether `1.000` is one or a thousand is for the rule of the field to say. */
const toDecimal = (value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^-?\d{1,18}(\.\d{1,12})?$/.test(text)) return text;
  throw noNumber('DECIMAL', value);
};

/** As PostgreSQL writes one: only zeros that say nothing after the point are too much of it for the wire. */
const WRITTEN = /^(0|[1-9]\d*)(?:\.0*|(\.\d*[1-9])0*)?$/;

const fromDecimal = (value: unknown): string => {
  const [, whole, decimals = ''] = (typeof value === 'string' && WRITTEN.exec(value)) || [];
  if (whole !== undefined) return whole + decimals;
  return Decimal.isDecimal(value) ? value.toFixed() : new Decimal(String(value)).toFixed();
};

/** An exact decimal, as a string on the wire. */
export const DecimalScalar = new GraphQLScalarType<string>({
  name: 'Decimal',
  description:
    'An exact decimal as a string, e.g. "88.25": at most 18 digits, then a point and at most 12 decimals; nothing between thousands.',
  serialize: fromDecimal,
  parseValue: toDecimal,
  parseLiteral: (node) => toDecimal(literal(node)),
});

/** More than any budget that is spoken of here, and exact in JSON's numbers. */
const MOST_DONG = 999_999_999_999_999;

const toDong = (value: unknown): number => {
  const dong = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof dong === 'number' && Number.isInteger(dong) && dong >= 0 && dong <= MOST_DONG) return dong;
  throw noNumber('DONG', value);
};

/** Money in whole đồng. */
export const DongScalar = new GraphQLScalarType<number>({
  name: 'Dong',
  description: 'Money in whole đồng, at most 999999999999999; nothing between thousands.',
  serialize: (value) => Number(value),
  parseValue: toDong,
  parseLiteral: (node) => toDong(literal(node)),
});

function noNumber(what: 'DECIMAL' | 'DONG', value: unknown): Refused {
  const meant = typeof value === 'string' && value.length <= 40 ? meantNumber(value) : null;
  return meant === null
    ? new Refused(`${what}_INVALID`, { given: shown(value) })
    : new Refused('NUMBER_GROUPED', { given: shown(value), meant });
}
