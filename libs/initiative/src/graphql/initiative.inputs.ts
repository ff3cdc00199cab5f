import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { TRACKS, type Track } from '#domain/contest';
import { TrackEnum } from '#lib/contest';
import { DecimalScalar, Lines, LocalDateScalar, MutationInput, PageArguments, orRefusal, orderEnum } from '#lib/platform';
import { INITIATIVE_ORDERS, type InitiativeOrder } from '../application/initiative-list.queries.js';
import { type TypedTexts } from '../application/similar.queries.js';
import { type Influence, INFLUENCES, TEXT_MAX, TITLE_MAX } from '../domain/content.js';
import { CAPTION_MAX, DOSSIER_FILE_KINDS, type DossierFileKind, type FilePlace } from '../domain/dossier-files.js';
import { DossierFileKindEnum } from './dossier-file.types.js';
import { DOSSIER_FIELDS, type DossierField } from '../domain/asks.js';
import { LINK_VERDICTS, type LinkVerdict } from '../domain/initiative-parts.entity.js';
import { INITIATIVE_STATES, type InitiativeState } from '../domain/states.js';
import { DossierFieldEnum } from './initiative-names.types.js';
import { InfluenceEnum, InitiativeObject, InitiativeStateEnum, LinkVerdictEnum } from './initiative.types.js';

const InitiativeOrderEnum = orderEnum<InitiativeOrder>('InitiativeOrder', {
  RECEIVED: 'The latest received first.',
  RECEIVED_FIRST: 'The earliest received first; drafts last.',
  SAVED: 'The latest saved first.',
  TITLE: 'By title.',
  CODE: 'By the number of the receipt; drafts first.',
  CODE_LAST: 'By the number of the receipt, the highest first.',
  UNIT: 'By the name of the unit.',
  AREA: 'By the name of the area.',
  STATE: 'By where it stands.',
  DUE: 'What is due back first; what is not, last.',
});

const EligibilityEnum = { ELIGIBLE: 'ELIGIBLE', REJECTED: 'REJECTED' } as const;
registerEnumType(EligibilityEnum, { name: 'Eligibility', description: 'Whether an initiative takes part.' });

@InputType({ description: 'An author with their share.' })
export class AuthorInput {
  @Field(() => ID) @IsUUID() personId!: string;
  @Field(() => DecimalScalar, { description: 'In percent, up to two decimals.' }) @IsString() share!: string;
  @Field() @IsBoolean() lead!: boolean;
}

/** What is on the form; a field that is not given stays as it is. */
@InputType({ isAbstract: true })
abstract class TextsInput extends MutationInput {
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(TITLE_MAX) title?: string;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(TEXT_MAX) problem?: string;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(TEXT_MAX) solution?: string;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(TEXT_MAX) novelty?: string;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(TEXT_MAX) effect?: string;
  @Field(() => InfluenceEnum, { nullable: true }) @IsOptional() @IsIn(INFLUENCES) influence?: Influence;
  @Field(() => TrackEnum, { nullable: true, description: 'Of one author or of several; where the prizes of the contest have tracks.' })
  @IsOptional()
  @IsIn(TRACKS)
  track?: Track | null;
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() @IsString() firstAppliedOn?: string | null;
  @Lines()
  @Field(() => String, { nullable: true, description: 'For its owner and the secretariat alone.' })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  confidential?: string | null;
}

@InputType({ isAbstract: true })
export abstract class OriginInput extends TextsInput {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field(() => ID) @IsUUID() areaId!: string;
  @Field(() => ID) @IsUUID() ownerUnitId!: string;
  @Field(() => ID, { nullable: true, description: 'The one of an earlier year that it improves.' }) @IsOptional() @IsUUID() improvesId?:
    string | null;
}

@InputType()
export class DraftInitiativeInput extends OriginInput {
  @Field(() => [AuthorInput], { nullable: true, description: 'Without them you are its one author.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AuthorInput)
  authors?: AuthorInput[] | null;
}

@InputType()
export class EnterPaperInitiativeInput extends OriginInput {
  @Field({ description: 'When the secretariat had it; counts against the deadline.' }) @IsDate() receivedAt!: Date;
  @Field(() => [AuthorInput]) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => AuthorInput) authors!: AuthorInput[];
}

@InputType()
export class RecordPastInitiativeInput extends OriginInput {
  @Field() @IsString() @Length(3, TITLE_MAX) override title!: string;
  @Field(() => [AuthorInput]) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => AuthorInput) authors!: AuthorInput[];
  @Field({ defaultValue: false, description: 'Invented for demonstration.' }) @IsBoolean() illustrative!: boolean;
}

@InputType()
export class InitiativeInput extends MutationInput {
  @Field(() => ID) @IsUUID() initiativeId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
}

@InputType()
export class SaveDraftInput extends TextsInput {
  @Field(() => ID) @IsUUID() initiativeId!: string;
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() areaId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The one of an earlier year that it improves; null takes it back, left out it stays.' })
  @IsOptional()
  @IsUUID()
  improvesId?: string | null;
}

@InputType()
export class SetAuthorsInput extends InitiativeInput {
  @Field(() => [AuthorInput], { description: 'All of them, in their order.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AuthorInput)
  authors!: AuthorInput[];
}

@InputType()
export class DeclareInitiativeInput extends InitiativeInput {
  @Field({ description: 'It is the authors’ own work.' }) @IsBoolean() ownWork!: boolean;
  @Field({ description: 'It has won no prize elsewhere.' }) @IsBoolean() notPrizedElsewhere!: boolean;
  @Field({ description: 'None of its authors is on the jury.' }) @IsBoolean() nobodyOnJury!: boolean;
}

@InputType()
export class ReasonedInitiativeInput extends InitiativeInput {
  @Lines() @Field() @IsString() @MaxLength(4000) reason!: string;
}

@InputType()
export class SendBackInitiativeInput extends InitiativeInput {
  @Lines() @Field({ description: 'What its writers are to mend.' }) @IsString() @MaxLength(4000) words!: string;
}

@InputType()
export class MoveReturnDueInput extends ReasonedInitiativeInput {
  @Field({ description: 'May lie after the deadline of the contest.' }) @IsDate() dueAt!: Date;
}

@InputType({ description: 'What is asked at one part of a dossier.' })
export class AskInput {
  @Field(() => DossierFieldEnum, { description: 'At which part of the dossier.' }) @IsIn(DOSSIER_FIELDS) field!: DossierField;
  @Lines() @Field({ description: 'What is asked there.' }) @IsString() @MaxLength(2000) words!: string;
}

@InputType()
export class ReturnInitiativeInput extends MoveReturnDueInput {
  @Field(() => [AskInput], { nullable: true, description: 'What is asked at parts of the dossier, each once.' })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AskInput)
  asks: AskInput[] = [];
}

@InputType()
export class ScreenInitiativeInput extends InitiativeInput {
  @Field(() => EligibilityEnum) @IsIn(['ELIGIBLE', 'REJECTED']) verdict!: 'ELIGIBLE' | 'REJECTED';
  @Lines() @Field() @IsString() @MaxLength(4000) reason!: string;
  @Field(() => LinkVerdictEnum, { nullable: true, description: 'Of the one that it says it improves, where it names one.' })
  @IsOptional()
  @IsIn(LINK_VERDICTS)
  improvesVerdict?: LinkVerdict | null;
}

@InputType()
export class LinkSimilarInput extends MutationInput {
  @Field(() => ID) @IsUUID() initiativeId!: string;
  @Field(() => ID, { description: 'The one it is compared with.' }) @IsUUID() earlierId!: string;
  @Field(() => LinkVerdictEnum) @IsIn(LINK_VERDICTS) verdict!: LinkVerdict;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(4000) reason?: string | null;
}

@InputType({ description: 'What a file of a dossier is, and where it stands among the others.' })
export class FilePlaceInput implements FilePlace {
  @Field(() => ID) @IsUUID() fileId!: string;
  @Field(() => DossierFileKindEnum, { description: 'What it is.' }) @IsIn(DOSSIER_FILE_KINDS) kind!: DossierFileKind;
  @Field(() => String, { nullable: true, description: `What is said of it, ${String(CAPTION_MAX)} characters at most.` })
  @IsOptional()
  @IsString()
  @MaxLength(CAPTION_MAX)
  caption?: string | null;
}

@InputType()
export class ArrangeFilesInput extends InitiativeInput {
  @Field(() => [FilePlaceInput], { description: 'All files of the initiative, in the order in which they are to stand.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => FilePlaceInput)
  files!: FilePlaceInput[];
}

@ArgsType()
export class InitiativesArguments extends PageArguments {
  @Field(() => Int, { nullable: true, description: 'The year of the contest.' }) @IsOptional() @IsInt() year?: number | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() contestId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() areaId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() ownerUnitId?: string | null;

  @Field(() => [InitiativeStateEnum], { nullable: true })
  @IsOptional()
  @ArrayMinSize(1)
  @IsIn(INITIATIVE_STATES, { each: true })
  states?: InitiativeState[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of a title or, from three letters on, of the text of a file, tone marks apart; or the number of a receipt.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the name of an author, tone marks apart.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  author?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whoever of the secretariat said something of it; for those who screen.' })
  @IsOptional()
  @IsUUID()
  screenerId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Received on this day or later.' }) receivedFrom?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Received on this day or before.' }) receivedTo?: string | null;

  @Field(() => InitiativeOrderEnum, { nullable: true }) @IsOptional() @IsIn(INITIATIVE_ORDERS) order?: InitiativeOrder | null;
}

@ArgsType()
export class SimilarArguments extends PageArguments {
  @Field(() => ID) @IsUUID() initiativeId!: string;
}

/** What is on the screen; none of it is kept. */
@ArgsType()
export class SimilarToTextArguments implements TypedTexts {
  @Field({ description: 'Its title; without one nothing is found.' }) @IsString() @MaxLength(TITLE_MAX) title!: string;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(TEXT_MAX) problem?: string;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(TEXT_MAX) solution?: string;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(TEXT_MAX) novelty?: string;
  @Lines() @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(TEXT_MAX) effect?: string;
  @Field(() => ID, { nullable: true, description: 'The initiative that it is of, where there is one already: it is left out.' })
  @IsOptional()
  @IsUUID()
  initiativeId?: string | null;
}

@ArgsType()
export class PossibleAuthorsArguments extends PageArguments {
  @Field(() => ID) @IsUUID() contestId!: string;
  @Field({ description: 'Part of a name, tone marks apart.' }) @IsString() @Length(2, 100) search!: string;
}

@ArgsType()
export class IdArgument {
  @Field(() => ID) @IsUUID() id!: string;
}

export const DraftInitiativeResult = orRefusal('DraftInitiativeResult', InitiativeObject);
export const SaveDraftResult = orRefusal('SaveDraftResult', InitiativeObject);
export const ArrangeFilesResult = orRefusal('ArrangeFilesResult', InitiativeObject);
export const SetAuthorsResult = orRefusal('SetAuthorsResult', InitiativeObject);
export const DeclareInitiativeResult = orRefusal('DeclareInitiativeResult', InitiativeObject);
export const ConfirmInitiativeResult = orRefusal('ConfirmInitiativeResult', InitiativeObject);
export const SendBackInitiativeResult = orRefusal('SendBackInitiativeResult', InitiativeObject);
export const SubmitInitiativeResult = orRefusal('SubmitInitiativeResult', InitiativeObject);
export const EnterPaperInitiativeResult = orRefusal('EnterPaperInitiativeResult', InitiativeObject);
export const RecordPastInitiativeResult = orRefusal('RecordPastInitiativeResult', InitiativeObject);
export const WithdrawInitiativeResult = orRefusal('WithdrawInitiativeResult', InitiativeObject);
export const ReturnInitiativeResult = orRefusal('ReturnInitiativeResult', InitiativeObject);
export const MoveReturnDueResult = orRefusal('MoveReturnDueResult', InitiativeObject);
export const ScreenInitiativeResult = orRefusal('ScreenInitiativeResult', InitiativeObject);
export const DisqualifyInitiativeResult = orRefusal('DisqualifyInitiativeResult', InitiativeObject);
export const LinkSimilarResult = orRefusal('LinkSimilarResult', InitiativeObject);
