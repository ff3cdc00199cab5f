import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { CalibrationQueries, type CalibrationOverviewRow, type CalibrationRow } from '../application/calibration/calibration.queries.js';
import { CalibrationService } from '../application/calibration/calibration.service.js';
import {
  CalibrationArguments,
  CalibrationObject,
  CalibrationOverviewObject,
  FinishCalibrationInput,
  FinishCalibrationResult,
  SetCalibrationSamplesInput,
  SetCalibrationSamplesResult,
  SignCalibrationCardInput,
  SignCalibrationCardResult,
} from './calibration.types.js';

@Resolver(() => CalibrationObject)
export class CalibrationResolver {
  constructor(
    private readonly calibrations: CalibrationService,
    private readonly queries: CalibrationQueries,
  ) {}

  @Query(() => CalibrationObject, { nullable: true, description: 'The samples you score before a round, and the spread once you have.' })
  @Allow('scorecard:sign')
  calibration(@CurrentActor() judge: Actor, @Args() { roundId }: CalibrationArguments): Promise<CalibrationRow | null> {
    return this.queries.calibration(judge, roundId);
  }

  @Query(() => CalibrationOverviewObject, {
    nullable: true,
    description: 'Who has scored the samples of a round, and how far apart they are.',
  })
  @Allow('round:manage')
  calibrationOverview(@CurrentActor() actor: Actor, @Args() { roundId }: CalibrationArguments): Promise<CalibrationOverviewRow | null> {
    return this.queries.overview(actor, roundId);
  }

  @Mutation(() => SetCalibrationSamplesResult, { description: 'The two samples of a planned round, in place of those there are.' })
  @Allow('round:manage')
  @Refusable()
  setCalibrationSamples(@CurrentActor() actor: Actor, @Args('input') input: SetCalibrationSamplesInput): Promise<CalibrationOverviewRow> {
    return this.calibrations.setCalibrationSamples(actor, input);
  }

  @Mutation(() => SignCalibrationCardResult, { description: 'Your marks for a sample. Final.' })
  @Allow('scorecard:sign')
  @Refusable()
  signCalibrationCard(@CurrentActor() judge: Actor, @Args('input') input: SignCalibrationCardInput): Promise<CalibrationRow> {
    return this.calibrations.signCalibrationCard(judge, input);
  }

  @Mutation(() => FinishCalibrationResult, { description: 'You have seen the spread: the real cards of the round open to you.' })
  @Allow('scorecard:sign')
  @Refusable()
  finishCalibration(@CurrentActor() judge: Actor, @Args('input') input: FinishCalibrationInput): Promise<CalibrationRow> {
    return this.calibrations.finishCalibration(judge, input);
  }
}
