import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonNameObject } from '#lib/identity';
import { DecimalScalar } from '#lib/platform';
import { DOSSIER_FIELDS } from '../domain/asks.js';
import { INFLUENCES } from '../domain/content.js';
import { LINK_VERDICTS, SCREENING_VERDICTS } from '../domain/initiative-parts.entity.js';
import { INITIATIVE_STATES } from '../domain/states.js';
import { type InitiativeName } from '../application/initiative-name.js';
import { type AreaName, type AuthorRow, type OwnerName } from '../application/initiative.rows.js';

export const enumOf = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));

export const InitiativeStateEnum = enumOf(INITIATIVE_STATES);
export const InfluenceEnum = enumOf(INFLUENCES);
export const ScreeningVerdictEnum = enumOf(SCREENING_VERDICTS);
export const LinkVerdictEnum = enumOf(LINK_VERDICTS);
registerEnumType(InitiativeStateEnum, { name: 'InitiativeState', description: 'Where an initiative stands.' });
registerEnumType(InfluenceEnum, {
  name: 'Influence',
  description: 'How far the initiative reaches: its establishment, the province, the country.',
});
registerEnumType(ScreeningVerdictEnum, {
  name: 'ScreeningVerdict',
  description: 'What the secretariat said.',
  valuesMap: { DUE_MOVED: { description: 'No verdict: one that was returned may come back until another moment.' } },
});
export const DossierFieldEnum = enumOf(DOSSIER_FIELDS);
registerEnumType(DossierFieldEnum, { name: 'DossierField', description: 'A part of a dossier, as it is asked about.' });
registerEnumType(LinkVerdictEnum, {
  name: 'LinkVerdict',
  description: 'Compared with an earlier one: new, an improvement of it, or a duplicate.',
});

@ObjectType('InitiativeArea', { description: 'The reform area of an initiative.' })
export class AreaNameObject implements AreaName {
  @Field(() => ID) id!: string;
  @Field() areaCode!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
}

@ObjectType('InitiativeName', { description: 'An initiative by number and title, as whoever points to it shows it.' })
export class InitiativeNameObject implements InitiativeName {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) receiptNumber!: string | null;
  @Field() title!: string;
}

@ObjectType('InitiativeOwner', { description: 'The unit that sends an initiative in.' })
export class OwnerNameObject implements OwnerName {
  @Field(() => ID) id!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => String, { nullable: true }) abbreviation!: string | null;
}

@ObjectType('InitiativeAuthor', { description: 'An author with their share.' })
export class AuthorObject implements AuthorRow {
  @Field(() => PersonNameObject) person!: PersonNameObject;
  @Field(() => DecimalScalar, { description: 'In percent; the shares sum to exactly 100.' }) share!: string;
  @Field() lead!: boolean;
}
