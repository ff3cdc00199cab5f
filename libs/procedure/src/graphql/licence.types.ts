import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsUUID, Length } from 'class-validator';
import { type Term, type TermUnit } from '#domain/units';
import { LocalDateScalar, PageArguments, connectionOf, orderEnum } from '#lib/platform';
import { TermUnitEnum, UnitNameObject } from '#lib/units';
import {
  LICENCE_ORDERS,
  type LicenceCount,
  type LicenceKindRead,
  type LicenceOrder,
  type LicenceRead,
} from '../application/licence.queries.js';
import { LICENCE_STANDINGS, type LicenceStanding } from '../domain/licence-dates.js';
import { LICENCE_STATES, type LicenceState } from '../domain/licence.entity.js';
import { LicenceKindNameObject, ProcedureNameObject } from './names.types.js';

const enumOf = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, value]));
const LicenceStateEnum = enumOf(LICENCE_STATES);
registerEnumType(LicenceStateEnum, { name: 'LicenceState', description: 'What became of a licence.' });
const LicenceStandingEnum = enumOf(LICENCE_STANDINGS);
registerEnumType(LicenceStandingEnum, { name: 'LicenceStanding', description: 'How a licence in force stands towards its end today.' });

const LicenceOrderEnum = orderEnum<LicenceOrder>('LicenceOrder', {
  EXPIRY: 'By the day that they end: the next first, those without an end last.',
  EXPIRY_LAST: 'Those without an end first, then the last to end.',
  HOLDER: 'By the name of the holder.',
});

@ObjectType('LicenceTerm', { description: 'How long something is.' })
export class LicenceTermObject implements Term {
  @Field(() => Int, { description: 'How many.' }) amount!: number;
  @Field(() => TermUnitEnum, { description: 'Of what.' }) countedIn!: TermUnit;
}

@ObjectType('LicenceKind', { description: 'A kind of licence: how long it holds, and when its renewal is filed.' })
export class LicenceKindObject implements LicenceKindRead {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field({ description: 'Short, of capital letters, e.g. ALCOHOL_RETAIL.' }) kindCode!: string;
  @Field({ description: 'As it is called, in Vietnamese.' }) name!: string;
  @Field(() => LicenceTermObject, { nullable: true, description: 'How long it holds; none: it has no end.' })
  term!: LicenceTermObject | null;
  @Field(() => LicenceTermObject, { description: 'How long before its end the renewal is to be filed.' }) fileBefore!: LicenceTermObject;
  @Field(() => [Int], { description: 'Days before the last day to file on which holders are reminded, the furthest first.' })
  steps!: number[];
  @Field(() => ProcedureNameObject, { nullable: true, description: 'The procedure of its renewal; none: it is not in the catalogue.' })
  procedure!: ProcedureNameObject | null;
  @Field({ description: 'The law that it rests on.' }) legalBasis!: string;
  @Field(() => LocalDateScalar, { description: 'The first day on which this holds.' }) startsOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last; none: until further notice.' }) endsOn!: string | null;
  @Field({ description: 'Whether it holds today.' }) inForce!: boolean;
  @Field() illustrative!: boolean;
  @Field({ description: 'Whether you may say otherwise of it.' }) canEdit!: boolean;
}

@ObjectType('Licence', { description: 'A licence that an office issued to a business.' })
export class LicenceObject implements LicenceRead {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => LicenceKindNameObject, { description: 'Of which kind it is.' }) kind!: LicenceKindNameObject;
  @Field({ description: 'As it stands on the paper.' }) licenceNumber!: string;
  @Field(() => UnitNameObject, { description: 'The unit that keeps it.' }) unit!: UnitNameObject;
  @Field({ description: 'The business that holds it.' }) holder!: string;
  @Field(() => String, { nullable: true, description: 'Who speaks for the holder; none where it is not known, or not for you.' })
  contact!: string | null;
  @Field(() => String, { nullable: true, description: 'Telephone; none where it is not known, or not for you.' }) phone!: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail; none where it is not known, or not for you.' }) email!: string | null;
  @Field(() => String, { nullable: true, description: 'Of the business; none where it is not known, or not for you.' }) address!:
    string | null;
  @Field(() => LocalDateScalar, { description: 'When it was issued.' }) issuedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; none: it has no end.' }) expiresOn!: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day to file its renewal; none: it has none, or it is not known yet.',
  })
  fileBy!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last working day up to then; none: it is not known yet.' }) safeOn!:
    string | null;
  @Field(() => LicenceStateEnum, { description: 'What became of it.' }) state!: LicenceState;
  @Field(() => LicenceStandingEnum, { nullable: true, description: 'Reckoned today; none: it is over.' }) standing!: LicenceStanding | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When its renewal was filed; none: it was not renewed.' }) renewedOn!:
    string | null;
  @Field(() => ID, { nullable: true, description: 'The licence that took its place; none: there is none.' }) successorId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The licence whose place it took; none: there is none.' }) predecessorId!: string | null;
  @Field({ description: 'Whether its holder wants no reminders.' }) wantsNone!: boolean;
  @Field() illustrative!: boolean;
  @Field() canEdit!: boolean;
}

@ObjectType('LicenceCount', { description: 'How the licences of a kind stand that a unit keeps.' })
export class LicenceCountObject implements LicenceCount {
  @Field(() => UnitNameObject, { description: 'The unit.' }) unit!: UnitNameObject;
  @Field(() => LicenceKindNameObject, { description: 'Of which kind they are.' }) kind!: LicenceKindNameObject;
  @Field(() => Int, { description: 'Those of which nothing is due.' }) valid!: number;
  @Field(() => Int, { description: 'Those whose renewal is due.' }) due!: number;
  @Field(() => Int, { description: 'Those whose last day to file is over.' }) overdue!: number;
  @Field(() => Int, { description: 'Those that have ended.' }) expired!: number;
}

export const LicenceConnection = connectionOf('Licence', LicenceObject);

@ArgsType()
export class LicencesArguments extends PageArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a holder’s name, the beginning of a number, or the end of a telephone number.',
  })
  @IsOptional()
  @Length(1, 100)
  search?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this unit alone.' }) @IsOptional() @IsUUID() unitId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this kind alone.' }) @IsOptional() @IsUUID() kindId?: string | null;
  @Field(() => LicenceStateEnum, { nullable: true, description: 'In this state alone.' })
  @IsOptional()
  @IsIn(LICENCE_STATES)
  state?: LicenceState | null;
  @Field(() => LicenceStandingEnum, { nullable: true, description: 'Those alone that stand so today.' })
  @IsOptional()
  @IsIn(LICENCE_STANDINGS)
  standing?: LicenceStanding | null;
  @Field(() => LicenceOrderEnum, { nullable: true, description: 'Default: the next to end first.' })
  @IsOptional()
  @IsIn(LICENCE_ORDERS)
  order?: LicenceOrder | null;
}
