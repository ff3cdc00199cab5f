import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { InitiativeNameObject } from '#lib/initiative';
import { RolloutNameObject } from '#lib/award';
import { DecimalScalar, LocalDateScalar } from '#lib/platform';
import { type ExpectedFigure, type GivenFigure } from '../application/expected-figures.queries.js';
import { AmountFields } from './figure.types.js';
import { IndicatorObject } from './rollout.types.js';

@ObjectType('GivenFigure', { description: 'A number of a report, with its own window.' })
export class GivenFigureObject extends AmountFields implements GivenFigure {
  @Field(() => ID) id!: string;
  @Field(() => LocalDateScalar) startsOn!: string;
  @Field(() => LocalDateScalar) endsOn!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The figure; null for a ratio, which has its two parts.' })
  declare value: string | null;
  @Field({ description: 'Where the figure comes from.' }) source!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field({ description: 'Of the period that it was reported in.' }) periodNameVi!: string;
  @Field({ description: 'Of the period that it was reported in, in English.' }) periodNameEn!: string;
}

@ObjectType('ExpectedFigure', { description: 'A number that a commune is asked for in a period.' })
export class ExpectedFigureObject implements Omit<ExpectedFigure, 'indicator'> {
  @Field(() => ID, { description: "The indicator's." }) id!: string;
  @Field(() => RolloutNameObject, { description: 'The roll-out whose number it is.' }) rollout!: RolloutNameObject;
  @Field(() => InitiativeNameObject, { description: 'What is rolled out.' }) initiative!: InitiativeNameObject;
  @Field(() => LocalDateScalar, { description: 'The day the rollout began on.' }) startedOn!: string;
  @Field(() => IndicatorObject, { description: 'What is counted.' }) indicator!: IndicatorObject;
  @Field({ description: 'Whether the system counts it by itself, so that it need not be reported.' }) countedBySystem!: boolean;
  @Field(() => GivenFigureObject, {
    nullable: true,
    description: 'What its report of the period says so far; null where it says nothing, or you may not read it.',
  })
  current!: GivenFigureObject | null;
  @Field(() => GivenFigureObject, {
    nullable: true,
    description: 'What it said in the last period before, of those you may read; null where there is none.',
  })
  last!: GivenFigureObject | null;
}

@ArgsType()
export class ExpectedFiguresArguments {
  @Field(() => ID) @IsUUID() periodId!: string;
  @Field(() => ID) @IsUUID() unitId!: string;
}
