import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, Length } from 'class-validator';

const SHORTEST_KEY = 8;
const LONGEST_KEY = 100;

/** Whether it can be kept as a key; where not, the shape of the input is refused like that of any other field. */
export function isKey(key: unknown): key is string {
  return typeof key === 'string' && key.length >= SHORTEST_KEY && key.length <= LONGEST_KEY;
}

/** What every mutation takes beside its own fields. */
@InputType({ isAbstract: true })
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description: 'The same mutation sent again with the same key has one effect and the same outcome.',
  })
  @IsOptional()
  @IsString()
  @Length(SHORTEST_KEY, LONGEST_KEY)
  clientMutationId?: string | null;
}
