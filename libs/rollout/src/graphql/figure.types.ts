import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsUUID, Length, MaxLength } from 'class-validator';
import { DecimalScalar, Lines, LocalDateScalar, MutationInput, PageArguments, connectionOf, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type Aggregation } from '../domain/figures.js';
import { type Reading } from '../domain/reading.js';
import { type SourceKind, TYPED_SOURCES, type TypedSource } from '../domain/sources.js';
import { AggregationEnum, ReadingEnum, SourceKindEnum, TypedSourceEnum } from './enums.js';

const RESTATED_AT = 'When the system last counted it otherwise after its half-month had settled; none: it stands as it was.';
const RESTATED_BECAUSE = 'Why it was counted otherwise; none: it stands as it was.';
const JUMPS = 'None: usual for the unit, or you are neither of its commune nor of the office that approves it.';

@ObjectType({ isAbstract: true })
export abstract class AmountFields {
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What it comes to, of a ratio its quotient, in per cent where the unit is %; null where nothing was counted, and of last values of several units.',
  })
  value!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) numerator!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) denominator!: string | null;
}

@ObjectType('FigureJump', {
  description:
    'A figure that is more than five times what is usual for the unit, less than a fifth of it, or of the other sign. Usual is the median of its last four figures before, sent or approved; of fewer than three nothing is asked.',
})
export class FigureJumpObject {
  @Field(() => DecimalScalar, { description: 'What is usual; of a ratio, its quotient.' }) median!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'How many times that the figure is. None where zero is usual.' }) times!:
    string | null;
  @Field({ description: 'What the one who types it is asked.' }) question!: string;
  @Field(() => String, { nullable: true, description: 'The answer: why it is right. None: not answered, and the report cannot be sent.' })
  reason!: string | null;
}

@ObjectType({ isAbstract: true })
export abstract class FigureFields {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID) indicatorId!: string;
  @Field() indicatorKey!: string;
  @Field(() => ID, { nullable: true, description: 'None: from outside the periodic reports.' }) reportId!: string | null;
  @Field(() => LocalDateScalar) startsOn!: string;
  @Field(() => LocalDateScalar) endsOn!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The figure; null for a ratio, which has its two parts.' }) value!:
    string | null;
  @Field(() => DecimalScalar, { nullable: true }) numerator!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) denominator!: string | null;
  @Field({ description: 'Where the figure comes from, as it was typed.' }) source!: string;
  @Field(() => SourceKindEnum, { description: 'Of which kind the source is.' }) sourceKind!: SourceKind;
  @Field({ description: 'False: as the source says it.' }) verified!: boolean;
  @Field() illustrative!: boolean;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Date, { nullable: true, description: RESTATED_AT }) restatedAt!: Date | null;
  @Field(() => String, { nullable: true, description: RESTATED_BECAUSE }) restatedBecause!: string | null;
  @Field(() => FigureJumpObject, { nullable: true, description: JUMPS }) jump!: FigureJumpObject | null;
}

@ObjectType('Figure', { description: 'A number that someone says about a commune and an indicator.' })
export class FigureObject extends FigureFields {
  @Field(() => UnitNameObject) unit!: UnitNameObject;
  @Field({ description: 'False: its report waits for approval, and it is in no total.' }) approved!: boolean;
  @Field({ description: 'Whether you may say that it is verified.' }) canVerify!: boolean;
}

@ObjectType('DayWindow', { description: 'From the first to the last day, both included.' })
export class WindowObject {
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) from!: string;
  @Field(() => LocalDateScalar, { description: 'Its last day.' }) to!: string;
}

@ObjectType('SystemSum', { description: 'What the system counted of a unit, in half-months that never overlap.' })
export class SystemSumObject extends AmountFields {
  @Field(() => Int, { description: 'From how many half-months.' }) pieces!: number;
}

@ObjectType('SystemCount', { description: 'What the system counted of the communes within the window of a figure of the whole district.' })
export class SystemCountObject extends SystemSumObject {
  @Field(() => Int, { description: 'Of how many communes.' }) units!: number;
  @Field({ description: 'They come to more than the figure says of all of them.' }) exceeds!: boolean;
}

@ObjectType('CumulativeFigure', { description: 'One figure that a sum is made of.' })
export class CumulativeFigureObject extends AmountFields {
  @Field(() => ID) figureId!: string;
  @Field(() => LocalDateScalar, { description: 'The first day of its window.' }) startsOn!: string;
  @Field(() => LocalDateScalar, { description: 'The last day of its window.' }) endsOn!: string;
  @Field({ description: 'Where the figure comes from, as it was typed.' }) source!: string;
  @Field(() => SourceKindEnum, { description: 'Of which kind the source is.' }) sourceKind!: SourceKind;
  @Field({ description: 'Whether the office has held it against its source; the system counts what is verified.' }) verified!: boolean;
  @Field() illustrative!: boolean;
  @Field({ description: 'False: its report waits for approval; shown to the office that approves it and to its own commune.' })
  approved!: boolean;
  @Field({ description: 'False: not approved, of days before the rollout began, or another figure holds its days.' }) counted!: boolean;
  @Field(() => [ID], { description: 'Figures of other sources that say otherwise.' }) disputedBy!: string[];
  @Field(() => Date, { nullable: true, description: RESTATED_AT }) restatedAt!: Date | null;
  @Field(() => String, { nullable: true, description: RESTATED_BECAUSE }) restatedBecause!: string | null;
  @Field(() => SystemCountObject, {
    nullable: true,
    description: 'Beside a figure of the district as a whole; none: of a commune, or nothing was counted in its window.',
  })
  communes!: SystemCountObject | null;
  @Field(() => FigureJumpObject, { nullable: true, description: JUMPS }) jump!: FigureJumpObject | null;
}

@ObjectType('CumulativePart', { description: 'What one unit has reached, from which figures, and the days nobody reported on.' })
export class CumulativePartObject extends AmountFields {
  @Field(() => UnitNameObject) unit!: UnitNameObject;
  @Field(() => [CumulativeFigureObject], { description: 'The figures that it is made of, the earliest first.' })
  figures!: CumulativeFigureObject[];
  @Field(() => [WindowObject], { description: 'Days that no figure covers.' }) gaps!: WindowObject[];
  @Field({ description: 'A figure that was counted is disputed.' }) disputed!: boolean;
  @Field(() => SystemSumObject, { nullable: true, description: 'None: the system counted nothing of it, or last values are not added up.' })
  system!: SystemSumObject | null;
}

@ObjectType('CumulativeLine', { description: 'What one unit has reached.' })
export class CumulativeLineObject extends AmountFields {
  @Field(() => UnitNameObject, { nullable: true, description: 'None: figures of units that were split, which are not apportioned.' })
  unit!: UnitNameObject | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the target is reached; null where there is none, or nothing to hold against it.',
  })
  meetsTarget!: boolean | null;
  @Field(() => [CumulativePartObject], { description: 'The figures of the units that the line is made of.' })
  parts!: CumulativePartObject[];
}

@ObjectType('CumulativeTotal', { description: 'What all units have reached together.' })
export class CumulativeTotalObject extends AmountFields {}

@ObjectType('Cumulative', { description: 'What has been reached since the start of a rollout, over windows that do not overlap.' })
export class CumulativeObject {
  @Field(() => ID) indicatorId!: string;
  @Field(() => AggregationEnum, { description: 'Whether figures are added up, put together as a ratio, or the last one counts.' })
  aggregation!: Aggregation;
  @Field(() => ReadingEnum) reading!: Reading;
  @Field(() => LocalDateScalar, { description: 'The first day that is counted.' }) from!: string;
  @Field(() => LocalDateScalar, { description: 'The last day that is counted.' }) upTo!: string;
  @Field(() => DecimalScalar, { nullable: true }) target!: string | null;
  @Field(() => CumulativeTotalObject, {
    description: 'Of all communes, of approved figures alone; the same for everybody and on either reading. Last values have none.',
  })
  total!: CumulativeTotalObject;
  @Field(() => CumulativeTotalObject, {
    nullable: true,
    description: 'What the total would be with all that is submitted. For the office that approves it; none for anybody else.',
  })
  withSubmitted!: CumulativeTotalObject | null;
  @Field(() => [CumulativeLineObject], { description: 'The figures by unit.' }) lines!: CumulativeLineObject[];
  @Field(() => CumulativePartObject, {
    nullable: true,
    description: 'What is said of the district as a whole; in no total. Null where nothing is said of it.',
  })
  host!: CumulativePartObject | null;
}

export const FigureConnection = connectionOf('Figure', FigureObject);

@ArgsType()
export class FiguresArguments extends PageArguments {
  @Field(() => ID) @IsUUID() indicatorId!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() unitId?: string | null;
}

@ArgsType()
export class CumulativeArguments {
  @Field(() => ID) @IsUUID() indicatorId!: string;
  @Field(() => ID, { nullable: true, description: 'The line of this unit alone; the total stays that of all.' })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Default: today.' }) upTo?: string | null;
  @Field(() => ReadingEnum, { defaultValue: 'OLD' }) reading!: Reading;
}

@InputType()
export class RecordFigureInput extends MutationInput {
  @Field(() => ID) @IsUUID() indicatorId!: string;
  @Field(() => ID, { description: 'A commune of the rollout, or its district as a whole.' }) @IsUUID() unitId!: string;
  @Field(() => LocalDateScalar) startsOn!: string;
  @Field(() => LocalDateScalar) endsOn!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The figure; left out for a ratio, which has its two parts.' }) value:
    string | null = null;
  @Field(() => DecimalScalar, { nullable: true }) numerator: string | null = null;
  @Field(() => DecimalScalar, { nullable: true }) denominator: string | null = null;
  @Field({ description: 'Where the figure comes from.' }) @Length(1, 300) source!: string;
  @Field(() => TypedSourceEnum, { nullable: true, description: 'Of which kind the source is. Default: OTHER.' })
  @IsOptional()
  @IsIn(TYPED_SOURCES)
  sourceKind?: TypedSource | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether you have checked it.' }) verified?: boolean | null;
  @Field(() => Boolean, { nullable: true }) illustrative?: boolean | null;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(2000) note: string | null = null;
  @Lines()
  @Field(() => String, { nullable: true, description: 'Why it is right although it jumps; needed where it does.' })
  @IsOptional()
  @MaxLength(2000)
  jumpReason: string | null = null;
}

@InputType()
export class VerifyFigureInput extends MutationInput {
  @Field(() => ID) @IsUUID() figureId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

export const RecordFigureResult = orRefusal('RecordFigureResult', FigureObject);
export const VerifyFigureResult = orRefusal('VerifyFigureResult', FigureObject);
