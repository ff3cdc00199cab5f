import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { MutationInput } from '#lib/platform';

/** The list under which a later library says what is in the workbook of a closed round. */
export const JUDGING_DETAIL = 'judgingDetail';

@InputType()
export class ExportRoundInput extends MutationInput {
  @Field(() => ID) @IsUUID() roundId!: string;
}
