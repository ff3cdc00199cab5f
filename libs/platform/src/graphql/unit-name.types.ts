import { Field, ID, ObjectType } from '@nestjs/graphql';

/** Said here, below units, since whoever brings in a sheet brings it in for a unit. */
@ObjectType('UnitName', { description: 'A unit by name.' })
export class UnitNameObject {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) statisticsCode!: string | null;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
}
