import { Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Lines } from '../graphql/typed-text.js';
import { MutationInput } from '../mutation/mutation-input.js';
import { EXPORT_FORMATS, type ExportFormat } from './export.entity.js';
import { ExportedListEnum } from './exports.js';
import { type ListOrder } from './exports.service.js';
import { ExportFormatEnum } from '../jobs/job.types.js';

const COLUMNS_MOST = 200;

@InputType()
export class ExportListInput extends MutationInput implements ListOrder {
  @Field(() => ExportedListEnum.values, { description: 'The query that shows the list.' }) @IsString() list!: string;
  @Lines()
  @Field(() => String, {
    nullable: true,
    description: 'The arguments of that query as JSON, its filters and its order; its pages are left out. Null: all, in its usual order.',
  })
  @IsOptional()
  @MaxLength(4000)
  filter?: string | null;
  @Field(() => [String], { nullable: true, description: 'The keys of the columns, in the order of the file; null: all that there are.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(COLUMNS_MOST)
  @MaxLength(60, { each: true })
  columns?: string[] | null;
  @Field(() => ExportFormatEnum, { description: 'What kind of file it is to be.' }) @IsIn(EXPORT_FORMATS) format!: ExportFormat;
}
