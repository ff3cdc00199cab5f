import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional } from 'class-validator';
import { LocalDateScalar } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type AdoptionBasis, type AdoptionState } from '../domain/adoption-states.js';
import { type Reading } from '../domain/reading.js';
import { AdoptionBasisEnum, AdoptionStateEnum, ReadingEnum } from './enums.js';
import { RolloutTallyFields, StateCountObject } from './rollout.types.js';

@ObjectType('RolloutMatrixCell', { description: 'A commune in a rollout; on new units the predecessors of one, counted by state.' })
export class MatrixCellObject {
  @Field(() => ID, { nullable: true, description: 'None: communes that were split, which stand on no unit.' }) unitId!: string | null;
  @Field(() => ID, { nullable: true }) adoptionId!: string | null;
  @Field(() => AdoptionStateEnum, { nullable: true }) state!: AdoptionState | null;
  @Field(() => AdoptionBasisEnum, { nullable: true }) basis!: AdoptionBasis | null;
  @Field(() => LocalDateScalar, { nullable: true }) since!: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of use: whether it was shown since it began; where sustained, also by fresh evidence at 6 and 12 months. None: not in use.',
  })
  confirmed!: boolean | null;
  @Field() overdue!: boolean;
  @Field(() => [StateCountObject], { nullable: true, description: 'On new units: the predecessors that are not exempt, by state.' })
  counts!: StateCountObject[] | null;
  @Field(() => Int, { nullable: true, description: 'On new units: the predecessors that are exempt.' }) exempt!: number | null;
}

@ObjectType('RolloutMatrixRow')
export class MatrixRowObject extends RolloutTallyFields {
  @Field(() => ID) rolloutId!: string;
  @Field(() => String, { nullable: true }) receiptNumber!: string | null;
  @Field() titleVi!: string;
  @Field() titleEn!: string;
  @Field(() => LocalDateScalar) startedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn!: string | null;
  @Field(() => [MatrixCellObject], { description: 'In the order of the units; a unit that takes no part has none.' })
  cells!: MatrixCellObject[];
}

@ObjectType('RolloutMatrix')
export class MatrixObject {
  @Field(() => LocalDateScalar) asOf!: string;
  @Field(() => ReadingEnum) reading!: Reading;
  @Field(() => [UnitNameObject], { description: 'The columns.' }) units!: UnitNameObject[];
  @Field(() => [MatrixRowObject]) rows!: MatrixRowObject[];
}

@ArgsType()
export class MatrixArguments {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Default: today.' }) asOf?: string | null;
  @Field(() => ReadingEnum, { defaultValue: 'OLD' }) reading!: Reading;
  @Field(() => Int, { nullable: true, description: "The contest's year." }) @IsOptional() @IsInt() year?: number | null;
  @Field(() => Int, { defaultValue: 50, description: 'How many initiatives, 1 to 200; the latest.' }) first!: number;
}
