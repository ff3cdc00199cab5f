import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, Length } from 'class-validator';

/** What every mutation takes beside its own fields. */
@InputType({ isAbstract: true })
export abstract class MutationInput {
  @Field(() => String, { nullable: true, description: 'The same mutation sent again with the same key has one effect and the same outcome.' })
  @IsOptional()
  @IsString()
  @Length(8, 100)
  clientMutationId?: string | null;
}
