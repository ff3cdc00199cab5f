import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { InitiativeNameObject } from '#lib/initiative';
import { PersonNameObject } from '#lib/identity';
import { DecimalScalar, Lines, MutationInput, PageArguments, type Reason, WhyNotField, connectionOf, orRefusal } from '#lib/platform';
import { type ApplyOrder } from '../application/correction/correction-applying.service.js';
import {
  type CorrectedRound,
  type CorrectionImpact,
  type LaterRound,
  type RankChange,
  type TouchedPrize,
} from '../application/correction/correction-impact.queries.js';
import { type CorrectionRow } from '../application/correction/correction.queries.js';
import { CORRECTION_KINDS, CORRECTION_STATES, type CorrectionKind, type CorrectionState } from '../domain/correction/correction.entity.js';
import { MarkInput, RoundNameObject } from '#lib/scoring';
import { PlacingEnum } from './placing.enum.js';

const CorrectionKindEnum = Object.fromEntries(CORRECTION_KINDS.map((kind) => [kind, kind]));
const CorrectionStateEnum = Object.fromEntries(CORRECTION_STATES.map((state) => [state, state]));
registerEnumType(CorrectionKindEnum, {
  name: 'CorrectionKind',
  description: 'A card is taken out of the count, or signed anew by its judge.',
});
registerEnumType(CorrectionStateEnum, {
  name: 'CorrectionState',
  description: 'Proposed waits for the corrected marks of the judge, ready for the second person.',
});

@ObjectType('Correction', { description: 'That a card of a closed round be corrected; no marks are among it.' })
export class CorrectionObject implements Omit<CorrectionRow, 'proposedById' | 'tied'> {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID) contestId!: string;
  @Field(() => ID) roundId!: string;
  @Field(() => CorrectionKindEnum) kind!: CorrectionKind;
  @Field(() => CorrectionStateEnum) state!: CorrectionState;
  @Field(() => ID) scorecardId!: string;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => PersonNameObject) judge!: PersonNameObject;
  @Field() reason!: string;
  @Field() proposedByName!: string;
  @Field() proposedAt!: Date;
  @Field(() => Date, {
    nullable: true,
    description: 'When the judge signed the corrected marks; null before, and where the card is to be left out.',
  })
  signedAt!: Date | null;
  @Field(() => String, { nullable: true }) decidedByName!: string | null;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was rejected; null where it was not.' }) decisionReason!: string | null;
  @Field(() => Int, { nullable: true, description: 'The version of the round’s result that it made; null where it was not applied.' })
  resultNumber!: number | null;
  @Field() canSign!: boolean;
  @Field({ description: 'You may be the second person.' }) canDecide!: boolean;
  @WhyNotField('What stands in the way of your deciding.') whyNotDecide!: Reason;
  @Field() canWithdraw!: boolean;
}

@ObjectType('RankChange', { description: 'Where an initiative stands and would stand; null where it is not on the list.' })
export class RankChangeObject implements RankChange {
  @Field(() => InitiativeNameObject) initiative!: RankChange['initiative'];
  @Field(() => Int, { nullable: true, description: 'The rank before; null where there was none.' }) rankBefore!: number | null;
  @Field(() => Int, { nullable: true, description: 'The rank after it; null where there is none.' }) rankAfter!: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The score before; null where there was none.' }) scoreBefore!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The score after it; null where there is none.' }) scoreAfter!: string | null;
  @Field(() => PlacingEnum, { nullable: true, description: 'Where it stood before; null where it was not in the standings.' })
  stateBefore!: string | null;
  @Field(() => PlacingEnum, { nullable: true, description: 'Where it stands after it; null where it is not in the standings.' })
  stateAfter!: string | null;
}

@ObjectType('CorrectedRound', { description: 'A closed round that would have another version of its result.' })
export class CorrectedRoundObject implements CorrectedRound {
  @Field(() => RoundNameObject) round!: RoundNameObject;
  @Field(() => [RankChangeObject], { description: 'Whose rank, score or state would be another.' }) changes!: RankChangeObject[];
}

@ObjectType('LaterRoundChange', { description: 'What would become of the round after a corrected one.' })
export class LaterRoundChangeObject implements LaterRound {
  @Field(() => RoundNameObject) round!: RoundNameObject;
  @Field(() => [InitiativeNameObject], { description: 'Pass from now on; in an open round they need cards before it can close.' })
  joins!: InitiativeNameObject[];
  @Field(() => [InitiativeNameObject], { description: 'No longer pass, and nobody has begun to judge them.' })
  leaves!: InitiativeNameObject[];
  @Field(() => [InitiativeNameObject], { description: 'No longer pass, but are judged there and stay.' }) stays!: InitiativeNameObject[];
  @Field(() => [InitiativeNameObject], { description: 'Pass too late: they keep the place of the round they reached.' })
  late!: InitiativeNameObject[];
}

@ObjectType('PrizeChange', { description: 'A prize that is given or due now, and the one that would be.' })
export class PrizeChangeObject implements TouchedPrize {
  @Field(() => InitiativeNameObject) initiative!: TouchedPrize['initiative'];
  @Field(() => String, { nullable: true, description: 'The Vietnamese name of the prize before; null: none.' }) beforeVi!: string | null;
  @Field(() => String, { nullable: true, description: 'The English name of the prize before; null: none.' }) beforeEn!: string | null;
  @Field(() => String, { nullable: true, description: 'The Vietnamese name of the prize after it; null: none.' }) afterVi!: string | null;
  @Field(() => String, { nullable: true, description: 'The English name of the prize after it; null: none.' }) afterEn!: string | null;
}

@ObjectType('CorrectionImpact', { description: 'All that a correction would touch; nothing of it is written.' })
export class CorrectionImpactObject implements CorrectionImpact {
  @Field(() => ID, { description: "The correction's." }) id!: string;
  @Field(() => [CorrectedRoundObject], { description: 'The corrected round first.' }) rounds!: CorrectedRoundObject[];
  @Field(() => [RankChangeObject], { description: 'In the final standings; none before the last round closed.' })
  finals!: RankChangeObject[];
  @Field(() => [PrizeChangeObject], { description: 'Whose prize would be another.' }) prizes!: PrizeChangeObject[];
  @Field(() => [LaterRoundChangeObject], { description: 'What changes in rounds that follow.' }) laterRounds!: LaterRoundChangeObject[];
  @Field({ description: 'Whether you may apply the correction now.' }) canApply!: boolean;
  @WhyNotField('What stands in the way of applying it.') whyNotApply!: Reason;
}

export const CorrectionConnection = connectionOf('Correction', CorrectionObject);

@ArgsType()
export class CorrectionArguments {
  @Field(() => ID) @IsUUID() id!: string;
}

@ArgsType()
export class CorrectionImpactArguments {
  @Field(() => ID) @IsUUID() correctionId!: string;
}

@ArgsType()
export class CorrectionsArguments extends PageArguments {
  @Field(() => ID) @IsUUID() contestId!: string;
}

@InputType()
export class ProposeCorrectionInput extends MutationInput {
  @Field(() => ID) @IsUUID() scorecardId!: string;
  @Field(() => CorrectionKindEnum) @IsIn(CORRECTION_KINDS) kind!: CorrectionKind;
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

@InputType()
export class CorrectionInput extends MutationInput {
  @Field(() => ID) @IsUUID() correctionId!: string;
  @Field(() => Int) @IsInt() version!: number;
}

@InputType()
export class SignCorrectionInput extends CorrectionInput {
  @Field(() => [MarkInput]) @ArrayMaxSize(200) marks!: MarkInput[];
}

@InputType()
export class ApplyCorrectionInput extends CorrectionInput implements ApplyOrder {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whoever would pass into a round that is locked or closed keeps the place of the round they reached.',
  })
  @IsOptional()
  @IsBoolean()
  acceptLate?: boolean | null;
}

@InputType()
export class RejectCorrectionInput extends CorrectionInput {
  @Lines() @Field() @IsString() @Length(3, 2000) reason!: string;
}

export const CorrectionResult = orRefusal('CorrectionResult', CorrectionObject);
