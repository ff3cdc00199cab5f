import { Field, ID, ObjectType } from '@nestjs/graphql';
import { type LicenceKindName, type LicenceName } from '../application/licence-name.js';
import { type ProcedureName } from '../application/procedure-name.js';

@ObjectType('ProcedureName', { description: 'An administrative procedure by its name.' })
export class ProcedureNameObject implements ProcedureName {
  @Field(() => ID) id!: string;
  @Field({ description: 'As the portal numbers it, e.g. 1.012379.H13.' }) procedureCode!: string;
  @Field({ description: 'As the portal names it, in Vietnamese.' }) name!: string;
}

@ObjectType('LicenceKindName', { description: 'A kind of licence by its name.' })
export class LicenceKindNameObject implements LicenceKindName {
  @Field(() => ID) id!: string;
  @Field({ description: 'Short, of capital letters, e.g. ALCOHOL_RETAIL.' }) kindCode!: string;
  @Field({ description: 'As it is called, in Vietnamese.' }) name!: string;
}

@ObjectType('LicenceName', { description: 'A licence by its number.' })
export class LicenceNameObject implements LicenceName {
  @Field(() => ID) id!: string;
  @Field({ description: 'As it stands on the paper.' }) licenceNumber!: string;
}
