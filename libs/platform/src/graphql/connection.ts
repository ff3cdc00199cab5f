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

@ObjectType('PageInfo', { description: 'Where a page ends, and whether rows follow.' })
export class PageInfoObject {
  @Field() hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

/** `<Name>Connection` of a type: rows with cursors, and the total. */
export function connectionOf<T>(name: string, node: Type<T>): Type<Page<T>> {
  @ObjectType(`${name}Edge`, { description: 'A row of a page, with its cursor.' })
  class Edge {
    @Field({ description: 'The place of the row, to go on after it.' }) cursor!: string;
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
