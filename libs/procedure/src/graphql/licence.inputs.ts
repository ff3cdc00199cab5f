import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEmail, IsIn, IsInt, IsOptional, IsUUID, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { TERM_UNITS, type Term, type TermUnit } from '#domain/units';
import { Lines, LocalDateScalar, MutationInput, orRefusal } from '#lib/platform';
import { TermUnitEnum } from '#lib/units';
import { LICENCE_ENDS, type LicenceEnd } from '../domain/licence.entity.js';
import { LicenceKindObject, LicenceObject } from './licence.types.js';

const LicenceEndEnum = Object.fromEntries(LICENCE_ENDS.map((end) => [end, end]));
registerEnumType(LicenceEndEnum, { name: 'LicenceEnd', description: 'How a licence ends without a renewal.' });

@InputType({ description: 'How long something is.' })
export class LicenceTermInput implements Term {
  @Field(() => Int, { description: 'How many: up to 1,000.' }) @IsInt() @Min(0) @Max(1000) amount!: number;
  @Field(() => TermUnitEnum, { description: 'Of what.' }) @IsIn(TERM_UNITS) countedIn!: TermUnit;
}

@InputType({ isAbstract: true })
abstract class LicenceKindFields extends MutationInput {
  @Field({ description: 'As it is called, in Vietnamese.' }) @Length(2, 300) name!: string;
  @Field(() => LicenceTermInput, { nullable: true, description: 'How long it holds; none: it has no end.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LicenceTermInput)
  term?: LicenceTermInput | null;
  @Field(() => LicenceTermInput, { description: 'How long before its end the renewal is to be filed.' })
  @ValidateNested()
  @Type(() => LicenceTermInput)
  fileBefore!: LicenceTermInput;
  @Field(() => [Int], { description: 'Days before the last day to file on which holders are reminded, the furthest first; six at most.' })
  @ArrayMaxSize(6)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(400, { each: true })
  steps!: number[];
  @Field(() => ID, { nullable: true, description: 'The procedure of its renewal.' }) @IsOptional() @IsUUID() procedureId?: string | null;
  @Lines() @Field({ description: 'The law that it rests on.' }) @Length(1, 1000) legalBasis!: string;
  @Field(() => LocalDateScalar, { description: 'The first day on which this holds.' }) startsOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last; none: until further notice.' }) @IsOptional() endsOn?:
    string | null;
}

@InputType()
export class EnterLicenceKindInput extends LicenceKindFields {
  @Field({ description: 'Short, of capital letters, e.g. ALCOHOL_RETAIL.' }) @Length(2, 40) kindCode!: string;
}

@InputType()
export class EditLicenceKindInput extends LicenceKindFields {
  @Field(() => ID, { description: 'Which kind.' }) @IsUUID() kindId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType({ isAbstract: true })
abstract class LicenceContactFields extends MutationInput {
  @Field(() => String, { nullable: true, description: 'Who speaks for the holder.' }) @IsOptional() @MaxLength(200) contact?: string | null;
  @Field(() => String, { nullable: true, description: 'One telephone number.' }) @IsOptional() @MaxLength(30) phone?: string | null;
  @Field(() => String, { nullable: true, description: 'One address.' }) @IsOptional() @IsEmail() @MaxLength(320) email?: string | null;
  @Field(() => String, { nullable: true, description: 'Of the business; never of somebody’s home.' })
  @IsOptional()
  @MaxLength(500)
  address?: string | null;
}

@InputType()
export class EnterLicenceInput extends LicenceContactFields {
  @Field(() => ID) @IsUUID() unitId!: string;
  @Field(() => ID, { description: 'Of which kind it is.' }) @IsUUID() kindId!: string;
  @Field({ description: 'As it stands on the paper.' }) @Length(1, 100) licenceNumber!: string;
  @Field({ description: 'The business that holds it.' }) @Length(1, 300) holder!: string;
  @Field(() => LocalDateScalar, { description: 'When it was issued.' }) issuedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; left out: by the term of its kind.' })
  @IsOptional()
  expiresOn?: string | null;
}

@InputType()
export class EditLicenceContactInput extends LicenceContactFields {
  @Field(() => ID, { description: 'Which licence.' }) @IsUUID() licenceId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class CorrectLicenceInput extends MutationInput {
  @Field(() => ID, { description: 'Which licence.' }) @IsUUID() licenceId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field({ description: 'As it stands on the paper.' }) @Length(1, 100) licenceNumber!: string;
  @Field({ description: 'The business that holds it.' }) @Length(1, 300) holder!: string;
  @Field(() => LocalDateScalar, { description: 'When it was issued.' }) issuedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; null: it has no end; left out: as it is.' })
  @IsOptional()
  expiresOn?: string | null;
  @Lines() @Field({ description: 'What was wrong.' }) @Length(3, 1000) reason!: string;
}

@InputType()
export class RecordRenewalInput extends MutationInput {
  @Field(() => ID, { description: 'The licence that was renewed.' }) @IsUUID() licenceId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field({ description: 'The number of the new one.' }) @Length(1, 100) licenceNumber!: string;
  @Field(() => LocalDateScalar, { description: 'When the new one was issued.' }) issuedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; left out: by the term of its kind.' })
  @IsOptional()
  expiresOn?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When the renewal was filed; left out: when the new one was issued.' })
  @IsOptional()
  filedOn?: string | null;
}

@InputType()
export class EndLicenceInput extends MutationInput {
  @Field(() => ID, { description: 'Which licence.' }) @IsUUID() licenceId!: string;
  @Field(() => Int) @IsInt() version!: number;
  @Field(() => LicenceEndEnum, { description: 'How it ends.' }) @IsIn(LICENCE_ENDS) end!: LicenceEnd;
  @Lines() @Field() @Length(3, 1000) reason!: string;
}

export const EnterLicenceKindResult = orRefusal('EnterLicenceKindResult', LicenceKindObject);
export const EditLicenceKindResult = orRefusal('EditLicenceKindResult', LicenceKindObject);
export const EnterLicenceResult = orRefusal('EnterLicenceResult', LicenceObject);
export const EditLicenceContactResult = orRefusal('EditLicenceContactResult', LicenceObject);
export const CorrectLicenceResult = orRefusal('CorrectLicenceResult', LicenceObject);
export const RecordRenewalResult = orRefusal('RecordRenewalResult', LicenceObject);
export const EndLicenceResult = orRefusal('EndLicenceResult', LicenceObject);
