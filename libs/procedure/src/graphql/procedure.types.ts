import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Length } from 'class-validator';
import { LocalDateScalar, MutationInput, PageArguments, connectionOf, orRefusal, orderEnum } from '#lib/platform';
import {
  type FieldRead,
  PROCEDURE_ORDERS,
  type ProcedureOrder,
  type ProcedureRead,
  type VersionRead,
} from '../application/procedure.queries.js';
import {
  type DossierItem,
  LIMIT_UNITS,
  type LimitUnit,
  PROCEDURE_LEVELS,
  type ProcedureLevel,
  type Way,
} from '../domain/procedure-policy.js';

const ProcedureLevelEnum = Object.fromEntries(PROCEDURE_LEVELS.map((level) => [level, level]));
registerEnumType(ProcedureLevelEnum, { name: 'ProcedureLevel', description: 'Who settles a procedure.' });
const LimitUnitEnum = Object.fromEntries(LIMIT_UNITS.map((unit) => [unit, unit]));
registerEnumType(LimitUnitEnum, { name: 'LimitUnit', description: 'What a time limit is counted in.' });

const ProcedureOrderEnum = orderEnum<ProcedureOrder>('ProcedureOrder', { NAME: 'By name.', CODE: 'By code.' });

@ObjectType('ProcedureWay', { description: 'A way to file, with its time limit and its fee.' })
export class WayObject implements Way {
  @Field({ description: 'At the counter, online, by post.' }) way!: string;
  @Field(() => Int, { description: 'How long it may take at most.' }) amount!: number;
  @Field(() => LimitUnitEnum, { description: 'What that is counted in.' }) countedIn!: LimitUnit;
  @Field(() => String, { nullable: true, description: 'In words, as the portal has it; none: nothing is said of one.' }) fee!:
    string | null;
}

@ObjectType('DossierItem', { description: 'A paper of the dossier.' })
export class DossierItemObject implements DossierItem {
  @Field({ description: 'What it is.' }) name!: string;
  @Field(() => Int, { description: 'How many originals.' }) originals!: number;
  @Field(() => Int, { description: 'How many copies.' }) copies!: number;
  @Field(() => String, { nullable: true, description: 'The form that it is written on; none: no form.' }) form!: string | null;
}

@ObjectType('ProcedureVersion', { description: 'What a decision says of a procedure from a day on.' })
export class ProcedureVersionObject implements VersionRead {
  @Field(() => ID) id!: string;
  @Field({ description: 'The decision that published it, with its number.' }) decisionText!: string;
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) startsOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; none: until further notice.' }) endsOn!: string | null;
  @Field({ description: 'Whether it holds today.' }) inForce!: boolean;
  @Field(() => [String], { description: 'What is done, one after the other.' }) steps!: string[];
  @Field(() => [WayObject], { description: 'How it can be filed.' }) ways!: WayObject[];
  @Field(() => [DossierItemObject], { description: 'What is handed in.' }) items!: DossierItemObject[];
  @Field(() => [String], { description: 'The law that it rests on.' }) legalBases!: string[];
}

@ObjectType('Procedure', {
  description: 'An administrative procedure, copied from the national portal of public services, which is the authority on it.',
})
export class ProcedureObject implements ProcedureRead {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field({ description: 'As the portal numbers it, e.g. 1.012379.H13.' }) procedureCode!: string;
  @Field({ description: 'As the portal names it, in Vietnamese.' }) name!: string;
  @Field({ description: 'The field of administration, as the portal names it.' }) fieldName!: string;
  @Field(() => ProcedureLevelEnum, { description: 'Who settles it.' }) level!: ProcedureLevel;
  @Field({ description: 'Where the portal has it.' }) sourceUrl!: string;
  @Field(() => LocalDateScalar, { description: 'When it was last held against the portal.' }) checkedOn!: string;
  @Field({ description: 'That is twelve months ago or more: the portal may say otherwise by now.' }) unchecked!: boolean;
  @Field() illustrative!: boolean;
  @Field(() => [ProcedureVersionObject], { description: 'Of all times, the latest first; never two on one day.' })
  versions!: ProcedureVersionObject[];
}

@ObjectType('ProcedureField', { description: 'A field of administration that has procedures.' })
export class ProcedureFieldObject implements FieldRead {
  @Field({ description: 'Its name.' }) fieldName!: string;
  @Field(() => Int, { description: 'How many procedures it has.' }) procedureCount!: number;
}

export const ProcedureConnection = connectionOf('Procedure', ProcedureObject);

@ArgsType()
export class ProceduresArguments extends PageArguments {
  @Field(() => String, { nullable: true, description: 'Part of a name, tone marks apart, or a whole code.' })
  @IsOptional()
  @Length(1, 100)
  search?: string | null;
  @Field(() => String, { nullable: true, description: 'Of this field alone.' }) @IsOptional() @Length(1, 300) fieldName?: string | null;
  @Field(() => ProcedureLevelEnum, { nullable: true, description: 'Of this level alone.' })
  @IsOptional()
  @IsIn(PROCEDURE_LEVELS)
  level?: ProcedureLevel | null;
  @Field(() => Boolean, { nullable: true, description: 'Those alone that nobody has checked for twelve months.' })
  @IsOptional()
  @IsBoolean()
  unchecked?: boolean | null;
  @Field(() => ProcedureOrderEnum, { nullable: true, description: 'Default: by name.' })
  @IsOptional()
  @IsIn(PROCEDURE_ORDERS)
  order?: ProcedureOrder | null;
}

@InputType()
export class CheckProcedureInput extends MutationInput {
  @Field(() => ID) @IsUUID() procedureId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

export const CheckProcedureResult = orRefusal('CheckProcedureResult', ProcedureObject);
