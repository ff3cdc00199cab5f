import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsUUID, Length, MaxLength } from 'class-validator';
import { RolloutNameObject } from '#lib/award';
import { Lines, LocalDateScalar, MutationInput, PageArguments, connectionOf, orRefusal, orderEnum } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type AdoptionBasis, type AdoptionState } from '../domain/adoption-states.js';
import { ADOPTION_ORDERS, type AdoptionOrder } from '../application/adoption.queries.js';
import { ADOPTIONS_COUNTED, type AdoptionCounted } from '../application/adoptions-as-of.js';
import { AdoptionBasisEnum, AdoptionCountedEnum, AdoptionStateEnum } from './enums.js';

const AdoptionOrderEnum = orderEnum<AdoptionOrder>('AdoptionOrder', {
  NEWEST: 'The roll-out that began last first.',
  OLDEST: 'The roll-out that began first first.',
  UNIT: 'By the name of the unit.',
  TITLE: 'By the title of the roll-out.',
  DUE: 'What is due next first; what is due on no day last.',
});

@ObjectType('AdoptionChange', { description: 'One step of the history.' })
export class AdoptionChangeObject {
  @Field(() => ID) id!: string;
  @Field(() => AdoptionStateEnum, { nullable: true, description: 'None where the adoption began.' }) fromState!: AdoptionState | null;
  @Field(() => AdoptionStateEnum, { description: 'The state that it went into.' }) toState!: AdoptionState;
  @Field(() => AdoptionBasisEnum) basis!: AdoptionBasis;
  @Field(() => LocalDateScalar, { description: 'The day it took effect.' }) effectiveOn!: string;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => String, { nullable: true, description: 'Who said so; none: the system.' }) byName!: string | null;
  @Field({ description: 'When it was said.' }) at!: Date;
}

@ObjectType('AdoptionEvidence', { description: 'What shows that a commune uses it.' })
export class AdoptionEvidenceObject {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'The change that it came with; null where it came by itself.' }) changeId!: string | null;
  @Field(() => LocalDateScalar, { description: 'The day that it shows the use on.' }) givenOn!: string;
  @Field({ description: 'What it shows.' }) note!: string;
  @Field(() => ID, { nullable: true, description: 'A file of the adoption; null where none shows it.' }) fileId!: string | null;
  @Field(() => String, { nullable: true, description: 'Who gave it, by full name; null where the system did.' }) byName!: string | null;
  @Field() at!: Date;
}

@ObjectType('Adoption', { description: 'A commune in a rollout: whether it must take part, and how far it is.' })
export class AdoptionObject {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => RolloutNameObject, { description: 'Of which roll-out.' }) rollout!: RolloutNameObject;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn!: string | null;
  @Field(() => UnitNameObject) unit!: UnitNameObject;
  @Field(() => AdoptionBasisEnum) basis!: AdoptionBasis;
  @Field(() => AdoptionStateEnum) state!: AdoptionState;
  @Field(() => LocalDateScalar) since!: string;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of use: whether it was shown since it began; where sustained, also by fresh evidence at 6 and 12 months. None: not in use.',
  })
  confirmed!: boolean | null;
  @Field() overdue!: boolean;
  @Field(() => [AdoptionChangeObject], { description: 'How it came to stand where it does, the earliest first.' })
  history!: AdoptionChangeObject[];
  @Field(() => [AdoptionEvidenceObject], { description: 'What shows that it is in use, the earliest first.' })
  evidence!: AdoptionEvidenceObject[];
  @Field(() => [AdoptionStateEnum], { description: 'Where it can go from here.' }) nextStates!: AdoptionState[];
  @Field({ description: 'Whether you may report for it.' }) canReport!: boolean;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day by which fresh evidence of sustained use is asked for next; none where none is, or both checks are over.',
  })
  nextEvidenceDue!: string | null;
}

export const AdoptionConnection = connectionOf('Adoption', AdoptionObject);

@ArgsType()
export class AdoptionsArguments extends PageArguments {
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() rolloutId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field(() => AdoptionStateEnum, { nullable: true }) state?: AdoptionState | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'As things were on this day; default: today.' }) asOf?: string | null;
  @Field(() => Int, { nullable: true, description: 'The year of the contest.' }) @IsOptional() @IsInt() year?: number | null;
  @Field(() => ID, { nullable: true, description: 'Of the initiative.' }) @IsOptional() @IsUUID() areaId?: string | null;
  @Field(() => AdoptionCountedEnum, { nullable: true, description: 'Those alone that count as this; left out: all.' })
  @IsOptional()
  @IsIn(ADOPTIONS_COUNTED)
  countedAs?: AdoptionCounted | null;
  @Field(() => AdoptionOrderEnum, { nullable: true, description: 'Default: the roll-out that began last first.' })
  @IsOptional()
  @IsIn(ADOPTION_ORDERS)
  order?: AdoptionOrder | null;
}

@InputType()
export class ChangeAdoptionInput extends MutationInput {
  @Field(() => ID) @IsUUID() adoptionId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => AdoptionStateEnum, { description: 'The state that it goes into.' }) to!: AdoptionState;
  @Field(() => LocalDateScalar, {
    description: 'The day it took effect, from which its time counts; not in the future, not before the rollout.',
  })
  effectiveOn!: string;
  @Lines()
  @Field(() => String, {
    nullable: true,
    description: 'Needed for a pause, a refusal, an end, for coming back from one, and for use that was not piloted.',
  })
  @IsOptional()
  @MaxLength(2000)
  reason?: string | null;
  @Lines()
  @Field(() => String, { nullable: true, description: 'What shows it. Use and sustained use need it, or a file.' })
  @IsOptional()
  @MaxLength(2000)
  evidence?: string | null;
  @Field(() => ID, { nullable: true, description: 'The file that shows it, uploaded to the adoption before.' })
  @IsOptional()
  @IsUUID()
  fileId?: string | null;
}

@InputType()
export class SetAdoptionBasisInput extends MutationInput {
  @Field(() => ID) @IsUUID() adoptionId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => AdoptionBasisEnum) basis!: AdoptionBasis;
  @Field(() => LocalDateScalar) effectiveOn!: string;
  @Lines()
  @Field(() => String, { nullable: true, description: 'Needed where the commune becomes exempt.' })
  @IsOptional()
  @MaxLength(2000)
  reason?: string | null;
}

@InputType()
export class GiveEvidenceInput extends MutationInput {
  @Field(() => ID) @IsUUID() adoptionId!: string;
  @Field(() => LocalDateScalar, { description: 'The day that it shows.' }) givenOn!: string;
  @Lines() @Field() @Length(1, 2000) note!: string;
  @Field(() => ID, { nullable: true, description: 'The file that shows it, uploaded to the adoption before.' })
  @IsOptional()
  @IsUUID()
  fileId?: string | null;
}

export const RecordOwnAdoptionResult = orRefusal('RecordOwnAdoptionResult', AdoptionObject);
export const ChangeAdoptionResult = orRefusal('ChangeAdoptionResult', AdoptionObject);
export const SetAdoptionBasisResult = orRefusal('SetAdoptionBasisResult', AdoptionObject);
export const GiveEvidenceResult = orRefusal('GiveEvidenceResult', AdoptionObject);
