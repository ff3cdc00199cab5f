import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { BandObject } from '#lib/contest';
import { AreaNameObject, DossierFileObject, InfluenceEnum, InitiativeNameObject, OwnerNameObject } from '#lib/initiative';
import {
  DecimalScalar,
  Lines,
  LocalDateScalar,
  MutationInput,
  PageArguments,
  type Reason,
  RefusalObject,
  WhyNotField,
  connectionOf,
  orRefusal,
} from '#lib/platform';
import { type DossierRow } from '../application/card/dossier.queries.js';
import { type CardNoteRow } from '../application/card/note.queries.js';
import {
  type AssignmentRow,
  type CardCriterion,
  type CardRow,
  type MarkedCardRow,
  type ScorecardRow,
  type WaitingReopening,
} from '../application/card/scorecard.queries.js';
import { type RoundName } from '../application/common/round-name.js';
import { CONFLICT_TYPES, type ConflictType } from '#domain/jury';
import { type GivenMark, type MissingMark } from '../domain/card/marks.js';
import { NOTE_LENGTH } from '../domain/card/scorecard-note.entity.js';
import { ROUND_STATES, type RoundState } from '../domain/round/round.entity.js';
import { CARD_STATES, type CardState } from '../domain/card/scorecard.entity.js';
import { ConflictTypeEnum } from '#lib/jury';

export const CardStateEnum = Object.fromEntries(CARD_STATES.map((state) => [state, state]));
export const RoundStateEnum = Object.fromEntries(ROUND_STATES.map((state) => [state, state]));
registerEnumType(CardStateEnum, { name: 'ScorecardState', description: 'An excused card is kept and does not count.' });
registerEnumType(RoundStateEnum, { name: 'RoundState', description: 'While settling, only further judges sign.' });

@ObjectType('ScorecardCriterion', { description: 'A criterion that is marked.' })
export class ScorecardCriterionObject implements Omit<CardCriterion, 'children' | 'knockOutMinimum'> {
  @Field() key!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => String, { nullable: true, description: 'The criterion that this is a part of; null where it stands alone.' }) partOfVi!:
    string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The English name of the criterion that it is a part of; null where it stands alone.',
  })
  partOfEn!: string | null;
  @Field(() => String, { nullable: true }) guidanceVi!: string | null;
  @Field(() => String, { nullable: true }) guidanceEn!: string | null;
  @Field(() => DecimalScalar) max!: string;
  @Field(() => DecimalScalar) step!: string;
  @Field() commentRequired!: boolean;
  @Field(() => [BandObject]) bands!: BandObject[];
}

@ObjectType('Mark', { description: 'The points of one criterion, with a comment.' })
export class MarkObject implements GivenMark {
  @Field() criterion!: string;
  @Field(() => DecimalScalar, { nullable: true }) points!: string | null;
  @Field(() => String, { nullable: true, description: 'What the judge wrote to it; null where nothing was.' }) comment!: string | null;
}

@ObjectType('MissingMark', { description: 'What a criterion wants before the card can be signed.' })
export class MissingMarkObject implements MissingMark {
  @Field({ description: 'The key of the criterion.' }) criterion!: string;
  @Field({ description: 'It has no points yet.' }) points!: boolean;
  @Field({ description: 'The comment that is due is not written yet.' }) comment!: boolean;
}

@ObjectType('CardNote', {
  description: 'What you noted for yourself on a card. Nobody else reads it; it is deleted when the contest is archived.',
})
export class CardNoteObject implements CardNoteRow {
  @Field(() => ID) id!: string;
  @Field(() => ID) scorecardId!: string;
  @Field(() => Int) version!: number;
  @Field() text!: string;
  @Field() savedAt!: Date;
}

@ObjectType('WaitingReopening', { description: 'A request to reopen a signed card that nobody has decided on.' })
export class WaitingReopeningObject implements WaitingReopening {
  @Field(() => ID, { description: 'Of the `Reopening`.' }) id!: string;
  @Field(() => Int) version!: number;
  @Field() reason!: string;
  @Field() requestedAt!: Date;
  @Field() requestedByName!: string;
  @Field({ description: 'You asked for it yourself.' }) canWithdraw!: boolean;
}

const MARKS = 'By criterion, in the order of the rubric; those not marked yet are not among them.';

/** Facts that only the policies ask for. */
type Unshown = 'roundId' | 'roundState' | 'eligible' | 'judging' | 'late' | 'calibrationDue' | 'presentationDue';

@ObjectType('RoundName', { description: 'A round of judging, by its name and how far it is.' })
export class RoundNameObject implements RoundName {
  @Field(() => ID) id!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => RoundStateEnum) state!: RoundState;
  @Field(() => Date, { nullable: true, description: 'Until when its cards are to be signed; null where none is set.' })
  dueAt!: Date | string | null;
}

@ObjectType({ isAbstract: true })
abstract class CardObject implements Omit<CardRow, Unshown> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => CardStateEnum) state!: CardState;
  @Field({ description: 'You were called as a further judge.' }) extra!: boolean;
  @Field(() => DecimalScalar, { nullable: true, description: 'The sum of the marks, once signed.' }) total!: string | null;
  @Field() assignedAt!: Date;
  @Field(() => Date, { nullable: true }) signedAt!: Date | null;
  @Field(() => String, { nullable: true }) excuseReason!: string | null;
  @Field(() => ID) contestId!: string;
  @Field(() => RoundNameObject, { description: 'The round in which it is given.' }) round!: RoundNameObject;
  @Field({ description: 'You are not told whose the initiative is.' }) anonymous!: boolean;
  @Field(() => InitiativeNameObject, { description: 'What is judged, by the title that you are told.' }) initiative!: InitiativeNameObject;
  @Field({ description: 'You have attested that nothing ties you to the initiative.' }) attested!: boolean;
  @Field() conflicted!: boolean;
  @Field() canAttest!: boolean;
  @Field() canOpenDossier!: boolean;
  @Field(() => Date, {
    nullable: true,
    description: 'The deadline of the round; null where it has none, and for a card given out, or reopened, since.',
  })
  dueAt!: Date | null;
  @Field(() => Date, {
    nullable: true,
    description: 'The last moment at which it can be signed, grace included; null where no deadline holds for it.',
  })
  signableUntil!: Date | null;
  @Field({ description: 'Whether you may save it.' }) canMark!: boolean;
  @Field({ description: 'Whether you may still say why you cannot judge it.' }) canDeclareConflict!: boolean;
  @WhyNotField('What stands in the way of marking.') whyNotMark!: Reason;
  @Field({ description: 'Whether you may sign it, once nothing is missing.' }) canSign!: boolean;
  @WhyNotField('What stands in the way of signing, what is missing apart.') whyNotSign!: Reason;
}

@ObjectType('Assignment', { description: 'An initiative you are to judge.' })
export class AssignmentObject extends CardObject implements Omit<AssignmentRow, Unshown | 'marks'> {
  @Field(() => OwnerNameObject, { nullable: true, description: 'None in an anonymous round.' }) owner!: OwnerNameObject | null;
  @Field(() => [String], {
    description: 'By name, so that you can tell whether anything ties you to them; none in an anonymous round.',
  })
  authors!: string[];
  @Field(() => [MarkObject], { description: MARKS }) marks!: MarkObject[];
}

@ObjectType({ isAbstract: true })
abstract class MarkedCardObject extends CardObject implements Omit<MarkedCardRow, Unshown | 'marks' | 'missing'> {
  @Field(() => [MarkObject], { description: MARKS }) marks!: MarkObject[];
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of what was signed, as it stands in the log and in result packs; null until then.',
  })
  hash!: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The sum of the points so far, of a signed card its total; null where there are none.',
  })
  draftTotal!: string | null;
  @Field(() => [MissingMarkObject], {
    description: 'The criteria that want points or a comment before a draft can be signed, in the order of the rubric.',
  })
  missing!: MissingMarkObject[];
  @Field(() => CardNoteObject, { nullable: true, description: 'Your own notes, which nobody else reads; null where there are none.' })
  note!: CardNoteObject | null;
  @Field({ description: 'Whether you may still write notes on it: until the contest is over.' }) canNote!: boolean;
  @Field(() => WaitingReopeningObject, {
    nullable: true,
    description: 'What asks that it be reopened, and is not decided on; null where nothing does.',
  })
  reopening!: WaitingReopeningObject | null;
  @Field() canRequestReopening!: boolean;
  @WhyNotField('What stands in the way of asking for it to be reopened.') whyNotRequestReopening!: Reason;
}

@ObjectType('MyCard', { description: 'A card of yours beside the others of its round, with what you gave.' })
export class MyCardObject extends MarkedCardObject {}

@ObjectType('Scorecard', { description: 'Your own card. Nobody else reads its marks before the round closes.' })
export class ScorecardObject extends MarkedCardObject implements Omit<ScorecardRow, Unshown | 'marks' | 'criteria' | 'missing'> {
  @Field(() => [ScorecardCriterionObject], { description: 'What is to be marked, in the order of the rubric.' })
  criteria!: ScorecardCriterionObject[];
  @Field(() => [RefusalObject], { description: 'All marks and comments that a draft wants before it can be signed.' })
  problems!: RefusalObject[];
}

@ObjectType('Dossier', { description: 'An initiative as its judge reads it. Each reading is logged.' })
export class DossierObject implements DossierRow {
  @Field(() => ID, { description: "The card's." }) id!: string;
  @Field(() => InitiativeNameObject, { description: 'What is read, by the title that you are told.' }) initiative!: InitiativeNameObject;
  @Field() problem!: string;
  @Field() solution!: string;
  @Field() novelty!: string;
  @Field() effect!: string;
  @Field(() => InfluenceEnum, { description: 'How far it reaches by the words of its authors.' }) influence!: DossierRow['influence'];
  @Field(() => LocalDateScalar, { nullable: true }) firstAppliedOn!: string | null;
  @Field(() => OwnerNameObject, { nullable: true, description: 'None in an anonymous round.' }) owner!: OwnerNameObject | null;
  @Field(() => AreaNameObject) area!: AreaNameObject;
  @Field(() => [String], { description: 'By name, the lead author first; none in an anonymous round.' }) authors!: string[];
  @Field(() => [DossierFileObject], { description: 'In the order its authors gave; called by numbers in an anonymous round.' })
  files!: DossierFileObject[];
  @Field(() => Int, { description: 'So many files are kept from you, since they say whose it is.' }) filesWithheld!: number;
}

export const AssignmentConnection = connectionOf('Assignment', AssignmentObject);

export const MyCardConnection = connectionOf('MyCard', MyCardObject);

@ArgsType()
export class MyCardsArguments extends PageArguments {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => [CardStateEnum], { nullable: true })
  @IsOptional()
  @IsIn(CARD_STATES, { each: true })
  states?: CardState[] | null;
}

@ArgsType()
export class MyAssignmentsArguments extends PageArguments {
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() roundId?: string | null;
  @Field(() => [CardStateEnum], { nullable: true })
  @IsOptional()
  @IsIn(CARD_STATES, { each: true })
  states?: CardState[] | null;
}

@ArgsType()
export class ScorecardArguments {
  @Field(() => ID) @IsUUID() id!: string;
}

@InputType({ description: 'The points of one criterion, with a comment.' })
export class MarkInput implements GivenMark {
  @Field() criterion!: string;
  @Field(() => DecimalScalar, { nullable: true }) points?: string | null;
  @Lines() @Field(() => String, { nullable: true }) comment?: string | null;
}

@InputType()
export class CardInput extends MutationInput {
  @Field(() => ID) @IsUUID() scorecardId!: string;
}

@InputType()
export class MarksInput extends CardInput {
  @Field(() => Int, { description: 'The version that was on the screen.' }) @IsInt() version!: number;
  // The schema gives their shape and the rubric the rest: walking each mark a second time costs a third of a signature.
  @Field(() => [MarkInput]) @ArrayMaxSize(200) marks!: MarkInput[];
}

@InputType()
export class SaveNoteInput extends CardInput {
  @Field(() => Int, { description: 'The version of the notes that was on the screen, 0 where there were none.' }) @IsInt() version!: number;
  @Lines() @Field({ description: 'All of the notes; empty to take them away.' }) @IsString() @Length(0, NOTE_LENGTH) text!: string;
}

@InputType()
export class DeclareConflictInput extends CardInput {
  @Field(() => ConflictTypeEnum) @IsIn(CONFLICT_TYPES) type!: ConflictType;
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

export const AttestResult = orRefusal('AttestResult', ScorecardObject);
export const OpenDossierResult = orRefusal('OpenDossierResult', DossierObject);
export const SaveScorecardResult = orRefusal('SaveScorecardResult', ScorecardObject);
export const SignScorecardResult = orRefusal('SignScorecardResult', ScorecardObject);
export const SaveNoteResult = orRefusal('SaveNoteResult', CardNoteObject);
export const DeclareConflictResult = orRefusal('DeclareConflictResult', ScorecardObject);
