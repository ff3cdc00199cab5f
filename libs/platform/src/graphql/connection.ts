import { type Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { type Page, type PageArgs } from '#lib/kernel';

@ArgsType()
export class PageArguments implements PageArgs {
  @Field(() => Int, { defaultValue: 50, description: 'How many rows, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor of the row to start after.' })
  after?: string | null;
}

@ObjectType('PageInfo')
export class PageInfoObject {
  @Field() hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

/** `<Name>Connection` of a type: rows with cursors, and the total. */
export function connectionOf<T>(name: string, node: Type<T>): Type<Page<T>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field() cursor!: string;
    @Field(() => node) node!: T;
  }

  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => Int, { description: 'How many there are in all, of what you may see.' }) totalCount!: number;
    @Field(() => [Edge]) edges!: Edge[];
    @Field(() => PageInfoObject) pageInfo!: PageInfoObject;
  }
  return Connection;
}
