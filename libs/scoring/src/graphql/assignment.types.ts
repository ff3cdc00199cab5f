import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { PersonNameObject } from '#lib/identity';
import { InitiativeNameObject } from '#lib/initiative';
import { DecimalScalar, Lines, MutationInput, PageArguments, connectionOf, orRefusal } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import {
  type AssignmentProposalRow,
  type BindingRow,
  type JudgeLoadRow,
  type ProposedCardRow,
  type ShortInitiativeRow,
} from '../application/assignment/assignment-proposal.queries.js';
import { CARD_FATES, type CardFate } from '../domain/assignment/assignment-problem.js';
import { KEEPS, type Keep, LOAD_RULES, type LoadRule, OBJECTIVES, type Objective } from '../domain/assignment/options.js';
import { CONSTRAINTS, type Constraint } from '../domain/assignment/shortage.js';
import { RoundObject } from './round.types.js';
import { ShortageReasonEnum } from './enums.js';

const enumOf = (values: readonly string[]): object => Object.fromEntries(values.map((value) => [value, value]));
const ObjectiveEnum = enumOf(OBJECTIVES);
const LoadRuleEnum = enumOf(LOAD_RULES);
const KeepEnum = enumOf(KEEPS);
const CardFateEnum = enumOf(CARD_FATES);
const ConstraintEnum = enumOf(CONSTRAINTS);
registerEnumType(ObjectiveEnum, {
  name: 'AssignmentObjective',
  description: 'Best total fit, or best for the initiative whose judges suit it least.',
});
registerEnumType(LoadRuleEnum, {
  name: 'AssignmentLoads',
  description: 'The smallest possible spread of loads, or only the bounds agreed with each judge.',
});
registerEnumType(KeepEnum, {
  name: 'AssignmentKeep',
  description: 'Whether leaving cards where they are only breaks ties of fit, or goes before fit.',
});
registerEnumType(CardFateEnum, {
  name: 'CardFate',
  description: 'A card stays, is new, goes without having been begun, or was begun and is excused and kept.',
});
registerEnumType(ConstraintEnum, {
  name: 'AssignmentConstraint',
  description:
    'In conflict with it, excused from it before, away or without a seat, kept apart from who sits there, of the unit of who sits there, or without room.',
});

@ObjectType('BindingConstraint', { description: 'What keeps judges off an initiative that is short.' })
export class BindingConstraintObject implements BindingRow {
  @Field(() => ConstraintEnum) kind!: Constraint;
  @Field(() => [String], { description: 'Whom it keeps off; of PAIR and UNIT, with who sits there.' }) judges!: string[];
  @Field(() => UnitNameObject, { nullable: true, description: 'Of UNIT; null of others.' }) unit!: UnitNameObject | null;
  @Field(() => Int, { nullable: true, description: 'Of PAIR and UNIT: so many of them on one initiative. Null of others.' }) atMost!:
    number | null;
}

@ObjectType('ShortInitiative', { description: 'An initiative that cannot have its judges, and why.' })
export class ShortInitiativeObject implements ShortInitiativeRow {
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => Int, { description: 'How many judges are missing.' }) missing!: number;
  @Field(() => ShortageReasonEnum, { description: 'Why they are missing.' }) reason!: ShortInitiativeRow['reason'];
  @Field(() => [String], { description: 'Those who could judge it, were there room or no limit.' }) judges!: string[];
  @Field(() => [BindingConstraintObject], { description: 'Every constraint that binds here.' }) binding!: BindingConstraintObject[];
}

@ObjectType('JudgeLoad', { description: 'The cards of a judge in the round, as proposed.' })
export class JudgeLoadObject implements JudgeLoadRow {
  @Field(() => PersonNameObject) judge!: PersonNameObject;
  @Field(() => Int, { description: 'How many cards the judge would have.' }) load!: number;
  @Field(() => Int, { description: 'When the proposal was made.' }) before!: number;
  @Field(() => Int, { description: 'So many fewer than the least that was agreed.' }) missing!: number;
}

@ObjectType('AssignmentProposal', { description: 'Who should judge what in a round. Nothing of it is written until it is applied.' })
export class AssignmentProposalObject implements AssignmentProposalRow {
  @Field(() => ID, { description: 'That of the job that made it.' }) id!: string;
  @Field(() => ID) roundId!: string;
  @Field() madeAt!: Date;
  @Field(() => ObjectiveEnum, { description: 'What was made as good as possible.' }) objective!: Objective;
  @Field(() => LoadRuleEnum, { description: 'Whether loads are made as even as can be, or only kept within their bounds.' })
  loads!: LoadRule;
  @Field(() => KeepEnum, { description: 'Whether cards that are given already stay before or after the fit of areas.' }) keep!: Keep;
  @Field(() => Int, { description: 'So many judges of one unit on one initiative.' }) sameUnitAtMost!: number;
  @Field({ description: 'Whether cards that were begun may go to other judges.' }) reassignStarted!: boolean;
  @Field(() => Int, { description: 'How many cards stay as they are.' }) kept!: number;
  @Field(() => Int, { description: 'How many cards are new.' }) added!: number;
  @Field(() => Int, { description: 'How many cards would be taken away.' }) dropped!: number;
  @Field(() => Int, { description: 'Begun cards that are to be excused.' }) released!: number;
  @Field(() => Int, { description: 'Of the loads: the highest above a minimum less the lowest below a maximum.' }) spread!: number;
  @Field(() => Int, { description: 'Each card counts 2 in an area of the judge, 1 where they named none, 0 elsewhere.' }) totalFit!: number;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The mean fit of the judges of the initiative that they suit least; null where no initiative has all its judges.',
  })
  worstFit!: string | null;
  @Field({ description: 'Proven: no assignment is better.' }) optimal!: boolean;
  @Field(() => Int, { description: 'By so much the total fit could still be better, at most.' }) gap!: number;
  @Field(() => DecimalScalar, { description: 'By so much the worst fit could still be better, at most.' }) worstGap!: string;
  @Field(() => [JudgeLoadObject], { description: 'How many cards each judge would have.' }) judgeLoads!: JudgeLoadObject[];
  @Field(() => Int, { description: 'How many initiatives cannot have all their judges.' }) shortCount!: number;
  @Field(() => [ShortInitiativeObject], { description: 'The first hundred of those that are short.' }) short!: ShortInitiativeObject[];
  @Field(() => Date, { nullable: true, description: 'When it was applied; null as long as it was not.' }) appliedAt!: Date | null;
  @Field({ description: 'False once it was applied, or the round no longer takes new cards.' }) canApply!: boolean;
}

@ObjectType('ProposedCard', { description: 'One card of a proposal.' })
export class ProposedCardObject implements ProposedCardRow {
  @Field(() => ID) id!: string;
  @Field(() => InitiativeNameObject) initiative!: InitiativeNameObject;
  @Field(() => PersonNameObject) judge!: PersonNameObject;
  @Field(() => Int, { description: 'How well the judge knows the area: 2 at home in it, 1 where they named none, 0 elsewhere.' })
  fit!: number;
  @Field(() => CardFateEnum, { description: 'What becomes of the card.' }) fate!: CardFate;
}

export const ProposedCardConnection = connectionOf('ProposedCard', ProposedCardObject);

@ArgsType()
export class ProposalArguments {
  @Field(() => ID) @IsUUID() id!: string;
}

@ArgsType()
export class ProposedCardsArguments extends PageArguments {
  @Field(() => ID) @IsUUID() proposalId!: string;
  @Field(() => CardFateEnum, { nullable: true, description: 'Only cards of which this becomes.' })
  @IsOptional()
  @IsIn(CARD_FATES)
  fate?: CardFate | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() judgeId?: string | null;
}

@InputType()
export class ProposeAssignmentInput extends MutationInput {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => ObjectiveEnum, { nullable: true, description: 'Where left out: TOTAL_FIT.' })
  @IsOptional()
  @IsIn(OBJECTIVES)
  objective?: Objective | null;
  @Field(() => LoadRuleEnum, { nullable: true, description: 'Where left out: SMALLEST_SPREAD.' })
  @IsOptional()
  @IsIn(LOAD_RULES)
  loads?: LoadRule | null;
  @Field(() => KeepEnum, { nullable: true, description: 'Where left out: AFTER_FIT.' }) @IsOptional() @IsIn(KEEPS) keep?: Keep | null;
  @Field(() => Int, {
    nullable: true,
    description: 'So many judges of one unit on one initiative, the host unit left out; where left out: 1.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  sameUnitAtMost?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether cards that were begun may go to other judges; signed ones never do.' })
  @IsOptional()
  @IsBoolean()
  reassignStarted?: boolean | null;
}

@InputType({ isAbstract: true })
abstract class ApplyInput extends MutationInput {
  @Field(() => Boolean, { nullable: true, description: 'Give what can be given, though some initiatives get fewer judges.' })
  @IsOptional()
  @IsBoolean()
  evenIfShort?: boolean | null;
}

@InputType()
export class ApplyAssignmentInput extends ApplyInput {
  @Field(() => ID) @IsUUID() proposalId!: string;
  @Lines()
  @Field(() => String, { nullable: true, description: 'Why cards that were begun go to other judges; due where there are any.' })
  @IsOptional()
  @IsString()
  @Length(3, 2000)
  reason?: string | null;
}

@InputType()
export class AssignRoundInput extends ApplyInput {
  @Field(() => ID) @IsUUID() roundId!: string;
}

export const ApplyAssignmentResult = orRefusal('ApplyAssignmentResult', AssignmentProposalObject);
export const AssignRoundResult = orRefusal('AssignRoundResult', RoundObject);
