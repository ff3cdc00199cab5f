import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { PageArguments, connectionOf } from '../graphql/connection.js';
import { type AgeOrder, AgeOrderField } from '../graphql/orders.js';
import { UnitNameObject } from '../graphql/unit-name.types.js';
import { type Reason, WhyNotField } from '../graphql/why-not.js';
import { MutationInput } from '../mutation/mutation-input.js';
import { orRefusal } from '../refusals/refusable.js';
import { RefusalCodeEnum } from '../refusals/refusal.types.js';
import { type ImportCell } from './import-kind.js';
import { ImportNameEnum } from './imports.js';
import { type ImportCellRead, type ImportProblemRead, type ImportRead, type ImportRowRead } from './import.queries.js';
import { IMPORT_STATES, type ImportState, ROW_FATES, type RowFate } from './import.entity.js';

const ImportStateEnum = Object.fromEntries(IMPORT_STATES.map((state) => [state, state])) as { readonly [S in ImportState]: S };
registerEnumType(ImportStateEnum, {
  name: 'ImportState',
  description: 'How far an import is.',
  valuesMap: {
    OPEN: { description: 'It waits for a sheet that can be read.' },
    CHECKED: { description: 'Its rows were tried; nothing is written.' },
    APPLIED: { description: 'All of its rows were brought in.' },
    GIVEN_UP: { description: 'Nothing comes of it.' },
  },
});

const RowFateEnum = Object.fromEntries(ROW_FATES.map((fate) => [fate, fate])) as { readonly [F in RowFate]: F };
registerEnumType(RowFateEnum, {
  name: 'ImportFate',
  description: 'What becomes of a row.',
  valuesMap: {
    MAKE: { description: 'Something new is made.' },
    CHANGE: { description: 'Something that is there is changed, or added to.' },
    LEAVE: { description: 'All of it is there already.' },
    PROBLEM: { description: 'Something is wrong with it.' },
  },
});

const CELLS: readonly ImportCell[] = ['TEXT', 'CODE', 'DAY', 'NUMBER', 'CHOICE', 'MARK'];
const ImportCellEnum = Object.fromEntries(CELLS.map((cell) => [cell, cell])) as { readonly [C in ImportCell]: C };
registerEnumType(ImportCellEnum, {
  name: 'ImportCellKind',
  description: 'What stands in a column of a sheet.',
  valuesMap: {
    TEXT: { description: 'A text.' },
    CODE: { description: 'A text that may look like a number, as a code or a telephone number; the cell has to be formatted as text.' },
    DAY: { description: 'A day, as the spreadsheet keeps it or as 15/10/2023.' },
    NUMBER: { description: 'A whole number.' },
    CHOICE: { description: 'One of several words.' },
    MARK: { description: 'A cross, or nothing.' },
  },
});

@ObjectType('ImportColumn', { description: 'A column of a sheet that can be brought in.' })
export class ImportColumnObject {
  @Field({ description: 'Its name in answers; as a head it is understood, too.' }) key!: string;
  @Field({ description: 'Its head, in your language.' }) head!: string;
  @Field(() => ImportCellEnum, { description: 'What stands in it.' }) takes!: ImportCell;
  @Field({ description: 'Whether each row has to have it.' }) required!: boolean;
  @Field({ description: 'What to write there, in your language.' }) hint!: string;
  @Field({ description: 'An example.' }) example!: string;
}

@ObjectType('ImportKind', { description: 'Something that can be brought in by a sheet.' })
export class ImportKindObject {
  @Field(() => ImportNameEnum.values, { description: 'Its name.' }) name!: string;
  @Field({ description: 'What it brings in, in your language.' }) title!: string;
  @Field({ description: 'What the unit is to the rows, in your language.' }) unitIs!: string;
  @Field(() => UnitNameObject, { description: 'The highest unit for which you may bring it in.' }) unit!: UnitNameObject;
  @Field(() => [ImportColumnObject], { description: 'The columns of its sheet, in the order of the template.' })
  columns!: ImportColumnObject[];
  @Field(() => Int, { description: 'The most rows that a sheet may have.' }) maxRows!: number;
  @Field(() => Int, { description: 'The most bytes that its file may have.' }) maxBytes!: number;
}

@ObjectType('Import', { description: 'A sheet that somebody brings in: checked row by row, looked at, then applied as a whole.' })
export class ImportObject implements ImportRead {
  @Field(() => ID) id!: string;
  @Field(() => ImportNameEnum.values, { description: 'What it brings in, as `importKinds` names it.' }) kind!: string;
  @Field({ description: 'What it brings in, in your language.' }) title!: string;
  @Field(() => ImportStateEnum, { description: 'How far it is.' }) state!: ImportState;
  @Field(() => UnitNameObject, { description: 'What rows that name no unit are of.' }) unit!: UnitNameObject;
  @Field({ description: 'The full name of who brings it in.' }) personName!: string;
  @Field({ description: 'Whether you bring it in: nobody else reads its rows.' }) own!: boolean;
  @Field(() => String, { nullable: true, description: 'Of the sheet that was read last; null before, and once its rows are gone.' })
  fileName!: string | null;
  @Field(() => ID, { nullable: true, description: 'The job that reads, checks or applies it, or did last; null before.' })
  jobId!: string | null;
  @Field({ description: 'Whether that job is not over.' }) running!: boolean;
  @Field(() => Int, { description: 'Rows that make something new.' }) makeCount!: number;
  @Field(() => Int, { description: 'Rows that change something, or add to it.' }) changeCount!: number;
  @Field(() => Int, { description: 'Rows of which all is there already.' }) leaveCount!: number;
  @Field(() => Int, { description: 'Rows with which something is wrong.' }) problemCount!: number;
  @Field({ description: 'When it was begun.' }) createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When its rows were last tried; null before.' }) checkedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was applied; null before.' }) appliedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Until when its rows are kept; null once they are gone.' }) rowsUntil!: Date | null;
  @Field(() => Int) version!: number;
  @WhyNotField('Why you cannot apply it now.') whyNotApply!: Reason & ImportRead['whyNotApply'];
  @WhyNotField('Why you cannot have a sheet of it checked now.') whyNotCheck!: Reason & ImportRead['whyNotCheck'];
  @WhyNotField('Why you cannot give it up.') whyNotGiveUp!: Reason & ImportRead['whyNotGiveUp'];
}

@ObjectType('ImportCell', { description: 'What was typed into a cell of a sheet.' })
export class ImportCellObject implements ImportCellRead {
  @Field({ description: 'The key of the column.' }) column!: string;
  @Field({ description: 'As it was typed.' }) typed!: string;
}

@ObjectType('ImportProblem', { description: 'Something that is wrong with a row.' })
export class ImportProblemObject implements ImportProblemRead {
  @Field(() => String, { nullable: true, description: 'The key of the column; null: it is about the row as a whole.' }) column!:
    string | null;
  @Field(() => String, { nullable: true, description: 'The head of the column, in your language; null where there is none.' })
  head!: string | null;
  @Field(() => String, { nullable: true, description: 'As it was typed; null where the cell is empty.' }) value!: string | null;
  @Field(() => RefusalCodeEnum, { nullable: true, description: 'What is wrong; null where it was told by a code that was given up since.' })
  code!: string | null;
  @Field({ description: 'What is wrong and what to do, in your language.' }) message!: string;
}

@ObjectType('ImportRow', { description: 'A row of a sheet, and what becomes of it.' })
export class ImportRowObject implements ImportRowRead {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'As the spreadsheet counts; the row with the heads is there where something is wrong with them.' })
  number!: number;
  @Field(() => RowFateEnum, { description: 'What becomes of it.' }) fate!: RowFate;
  @Field({ description: 'What it is about; empty where that could not be told.' }) subject!: string;
  @Field(() => [ImportCellObject], { description: 'What was typed, in the order of the columns; empty cells are left out.' })
  cells!: ImportCellObject[];
  @Field(() => [String], { description: 'What is done for it, step by step, in your language.' }) steps!: string[];
  @Field(() => [ImportProblemObject], { description: 'All that is wrong with it.' }) problems!: ImportProblemObject[];
}

export const ImportConnection = connectionOf('Import', ImportObject);
export const ImportRowConnection = connectionOf('ImportRow', ImportRowObject);

@ArgsType()
export class ImportArguments {
  @Field(() => ID) @IsUUID() id!: string;
}

@ArgsType()
export class ImportsArguments extends PageArguments {
  @Field(() => ImportNameEnum.values, { nullable: true, description: 'Only of this kind.' }) @IsOptional() kind?: string | null;
  @AgeOrderField() order?: AgeOrder | null;
}

@ArgsType()
export class ImportRowsArguments extends PageArguments {
  @Field(() => ID, { description: 'The import.' }) @IsUUID() importId!: string;
  @Field(() => RowFateEnum, { nullable: true, description: 'Only rows of which this becomes.' })
  @IsOptional()
  @IsIn(ROW_FATES)
  fate?: RowFate | null;
}

@InputType()
export class BeginImportInput extends MutationInput {
  @Field(() => ImportNameEnum.values, { description: 'What is to be brought in, as `importKinds` names it.' }) @IsString() kind!: string;
  @Field(() => ID, { description: 'What rows that name no unit are of.' }) @IsUUID() unitId!: string;
}

@InputType()
export class CheckImportInput extends MutationInput {
  @Field(() => ID, { description: 'The import.' }) @IsUUID() importId!: string;
  @Field(() => ID, { description: 'The sheet, uploaded to it: XLSX, or CSV in UTF-8.' }) @IsUUID() fileId!: string;
}

@InputType()
export class ApplyImportInput extends MutationInput {
  @Field(() => ID, { description: 'The import.' }) @IsUUID() importId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
}

@InputType()
export class GiveUpImportInput extends MutationInput {
  @Field(() => ID, { description: 'The import.' }) @IsUUID() importId!: string;
}

@InputType()
export class MakeImportTemplateInput extends MutationInput {
  @Field(() => ImportNameEnum.values, { description: 'What is to be brought in, as `importKinds` names it.' }) @IsString() kind!: string;
}

export const BeginImportResult = orRefusal('BeginImportResult', ImportObject);
export const CheckImportResult = orRefusal('CheckImportResult', ImportObject);
export const ApplyImportResult = orRefusal('ApplyImportResult', ImportObject);
export const GiveUpImportResult = orRefusal('GiveUpImportResult', ImportObject);
