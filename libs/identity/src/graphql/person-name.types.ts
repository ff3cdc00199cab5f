import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('PersonName', { description: 'Somebody by name.' })
export class PersonNameObject {
  @Field(() => ID) id!: string;
  @Field() fullName!: string;
}

@ObjectType('PersonRecord', { description: 'A record of somebody by name and address: one person may have several.' })
export class PersonRecordObject extends PersonNameObject {
  @Field(() => String, { nullable: true, description: 'Its e-mail address; null where it has none.' }) email!: string | null;
}
