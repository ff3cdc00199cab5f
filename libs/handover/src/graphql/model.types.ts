import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsInt, IsOptional, IsUUID, Length, ValidateNested } from 'class-validator';
import { RolloutNameObject } from '#lib/award';
import { Lines, LocalDateScalar, MutationInput, connectionOf, orRefusal } from '#lib/platform';
import { ProcedureNameObject } from '#lib/procedure';
import { UnitNameObject } from '#lib/units';
import { type ModelProcedureRead, type ModelRead, type PublicModelRead } from '../application/model.queries.js';
import { MODEL_KINDS, MOST_MODEL_PARTS, OCCASIONS, type ModelKind, type Occasion } from '../domain/handover-policy.js';
import { ModelKindEnum, OccasionEnum } from './enums.js';

@ObjectType('ServiceModelProcedure', { description: 'A procedure whose results a model hands over.' })
export class ModelProcedureObject implements ModelProcedureRead {
  @Field(() => ProcedureNameObject, { description: 'The procedure.' }) procedure!: ProcedureNameObject;
  @Field(() => OccasionEnum, { description: 'What it is about: after a death nobody is congratulated, spouses receive in person.' })
  occasion!: Occasion;
}

@ObjectType({ isAbstract: true })
abstract class ModelForAll implements PublicModelRead {
  @Field(() => ID) id!: string;
  @Field(() => ModelKindEnum, { description: 'How results are handed over.' }) kind!: ModelKind;
  @Field({ description: 'What it is called.' }) title!: string;
  @Field({ description: 'The decision that it rests on, as it is cited.' }) decisionText!: string;
  @Field({ description: 'How a citizen asks for it, in words for everybody.' }) howToAsk!: string;
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) startsOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; null: until further notice.' }) endsOn!: string | null;
  @Field(() => [ModelProcedureObject], { description: 'The procedures whose results are handed over, sorted as Vietnamese is.' })
  procedures!: readonly ModelProcedureObject[];
  @Field(() => [UnitNameObject], { description: 'The units that do it, sorted as Vietnamese is.' }) units!: readonly UnitNameObject[];
  @Field() illustrative!: boolean;
}

@ObjectType('PublicServiceModel', { description: 'A model of handing over that is in force, as everybody reads it.' })
export class PublicModelObject extends ModelForAll {}

@ObjectType('ServiceModel', { description: 'That units hand over results of some procedures at home or at a ceremony.' })
export class ModelObject extends ModelForAll implements ModelRead {
  @Field(() => Int) version!: number;
  @Field(() => UnitNameObject, { description: 'The unit whose office keeps it.' }) host!: UnitNameObject;
  @Field(() => RolloutNameObject, { nullable: true, description: 'The roll-out whose figures it counts; null: none.' })
  rollout!: RolloutNameObject | null;
  @Field({ description: 'Whether it is in force today.' }) inForce!: boolean;
  @Field(() => [ID], { description: 'Of its units, those of which you enter handovers.' }) entersFor!: readonly string[];
  @Field({ description: 'Whether you may change it.' }) canEdit!: boolean;
}

@InputType({ description: 'A procedure that is to be in a model.' })
export class ModelProcedureInput {
  @Field(() => ID, { description: 'The procedure.' }) @IsUUID() procedureId!: string;
  @Field(() => OccasionEnum, { description: 'What it is about.' }) @IsIn(OCCASIONS) occasion!: Occasion;
}

@InputType({ isAbstract: true })
abstract class SaidOfModelInput extends MutationInput {
  @Field(() => ModelKindEnum, { description: 'How results are handed over.' }) @IsIn(MODEL_KINDS) kind!: ModelKind;
  @Field({ description: 'What it is called.' }) @Length(1, 300) title!: string;
  @Field({ description: 'The decision that it rests on, as it is cited.' }) @Length(1, 300) decisionText!: string;
  @Lines() @Field({ description: 'How a citizen asks for it, in words for everybody.' }) @Length(1, 2000) howToAsk!: string;
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) startsOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; null: until further notice.' }) @IsOptional() endsOn?:
    string | null;
  @Field(() => [ModelProcedureInput], { description: 'The procedures whose results are handed over.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MODEL_PARTS)
  @ValidateNested({ each: true })
  @Type(() => ModelProcedureInput)
  procedures!: ModelProcedureInput[];
  @Field(() => [ID], { description: 'The units that do it.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_MODEL_PARTS)
  @IsUUID(undefined, { each: true })
  unitIds!: string[];
}

@InputType()
export class AddServiceModelInput extends SaidOfModelInput {
  @Field(() => ID, { description: 'The unit whose office keeps it.' }) @IsUUID() hostUnitId!: string;
  @Field(() => ID, { nullable: true, description: 'The roll-out whose figures it counts; null: none.' })
  @IsOptional()
  @IsUUID()
  rolloutId?: string | null;
}

@InputType()
export class EditServiceModelInput extends SaidOfModelInput {
  @Field(() => ID, { description: 'Which model.' }) @IsUUID() modelId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

export const ModelConnection = connectionOf('ServiceModel', ModelObject);
export const PublicModelConnection = connectionOf('PublicServiceModel', PublicModelObject);
export const AddServiceModelResult = orRefusal('AddServiceModelResult', ModelObject);
export const EditServiceModelResult = orRefusal('EditServiceModelResult', ModelObject);
