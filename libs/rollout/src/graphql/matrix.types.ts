import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID } from 'class-validator';
import { RolloutNameObject } from '#lib/award';
import { InitiativeNameObject } from '#lib/initiative';
import { LocalDateScalar, PageArguments, PageInfoObject, type Reason, WhyNotField } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type MatrixOrder, type PublicMatrixOrder } from '../application/matrix.queries.js';
import { type AdoptionBasis, type AdoptionState } from '../domain/adoption-states.js';
import { type Reading } from '../domain/reading.js';
import { AdoptionBasisEnum, AdoptionStateEnum, ReadingEnum } from './enums.js';
import { RolloutTallyFields, StateCountObject } from './rollout.types.js';

@ObjectType('RolloutMatrixPart', { description: 'A predecessor of a new unit in a rollout.' })
export class MatrixPartObject {
  @Field(() => UnitNameObject) unit!: UnitNameObject;
  @Field(() => ID, { description: 'Its own adoption.' }) adoptionId!: string;
  @Field(() => AdoptionStateEnum) state!: AdoptionState;
  @Field(() => AdoptionBasisEnum) basis!: AdoptionBasis;
}

@ObjectType('RolloutMatrixCell', { description: 'A commune in a rollout; on new units the predecessors of one, counted by state.' })
export class MatrixCellObject {
  @Field(() => ID, { nullable: true, description: 'None: communes that were split, which stand on no unit.' }) unitId!: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The adoption by the commune; null on new units, whose predecessors each have their own.',
  })
  adoptionId!: string | null;
  @Field(() => AdoptionStateEnum, {
    nullable: true,
    description: 'Where it stands; null on new units, whose predecessors are counted by state.',
  })
  state!: AdoptionState | null;
  @Field(() => AdoptionBasisEnum, {
    nullable: true,
    description: 'Whether the commune has to adopt it, chose to, or is exempt; null on new units.',
  })
  basis!: AdoptionBasis | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Since which day it is so; null on new units.' }) since!: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of use: whether it was shown since it began; where sustained, also by fresh evidence at 6 and 12 months. None: not in use, and on new units.',
  })
  confirmed!: boolean | null;
  @Field() overdue!: boolean;
  @Field({ description: 'Two sources disagree about an approved figure of it.' }) disputed!: boolean;
  @WhyNotField('Why nobody can report on it: exempt communes are locked.') whyNotMove!: Reason;
  @Field(() => [StateCountObject], {
    nullable: true,
    description: 'On new units: the predecessors that are not exempt, by state. Null on the units as they were.',
  })
  counts!: StateCountObject[] | null;
  @Field(() => Int, { nullable: true, description: 'On new units: the predecessors that are exempt. Null on the units as they were.' })
  exempt!: number | null;
  @Field(() => [MatrixPartObject], {
    nullable: true,
    description: 'On new units: the predecessors, each with its own adoption. Null on the units as they were.',
  })
  parts!: MatrixPartObject[] | null;
}

@ObjectType('RolloutMatrixRow', { description: 'One roll-out across the communes.' })
export class MatrixRowObject extends RolloutTallyFields {
  @Field(() => RolloutNameObject, { description: 'The roll-out that the row is of.' }) rollout!: RolloutNameObject;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => Int, { description: 'Of its contest.' }) year!: number;
  @Field(() => LocalDateScalar) startedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn!: string | null;
  @Field(() => [MatrixCellObject], { description: 'In the order of the units; a unit that takes no part has none.' })
  cells!: MatrixCellObject[];
}

@ObjectType('RolloutMatrix', { description: 'Which commune stands where with which roll-out.' })
export class MatrixObject {
  @Field(() => LocalDateScalar) asOf!: string;
  @Field(() => ReadingEnum) reading!: Reading;
  @Field(() => [UnitNameObject], { description: 'The columns.' }) units!: UnitNameObject[];
  @Field(() => [MatrixRowObject], { description: 'The roll-outs, the latest first.' }) rows!: MatrixRowObject[];
  @Field(() => Int, { description: 'Of rows, in all.' }) totalCount!: number;
  @Field(() => PageInfoObject, { description: 'Whether more rows follow, and after which cursor.' }) pageInfo!: PageInfoObject;
}

@ObjectType('PublicMatrixCell', { description: 'A commune that takes part; on new units the predecessors of one, counted by state.' })
export class PublicMatrixCellObject {
  @Field(() => ID, { nullable: true, description: 'None: communes that were split, which stand on no unit.' }) unitId!: string | null;
  @Field(() => AdoptionStateEnum, {
    nullable: true,
    description: 'Where it stands; null on new units, whose predecessors are counted by state.',
  })
  state!: AdoptionState | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Since which day it is so; null on new units.' }) since!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of use: whether it was shown. None: not in use, and on new units.' }) confirmed!:
    boolean | null;
  @Field(() => [StateCountObject], {
    nullable: true,
    description: 'On new units: the predecessors by state. Null on the units as they were.',
  })
  counts!: StateCountObject[] | null;
}

@ObjectType('PublicMatrixRow', { description: 'One roll-out across the communes, as anyone may read it.' })
export class PublicMatrixRowObject extends RolloutTallyFields {
  @Field(() => RolloutNameObject, { description: 'The roll-out that the row is of.' }) rollout!: RolloutNameObject;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => Int, { description: 'Of its contest.' }) year!: number;
  @Field(() => LocalDateScalar) startedOn!: string;
  @Field(() => [PublicMatrixCellObject], { description: 'In the order of the units; a unit that takes no part has none.' })
  cells!: PublicMatrixCellObject[];
}

@ObjectType('PublicMatrix', { description: 'Where initiatives are in use, as anyone may read it.' })
export class PublicMatrixObject {
  @Field(() => LocalDateScalar) asOf!: string;
  @Field(() => ReadingEnum) reading!: Reading;
  @Field(() => [UnitNameObject], { description: 'The columns.' }) units!: UnitNameObject[];
  @Field(() => [PublicMatrixRowObject], { description: 'The latest first.' }) rows!: PublicMatrixRowObject[];
  @Field(() => Int, { description: 'Of rows, in all.' }) totalCount!: number;
  @Field(() => PageInfoObject, { description: 'Whether more rows follow, and after which cursor.' }) pageInfo!: PageInfoObject;
}

@ArgsType()
export class PublicMatrixArguments extends PageArguments implements PublicMatrixOrder {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Default: today.' }) asOf?: string | null;
  @Field(() => ReadingEnum, { defaultValue: 'OLD' }) reading!: Reading;
  @Field(() => Int, { nullable: true, description: "The contest's year." }) @IsOptional() @IsInt() year?: number | null;
  @Field(() => ID, { nullable: true, description: 'Of the initiatives.' }) @IsOptional() @IsUUID() areaId?: string | null;
}

@ArgsType()
export class MatrixArguments extends PublicMatrixArguments implements MatrixOrder {
  @Field(() => Int, { nullable: true, description: 'How many initiatives, 1 to 200; 50 where neither this nor `last` is given.' })
  declare first?: number | null;
  @Field(() => ID, { nullable: true, description: 'Rows in which it takes part, and its cells alone; on new units with its predecessors.' })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;
  @Field(() => AdoptionStateEnum, { nullable: true, description: 'Rows with a cell in this state; of all that is asked, in one cell.' })
  state?: AdoptionState | null;
  @Field(() => Boolean, { nullable: true, description: 'True: rows with a cell that is overdue.' }) overdue?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True: rows with a cell whose figures are in dispute.' }) disputed?: boolean | null;
}
