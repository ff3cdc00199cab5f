import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsUUID, Matches } from 'class-validator';
import { DecimalScalar, MutationInput, type Reason, WhyNotField, orRefusal } from '#lib/platform';
import { type SheetCardDifference, type SheetDifference } from '../application/sheet/sheet-difference.js';
import { type OfflineSheetRow, type SheetOutlook } from '../application/sheet/sheet.queries.js';
import { type ComparedCriterion } from '../domain/sheet/sheet.js';

@ObjectType('OfflineSheet', { description: 'Your workbook to mark on without the network. `fileDownload` of `fileId` gives it.' })
export class OfflineSheetObject implements OfflineSheetRow {
  @Field(() => ID) id!: string;
  @Field(() => ID) contestId!: string;
  @Field(() => ID) roundId!: string;
  @Field(() => Int, { description: 'Counts your sheets of the round.' }) number!: number;
  @Field({ description: 'Stands on the sheet, and is of this one alone.' }) sheetCode!: string;
  @Field(() => Int, { description: 'How many initiatives it has rows for.' }) initiatives!: number;
  @Field(() => ID, { description: 'The workbook; its content is had by `fileDownload`.' }) fileId!: string;
  @Field({ description: 'When it was issued.' }) issuedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'Since when a newer sheet has taken its place; null where none has.' })
  supersededAt!: Date | null;
}

@ObjectType('OfflineSheetOutlook', { description: 'The workbook that you may take of a round.' })
export class OfflineSheetOutlookObject implements SheetOutlook {
  @Field(() => ID, { description: "The round's." }) id!: string;
  @Field(() => Int, { description: 'How many initiatives it would have rows for: those whose card can be marked now.' })
  initiatives!: number;
  @Field({ description: 'Whether you may have one issued now.' }) canIssue!: boolean;
  @WhyNotField('Why none is issued.') whyNotIssue!: Reason;
}

@ObjectType('OfflineSheetCriterion', { description: 'One criterion of such a card.' })
export class OfflineSheetCriterionObject implements ComparedCriterion {
  @Field() criterion!: string;
  @Field({ description: 'Where its points stand in the file, as `Phiếu chấm!E7`.' }) cell!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The points that are saved; null where there are none.' }) pointsNow!:
    string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The points on the sheet; null where there are none.' }) pointsOnSheet!:
    string | null;
  @Field(() => String, { nullable: true, description: 'The comment that is saved; null where there is none.' }) commentNow!: string | null;
  @Field(() => String, { nullable: true, description: 'The comment on the sheet; null where there is none.' }) commentOnSheet!:
    string | null;
  @Field({ description: 'Whether the sheet differs from what is saved.' }) changed!: boolean;
}

@ObjectType('OfflineSheetCard', { description: 'One card of a sheet that was filled in without the network, held against what is saved.' })
export class OfflineSheetCardObject implements SheetCardDifference {
  @Field(() => ID) scorecardId!: string;
  @Field() receiptNumber!: string;
  @Field() title!: string;
  @Field({ description: 'The sheet says something else than the card.' }) changed!: boolean;
  @Field({ description: 'Whether the card can still take what the sheet says.' }) canImport!: boolean;
  @WhyNotField('What stands in the way of taking the marks from the sheet.') whyNotImport!: string | null;
  @Field(() => [OfflineSheetCriterionObject], { description: 'Criterion by criterion, what the sheet says and what is saved now.' })
  criteria!: OfflineSheetCriterionObject[];
}

@ObjectType('OfflineSheetDifference', { description: 'What an import would change. Nothing has been written.' })
export class OfflineSheetDifferenceObject implements SheetDifference {
  @Field(() => ID, { description: 'The sheet that was issued.' }) sheetId!: string;
  @Field({ description: 'The code that stands on the sheet.' }) sheetCode!: string;
  @Field(() => Int) number!: number;
  @Field({ description: 'Of all that is shown here; the import names it.' }) fingerprint!: string;
  @Field(() => Int, { description: 'Cards that an import would write.' }) changes!: number;
  @Field(() => [OfflineSheetCardObject], { description: 'The cards of the sheet, in its order.' }) cards!: OfflineSheetCardObject[];
}

@ArgsType()
export class OfflineSheetArguments {
  @Field(() => ID) @IsUUID() roundId!: string;
}

@ArgsType()
export class CompareOfflineSheetArguments {
  @Field(() => ID) @IsUUID() fileId!: string;
}

@InputType()
export class IssueOfflineSheetInput extends MutationInput {
  @Field(() => ID) @IsUUID() roundId!: string;
}

@InputType()
export class ImportOfflineSheetInput extends MutationInput {
  @Field(() => ID) @IsUUID() fileId!: string;
  @Field({ description: 'Of the comparison that you looked at.' }) @Matches(/^[0-9a-f]{64}$/) fingerprint!: string;
}

export const IssueOfflineSheetResult = orRefusal('IssueOfflineSheetResult', OfflineSheetObject);
export const ImportOfflineSheetResult = orRefusal('ImportOfflineSheetResult', OfflineSheetObject);
