import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { MutationInput } from '#lib/platform';

@InputType()
export class ExportRoundInput extends MutationInput {
  @Field(() => ID) @IsUUID() roundId!: string;
}
