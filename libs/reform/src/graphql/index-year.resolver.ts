import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Public, Refusable } from '#lib/platform';
import { IndexComparisonQueries, type IndexComparisonRead } from '../application/index-comparison.queries.js';
import { type IndexYearListed, IndexYearQueries, type IndexYearRead, type UnitIndexRead } from '../application/index-year.queries.js';
import { IndexYearService } from '../application/index-year.service.js';
import {
  IndexComparisonArguments,
  IndexComparisonObject,
  IndexYearArguments,
  IndexYearConnection,
  IndexYearObject,
  IndexYearsArguments,
  OpenIndexYearInput,
  OpenIndexYearResult,
  UnitIndexObject,
} from './index-year.types.js';

@Resolver(() => IndexYearObject)
export class IndexYearResolver {
  constructor(
    private readonly service: IndexYearService,
    private readonly queries: IndexYearQueries,
    private readonly comparisons: IndexComparisonQueries,
  ) {}

  @Query(() => IndexYearConnection, {
    description: 'Years of the reform index of which you read something; the newest first, unless asked otherwise.',
  })
  @Allow('self', 'reform')
  indexYears(@CurrentActor() actor: Actor, @Args() args: IndexYearsArguments): Promise<Page<IndexYearListed>> {
    return this.queries.indexYears(actor, args);
  }

  @Query(() => IndexYearObject, {
    nullable: true,
    description: 'One of them, unit by unit: what is settled, and of the rest what you read; null where there is none.',
  })
  @Allow('self', 'reform')
  indexYear(@CurrentActor() actor: Actor, @Args() { yearId }: IndexYearArguments): Promise<IndexYearRead | null> {
    return this.queries.indexYear(actor, yearId);
  }

  @Query(() => [UnitIndexObject], { description: 'What was settled of one unit over the years, the newest first.' })
  @Allow('self', 'reform')
  unitIndex(@Args('unitId', { type: () => ID }) unitId: string): Promise<UnitIndexRead[]> {
    return this.queries.unitIndex(unitId);
  }

  @Query(() => IndexComparisonObject, {
    nullable: true,
    description:
      'Two years beside one another, by the criteria that mean the same in both: totals of two schemes are not comparable. Null where you do not read both.',
  })
  @Allow('self', 'reform')
  indexComparison(@CurrentActor() actor: Actor, @Args() args: IndexComparisonArguments): Promise<IndexComparisonRead | null> {
    return this.comparisons.indexComparison(actor, args);
  }

  @Query(() => IndexYearConnection, {
    description: 'Years of the reform index in which every unit is settled; the newest first, unless asked otherwise. Needs no account.',
  })
  @Public()
  publicIndexYears(@Args() args: IndexYearsArguments): Promise<Page<IndexYearListed>> {
    return this.queries.publicIndexYears(args);
  }

  @Query(() => IndexYearObject, { nullable: true, description: 'One of them; null where there is none. Needs no account.' })
  @Public()
  publicIndexYear(@Args() { yearId }: IndexYearArguments): Promise<IndexYearRead | null> {
    return this.queries.publicIndexYear(yearId);
  }

  @Mutation(() => OpenIndexYearResult, { description: 'Asks units to score themselves for a year, by a scheme in force.' })
  @Allow('index:keep')
  @Refusable()
  async openIndexYear(@CurrentActor() actor: Actor, @Args('input') input: OpenIndexYearInput): Promise<IndexYearRead | null> {
    return this.queries.indexYear(actor, (await this.service.openIndexYear(actor, input)).id);
  }
}
