import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor } from '#lib/platform';
import { type JudgeStatisticsRow, ResultLooksService, type WhatIfRow } from '../application/result/result-looks.service.js';
import { type StabilityRow, StabilityService } from '../application/result/stability.service.js';
import {
  JudgeStatisticsArguments,
  JudgeStatisticsConnection,
  StabilityArguments,
  StabilityConnection,
  WhatIfArguments,
  WhatIfConnection,
  WhatIfLineObject,
} from './result-looks.types.js';

@Resolver(() => WhatIfLineObject)
export class ResultLooksResolver {
  constructor(
    private readonly looks: ResultLooksService,
    private readonly stabilities: StabilityService,
  ) {}

  @Query(() => WhatIfConnection, {
    description: 'The standings of a closed round as they would be by other rules or without a judge. Nothing is kept but that you looked.',
  })
  @Allow('standings:read')
  whatIf(@CurrentActor() actor: Actor, @Args() args: WhatIfArguments): Promise<Page<WhatIfRow>> {
    return this.looks.whatIf(actor, args);
  }

  @Query(() => JudgeStatisticsConnection, { description: 'How each judge of a closed round marks. Advisory: never dropping anybody.' })
  @Allow('standings:read')
  judgeStatistics(@CurrentActor() actor: Actor, @Args() args: JudgeStatisticsArguments): Promise<Page<JudgeStatisticsRow>> {
    return this.looks.judgeStatistics(actor, args);
  }

  @Query(() => StabilityConnection, {
    description: 'How firm the places of a closed round are: without each judge, and by cards drawn again.',
  })
  @Allow('standings:read')
  stability(@CurrentActor() actor: Actor, @Args() args: StabilityArguments): Promise<Page<StabilityRow>> {
    return this.stabilities.stability(actor, args);
  }
}
