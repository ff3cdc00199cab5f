import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { InitiativeNameObject } from '#lib/initiative';
import {
  DecimalScalar,
  DongScalar,
  Lines,
  LocalDateScalar,
  MutationInput,
  PageArguments,
  connectionOf,
  orRefusal,
  orderEnum,
} from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type AdoptionBasis, type AdoptionState } from '../domain/adoption-states.js';
import { type FigureKind, MOST_DECIMALS } from '../domain/figure-kinds.js';
import { type Aggregation, type Direction } from '../domain/figures.js';
import { PLATFORM_SERVICES, type PlatformService, SERVICE_INDICATORS } from '../domain/platform-services.js';
import { type RolloutKind } from '../domain/rollout.entity.js';
import { ROLLOUT_ORDERS, type RolloutOrder } from '../application/rollout.queries.js';
import {
  AdoptionBasisEnum,
  AdoptionStateEnum,
  AggregationEnum,
  DirectionEnum,
  FigureKindEnum,
  PlatformServiceEnum,
  RolloutKindEnum,
} from './enums.js';

const RolloutOrderEnum = orderEnum<RolloutOrder>('RolloutOrder', {
  NEWEST: 'The latest begun first.',
  OLDEST: 'The earliest begun first.',
  TITLE: 'By title.',
  DUE: 'The next due first, those without a day last.',
});

@ObjectType('AdoptionStateCount', { description: 'How many communes stand in one state.' })
export class StateCountObject {
  @Field(() => AdoptionStateEnum) state!: AdoptionState;
  @Field(() => Int, { description: 'How many communes are in this state.' }) count!: number;
}

@ObjectType({ isAbstract: true })
export abstract class RolloutTallyFields {
  @Field(() => Int, { description: 'Communes that take part and are not exempt.' }) expected!: number;
  @Field(() => Int) exempt!: number;
  @Field(() => Int, { description: 'Of the expected, those in use or sustained.' }) inUse!: number;
  @Field(() => DecimalScalar, { nullable: true, description: 'In use, in per cent of the expected; null where nobody is.' }) coverage!:
    string | null;
  @Field(() => [StateCountObject], { description: 'The expected by state.' }) counts!: StateCountObject[];
}

@ObjectType('Indicator', { description: 'What is counted about a rollout.' })
export class IndicatorObject {
  @Field(() => ID) id!: string;
  @Field() key!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field() unitVi!: string;
  @Field() unitEn!: string;
  @Field(() => DirectionEnum) direction!: Direction;
  @Field(() => AggregationEnum, { description: 'How figures of several windows are put together.' }) aggregation!: Aggregation;
  @Field(() => FigureKindEnum) kind!: FigureKind;
  @Field(() => Int, { description: 'Decimals of a figure, or of the upper part of a ratio, at most. 0: whole numbers, without a point.' })
  decimals!: number;
  @Field(() => DecimalScalar, { description: 'The least that a figure, or a quotient, can be.' }) lowest!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The most that it can be; null: no bound.' }) highest!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) baseline!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) target!: string | null;
}

@ObjectType('Rollout', { description: 'An adopted initiative on its way to the communes.' })
export class RolloutObject extends RolloutTallyFields {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => Int, { description: "The contest's year." }) year!: number;
  @Field(() => RolloutKindEnum) kind!: RolloutKind;
  @Field() titleVi!: string;
  @Field() titleEn!: string;
  @Field() reason!: string;
  @Field(() => String, { nullable: true, description: 'What it rests on in law; null where nothing was named.' }) legalBasis!:
    string | null;
  @Field(() => UnitNameObject, { description: 'The unit that leads it.' }) leadUnit!: UnitNameObject;
  @Field(() => String, { nullable: true, description: 'How it is to be done; null where nothing was written.' }) plan!: string | null;
  @Field(() => String, { nullable: true, description: 'What it takes; null where nothing was written.' }) resources!: string | null;
  @Field(() => DongScalar, { nullable: true }) cost!: number | null;
  @Field(() => String, { nullable: true }) decisionNumber!: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) decidedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'The title of the decision; null where it has none.' }) decisionTitle!: string | null;
  @Field(() => LocalDateScalar) startedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn!: string | null;
  @Field(() => PlatformServiceEnum, { nullable: true, description: 'The service of this platform that it runs on; null: none.' })
  service!: PlatformService | null;
  @Field(() => Int, { description: 'For how many months it is piloted before use, at least.' }) leastPilotMonths!: number;
  @Field(() => Int, { description: 'For how many months it is in use before that is sustained, at least.' }) leastUseMonths!: number;
  @Field(() => LocalDateScalar, { description: 'The day whose units it counts with.' }) rosterAsOf!: string;
  @Field() illustrative!: boolean;
  @Field(() => [IndicatorObject]) indicators!: IndicatorObject[];
  @Field({
    description: 'Whether you may edit it and its indicators, enter figures beside the reports, and say which unit must take part.',
  })
  canManage!: boolean;
}

@ObjectType('PublicRollout', { description: 'Where an initiative is in use. For anyone.' })
export class PublicRolloutObject extends RolloutTallyFields {
  @Field(() => ID) id!: string;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => Int) year!: number;
  @Field() titleVi!: string;
  @Field() titleEn!: string;
  @Field(() => LocalDateScalar) startedOn!: string;
  @Field() illustrative!: boolean;
  @Field(() => [UnitNameObject], { description: 'The communes that use it now.' }) inUseIn!: UnitNameObject[];
}

export const RolloutConnection = connectionOf('Rollout', RolloutObject);
export const PublicRolloutConnection = connectionOf('PublicRollout', PublicRolloutObject);

@ArgsType()
export class PublicRolloutsArguments extends PageArguments {
  @Field(() => Int, { nullable: true, description: "The contest's year." }) @IsOptional() @IsInt() year?: number | null;
  @Field(() => String, { nullable: true, description: 'Part of a title; tone marks and case aside.' })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;
}

@ArgsType()
export class RolloutsArguments extends PublicRolloutsArguments {
  @Field(() => ID, { nullable: true, description: 'Of the initiatives.' }) @IsOptional() @IsUUID() areaId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A commune that they have to do with today, exempt or not.' })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;
  @Field(() => RolloutOrderEnum, { nullable: true, description: 'Default: the latest begun first.' })
  @IsOptional()
  @IsIn(ROLLOUT_ORDERS)
  order?: RolloutOrder | null;
}

/** Twenty that people type, and all that services add to them. */
const MOST_INDICATORS = 20 + Object.values(SERVICE_INDICATORS).flat().length;

@InputType({ description: 'Something that is counted of a roll-out.' })
export class IndicatorInput {
  @Field() @Matches(/^[a-z0-9][a-z0-9.-]{0,59}$/) key!: string;
  @Field() @Length(1, 200) nameVi!: string;
  @Field() @Length(1, 200) nameEn!: string;
  @Field({ description: '`%` makes a ratio read in per cent.' }) @Length(1, 40) unitVi!: string;
  @Field() @Length(1, 40) unitEn!: string;
  @Field(() => DirectionEnum) direction!: Direction;
  @Field(() => AggregationEnum, { description: 'How figures of several windows are put together.' }) aggregation!: Aggregation;
  @Field(() => FigureKindEnum, { nullable: true, description: 'Omitted: as it was, or as the unit of measure says.' })
  kind?: FigureKind | null;
  @Field(() => Int, { nullable: true, description: 'Omitted: as it was, or as is usual for the kind.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_DECIMALS)
  decimals?: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Omitted: as it was, or 0.' }) lowest?: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Omitted: as it was, or 100 of a share and a score. Null: no bound, where the kind allows it.',
  })
  highest?: string | null;
  @Field(() => DecimalScalar, { nullable: true }) baseline: string | null = null;
  @Field(() => DecimalScalar, { nullable: true }) target: string | null = null;
}

@InputType({ description: 'How one commune takes part in a roll-out.' })
export class CommuneInput {
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => AdoptionBasisEnum) basis!: AdoptionBasis;
  @Lines()
  @Field(() => String, { nullable: true, description: 'Needed where the commune is exempt.' })
  @IsOptional()
  @MaxLength(2000)
  reason: string | null = null;
}

@InputType({ description: 'The decision that a roll-out rests on.' })
export class RolloutDecisionInput {
  @Field() @Length(1, 100) number!: string;
  @Field(() => LocalDateScalar) decidedOn!: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) title: string | null = null;
}

@InputType({ isAbstract: true })
abstract class RolloutTextsInput extends MutationInput {
  @Field() @Length(1, 500) titleVi!: string;
  @Field() @Length(1, 500) titleEn!: string;
  @Lines() @Field() @Length(1, 5000) reason!: string;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(2000) legalBasis?: string | null;
  @Field(() => ID, { description: 'The unit that leads it.' }) @IsUUID() leadUnitId!: string;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(20_000) plan?: string | null;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(5000) resources?: string | null;
  @Field(() => DongScalar, { nullable: true }) @IsOptional() @Min(0) @Max(Number.MAX_SAFE_INTEGER) cost?: number | null;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn?: string | null;
  @Field(() => PlatformServiceEnum, {
    nullable: true,
    description: 'The service that it runs on; what that counts becomes indicators. Omitted: as it was, or none.',
  })
  @IsOptional()
  @IsIn(PLATFORM_SERVICES)
  service?: PlatformService | null;
  @Field(() => Int, { nullable: true, description: 'Months of piloting before use, at least. Omitted: as it was, or none.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(60)
  leastPilotMonths?: number | null;
  @Field(() => Int, { nullable: true, description: 'Months of use before it is sustained, at least. Omitted: as it was, or 6.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(60)
  leastUseMonths?: number | null;
}

@InputType()
export class AdoptInitiativeInput extends RolloutTextsInput {
  @Field(() => ID) @IsUUID() initiativeId!: string;
  @Field(() => LocalDateScalar, { description: 'From this day.' }) startedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day whose units it counts with. Omitted: the day it starts.' })
  rosterAsOf: string | null = null;
  @Field(() => RolloutDecisionInput) @ValidateNested() @Type(() => RolloutDecisionInput) decision!: RolloutDecisionInput;
  @Field(() => [IndicatorInput])
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => IndicatorInput)
  indicators!: IndicatorInput[];
  @Field(() => [CommuneInput], { nullable: true, description: 'Omitted: every commune of the roster is required.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(600)
  @ValidateNested({ each: true })
  @Type(() => CommuneInput)
  communes: CommuneInput[] | null = null;

  @Field(() => Boolean, { nullable: true, description: 'True where it is invented, to show how things work.' }) illustrative?:
    boolean | null;
}

@InputType()
export class RecordOwnAdoptionInput extends MutationInput {
  @Field(() => ID) @IsUUID() initiativeId!: string;
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => LocalDateScalar) startedOn!: string;
  @Lines() @Field() @Length(1, 5000) reason!: string;
}

@InputType()
export class EditRolloutInput extends RolloutTextsInput {
  @Field(() => ID) @IsUUID() rolloutId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
}

@InputType()
export class SetIndicatorsInput extends MutationInput {
  @Field(() => ID) @IsUUID() rolloutId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => [IndicatorInput], { description: 'What is counted, in this order, in place of what was.' })
  @ArrayMaxSize(MOST_INDICATORS)
  @ValidateNested({ each: true })
  @Type(() => IndicatorInput)
  indicators!: IndicatorInput[];
}

export const AdoptInitiativeResult = orRefusal('AdoptInitiativeResult', RolloutObject);
export const EditRolloutResult = orRefusal('EditRolloutResult', RolloutObject);
export const SetIndicatorsResult = orRefusal('SetIndicatorsResult', RolloutObject);
