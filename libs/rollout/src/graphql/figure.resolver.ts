import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { CumulativeQueries, type CumulativeRead } from '../application/cumulative.queries.js';
import { type ExpectedFigure, ExpectedFiguresQueries } from '../application/expected-figures.queries.js';
import { type FigureListed, FigureQueries } from '../application/figure.queries.js';
import { FigureService } from '../application/figure.service.js';
import { ExpectedFigureObject, ExpectedFiguresArguments } from './expected-figures.types.js';
import {
  CumulativeArguments,
  CumulativeObject,
  FigureConnection,
  FigureObject,
  FiguresArguments,
  RecordFigureInput,
  RecordFigureResult,
  VerifyFigureInput,
  VerifyFigureResult,
} from './figure.types.js';

@Resolver(() => FigureObject)
export class FigureResolver {
  constructor(
    private readonly service: FigureService,
    private readonly queries: FigureQueries,
    private readonly cumulation: CumulativeQueries,
    private readonly expected: ExpectedFiguresQueries,
  ) {}

  @Query(() => FigureConnection, { description: 'The figures of an indicator as they were given.' })
  @Allow('rollout:read')
  figures(@CurrentActor() actor: Actor, @Args() filter: FiguresArguments): Promise<Page<FigureListed>> {
    return this.queries.figures(actor, filter);
  }

  @Query(() => FigureObject, { nullable: true, description: 'One figure; null where you may not see it.' })
  @Allow('rollout:read')
  figure(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<FigureListed | null> {
    return this.queries.figure(actor, id);
  }

  @Query(() => [ExpectedFigureObject], { description: 'What a commune is asked for in a period, with what it said the time before.' })
  @Allow('rollout:read')
  expectedFigures(@CurrentActor() actor: Actor, @Args() args: ExpectedFiguresArguments): Promise<ExpectedFigure[]> {
    return this.expected.expectedFigures(actor, args);
  }

  @Query(() => CumulativeObject, { description: 'What an indicator has added up to since the roll-out began, by unit.' })
  @Allow('rollout:read')
  cumulative(@CurrentActor() actor: Actor, @Args() order: CumulativeArguments): Promise<CumulativeRead> {
    return this.cumulation.cumulative(actor, order);
  }

  @Mutation(() => RecordFigureResult, { description: 'What the press or an inspection says; it stands beside what others say.' })
  @Allow('rollout:manage')
  @Refusable()
  async recordFigure(@CurrentActor() actor: Actor, @Args('input') input: RecordFigureInput): Promise<FigureListed | null> {
    return this.queries.figure(actor, (await this.service.recordFigure(actor, input)).id);
  }

  @Mutation(() => VerifyFigureResult, { description: 'Notes that the office has held a figure against its source.' })
  @Allow('report:approve')
  @Refusable()
  async verifyFigure(@CurrentActor() actor: Actor, @Args('input') input: VerifyFigureInput): Promise<FigureListed | null> {
    return this.queries.figure(actor, (await this.service.verifyFigure(actor, input)).id);
  }
}
