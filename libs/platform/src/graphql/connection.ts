import { type Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { type Page, type PageArgs, type PageInfo } from '#lib/kernel';

@ArgsType()
export class PageArguments implements PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many rows, 1 to 100; 50 where neither this nor `last` is given.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the row to start after.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many rows, 1 to 100, from the end or before `before`; in the order of the list. Not beside `first`.',
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the row to end before.' })
  before?: string | null;
}

@ObjectType('PageInfo', { description: 'Where a page ends, and whether the list goes on there.' })
export class PageInfoObject implements PageInfo {
  @Field() hasPreviousPage!: boolean;
  @Field() hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) startCursor!: string | null;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

/** `<Name>Connection` of a type: rows with cursors, and the total. */
export function connectionOf<T>(name: string, node: Type<T>): Type<Page<T>> {
  @ObjectType(`${name}Edge`, { description: 'A row of a page, with its cursor.' })
  class Edge {
    @Field({ description: 'The place of the row, to go on after it or before it.' }) cursor!: string;
    @Field(() => node, { description: 'The row.' }) node!: T;
  }

  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class Connection {
    @Field(() => Int, { description: 'How many there are in all, of what you may see.' }) totalCount!: number;
    @Field(() => [Edge], { description: 'The rows of the page, in the order of the list.' }) edges!: Edge[];
    @Field(() => PageInfoObject, { description: 'Where the page ends.' }) pageInfo!: PageInfoObject;
  }
  return Connection;
}
