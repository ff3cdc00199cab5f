import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { plainToInstance } from 'class-transformer';
import { type GraphQLField, coerceInputValue } from 'graphql';
import { Refused } from '#lib/kernel';
import { cleanArguments } from '../graphql/typed-text.js';
import { shapePipe } from '../graphql/input.pipe.js';
import { Refusals } from '../refusals/refusals.js';
import { type Registered } from './exports.js';

type Given = Readonly<Record<string, unknown>>;

/** A file has the whole list: none of these is among the filters. */
const OF_PAGES: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before']);

/** The arguments of a list's query, said beside it: as the query takes them, from the same schema and with the same refusals. */
@Injectable()
export class ListArguments {
  constructor(
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    private readonly refusals: Refusals,
  ) {}

  /** What is kept of them until the file is made. Refuses `EXPORT_FILTER_SHAPE` for what is no JSON object, `EXPORT_FILTER_PAGE` for a page of the list, `EXPORT_FILTER` and `EXPORT_FILTER_VALUE` for what is none of the query's arguments, and as the query would. */
  async take({ name, args }: Registered, json: string | null): Promise<Given> {
    const given = json === null ? {} : objectOf(json);
    const taken = argumentsOf(this.queryOf(name), given);
    await shapePipe(this.refusals).transform(taken, { type: 'body', metatype: args });
    return taken;
  }

  /** As the query's resolver has them. */
  read({ args }: Registered, kept: Given): object {
    return plainToInstance(args, kept);
  }

  private queryOf(name: string): GraphQLField<unknown, unknown> {
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    const query = schema.getQueryType()?.getFields()[name];
    if (!query) throw new Error(`${name} is registered as a list, and no query has the name`);
    return query;
  }
}

function objectOf(json: string): Given {
  try {
    const given: unknown = JSON.parse(json);
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Given;
  } catch {
    // Falls through to the refusal.
  }
  throw new Refused('EXPORT_FILTER_SHAPE', {}, 'filter');
}

/** What the query does not take is refused, as it would refuse it. */
function argumentsOf({ args }: GraphQLField<unknown, unknown>, given: Given): Given {
  const ofPages = Object.keys(given).find((name) => OF_PAGES.has(name));
  if (ofPages !== undefined) throw new Refused('EXPORT_FILTER_PAGE', { argument: ofPages }, `filter.${ofPages}`);
  const unknown = Object.keys(given).find((name) => !args.some((arg) => arg.name === name));
  if (unknown !== undefined) {
    const known = args.map(({ name }) => name).filter((name) => !OF_PAGES.has(name));
    throw new Refused('EXPORT_FILTER', { argument: unknown, known: known.join(', ') }, `filter.${unknown}`);
  }
  const taken = args.flatMap(({ name, type, defaultValue }) => {
    if (!Object.hasOwn(given, name)) return defaultValue === undefined ? [] : [[name, defaultValue] as const];
    const value: unknown = coerceInputValue(given[name], type, (path) => {
      const argument = [name, ...path].join('.');
      throw new Refused('EXPORT_FILTER_VALUE', { argument, type: String(type) }, `filter.${argument}`);
    });
    return [[name, value] as const];
  });
  return cleanArguments(args, Object.fromEntries(taken));
}
