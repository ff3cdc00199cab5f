import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsUUID } from 'class-validator';
import { RolloutNameObject } from '#lib/award';
import { LocalDateScalar } from '#lib/platform';
import { type AdoptionCurve, type CurveOrder } from '../application/adoption-curve.queries.js';
import { CURVE_STEPS, type CurvePoint, type CurveStep } from '../domain/adoption-curve.js';
import { StateCountObject } from './rollout.types.js';

const CurveStepEnum = Object.fromEntries(CURVE_STEPS.map((step) => [step, step]));
registerEnumType(CurveStepEnum, { name: 'CurveStep', description: 'How far apart the points of a curve are.' });

@ObjectType('AdoptionCurvePoint', { description: 'How far a rollout was on a day.' })
export class AdoptionCurvePointObject implements CurvePoint {
  @Field(() => LocalDateScalar, { description: 'At the end of which day.' }) on!: string;
  @Field(() => Int, { description: 'Communes that took part and were not exempt.' }) expected!: number;
  @Field(() => Int, { description: 'Of the expected, those in use or sustained.' }) inUse!: number;
  @Field(() => [StateCountObject], { description: 'The expected by state.' }) counts!: StateCountObject[];
}

@ObjectType('AdoptionCurve', { description: 'How the use of an initiative grew over time.' })
export class AdoptionCurveObject implements AdoptionCurve {
  @Field(() => RolloutNameObject, { description: 'Of which roll-out.' }) rollout!: RolloutNameObject;
  @Field(() => LocalDateScalar) startedOn!: string;
  @Field(() => [AdoptionCurvePointObject], { description: 'By day, the last day among them; up to 120, the latest.' })
  points!: AdoptionCurvePointObject[];
}

@ArgsType()
export class AdoptionCurvesArguments implements CurveOrder {
  @Field(() => [ID], { description: 'One to 50 rollouts.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  rolloutIds!: string[];
  @Field(() => LocalDateScalar, { nullable: true, description: 'The first point; default: the day each rollout began on.' }) from?:
    string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last point; default: today.' }) upTo?: string | null;
  @Field(() => CurveStepEnum, { defaultValue: 'MONTH' }) @IsIn(CURVE_STEPS) step!: CurveStep;
}
