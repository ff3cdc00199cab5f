import { Inject, Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { GraphQLNonNull, coerceInputValue, isInputObjectType } from 'graphql';
import { Refused, allRefused } from '#lib/kernel';
import { Refusals } from '../refusals/refusals.js';
import { shapePipe } from './input.pipe.js';
import { cleanInput } from './typed-text.js';

/** The input of a mutation, said elsewhere than in an operation: taken as the mutation takes it, by the same schema, and with the same refusals. */
@Injectable()
export class InputShapes {
  constructor(
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    private readonly refusals: Refusals,
  ) {}

  /** All that does not fit is refused at once, each with its path. */
  async take<T extends object>(type: Type<T>, given: object): Promise<T> {
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    const input = schema.getType(type.name);
    if (!isInputObjectType(input)) throw new Error(`${type.name} is no input of the schema`);
    const unfit: Refused[] = [];
    const coerced: unknown = coerceInputValue(given, new GraphQLNonNull(input), (path, _, { originalError }) => {
      if (!(originalError instanceof Refused)) throw originalError ?? new Error(`${type.name} has no ${path.join('.')}`);
      unfit.push(new Refused(originalError.code, originalError.detail, path.join('.')));
    });
    const why = allRefused(unfit);
    if (why) throw why;
    return (await shapePipe(this.refusals).transform(cleanInput(input, coerced), { type: 'body', metatype: type })) as T;
  }
}
