import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Lines } from '../graphql/typed-text.js';
import { MutationInput } from '../mutation/mutation-input.js';
import { LIST_FORMATS, type ListFormat } from './export.entity.js';
import { ExportedListEnum } from './exports.js';
import { type ListOrder } from './exports.service.js';

const ListFormatEnum = { XLSX: 'XLSX', CSV: 'CSV' } as const satisfies Readonly<Record<ListFormat, ListFormat>>;
registerEnumType(ListFormatEnum, {
  name: 'ListFormat',
  description: 'As what kind of file a list is written.',
  valuesMap: {
    XLSX: { description: 'A workbook: text is text, numbers are numbers, dates are dates.' },
    CSV: { description: 'Comma-separated UTF-8; text that a program would take for a formula has an apostrophe before it.' },
  },
});

const COLUMNS_MOST = 200;

@InputType()
export class ExportListInput extends MutationInput implements ListOrder {
  @Field(() => ExportedListEnum.values, { description: 'The query that shows the list.' }) @IsString() list!: string;
  @Lines()
  @Field(() => String, {
    nullable: true,
    description:
      'The arguments of that query as JSON, its filters and its order, of which the file has all: no argument of pages. Null: all, in its usual order.',
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
  @Field(() => ListFormatEnum, { description: 'What kind of file it is to be.' }) @IsIn(LIST_FORMATS) format!: ListFormat;
}
