import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDateScalar } from '#lib/platform';
import { BASIS_STANDINGS, type BasisStanding, type StandingBasis } from '../domain/bases.js';

const BasisStandingEnum = Object.fromEntries(BASIS_STANDINGS.map((value) => [value, value]));
registerEnumType(BasisStandingEnum, { name: 'PaperBasisStanding', description: 'How a legal basis stands today.' });

@ObjectType('PaperBasis', { description: 'A legal basis, with the days on which it is in force.' })
export class PaperBasisObject implements StandingBasis {
  @Field({ description: 'As it stands in papers.' }) text!: string;
  @Field(() => LocalDateScalar, { description: 'Its first day.' }) from!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; none: until further notice.' }) to!: string | null;
  @Field(() => String, { nullable: true, description: 'What took its place once it ended; none: nothing did, or it has no end.' })
  replacedBy!: string | null;
  @Field(() => BasisStandingEnum, { description: 'How it stands today: a paper names it while it is in force.' }) standing!: BasisStanding;
  @Field({ description: 'Whether it ended and what replaced it is not among the bases in force.' }) successorMissing!: boolean;
}
