import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar, RefusalObject } from '#lib/platform';
import {
  type Band,
  type CriterionRule,
  type CutOffJoin,
  type CutOffRule,
  type Edition,
  type FurtherMark,
  type PresentationRule,
  type RankedOn,
  type RoundRule,
  type RoundingRule,
  type RuleBookContent,
  type StatedRound,
  type StatedRuleBook,
  type TieBreakRule,
  type Visibility,
  type AuthorRead,
  type PublicText,
} from '../domain/rule-book.js';
import {
  AggregationEnum,
  CombinationEnum,
  CutOffJoinEnum,
  FurtherMarkEnum,
  RankedOnEnum,
  TieBreakEnum,
  TrimmingEnum,
  VisibilityEnum,
  AuthorReadEnum,
  PublicTextEnum,
} from './enums.js';

@ObjectType('Band', { description: "A stretch of a criterion's marks and how it reads; both ends belong to it." })
export class BandObject implements Band {
  @Field(() => DecimalScalar, { description: 'The fewest points of the band.' }) from!: string;
  @Field(() => DecimalScalar, { description: 'The most points of the band.' }) to!: string;
  @Field() vi!: string;
  @Field() en!: string;
}

@ObjectType('CriterionRule', { description: 'What is judged. Marks are given where there are no children.' })
export class CriterionRuleObject implements CriterionRule {
  @Field() key!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => String, { nullable: true }) guidanceVi!: string | null;
  @Field(() => String, { nullable: true }) guidanceEn!: string | null;
  @Field(() => DecimalScalar) max!: string;
  @Field(() => DecimalScalar) step!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Below this an initiative is out, whatever its total; null: no minimum.' })
  knockOutMinimum!: string | null;
  @Field() commentRequired!: boolean;
  @Field(() => [BandObject]) bands!: BandObject[];
  @Field(() => [CriterionRuleObject]) children!: CriterionRuleObject[];
}

@ObjectType('AggregationRule', { description: 'How the cards of an initiative become its score.' })
export class AggregationRuleObject {
  @Field(() => AggregationEnum, { description: 'How the cards of an initiative become its score.' })
  kind!: RoundRule['aggregation']['kind'];
  @Field(() => TrimmingEnum) trimming!: RoundRule['aggregation']['trimming'];
}

@ObjectType('CutOffRule', { description: 'Who passes; with both set, `join` says whether both are needed. Ties at the edge all pass.' })
export class CutOffRuleObject implements Required<CutOffRule> {
  @Field(() => DecimalScalar, { nullable: true, description: 'The least score that passes; null: no score is asked.' }) score!:
    string | null;
  @Field(() => Int, { nullable: true, description: 'How many pass at most, equals at the edge aside; null: any number.' }) top!:
    number | null;
  @Field(() => CutOffJoinEnum, { description: 'Whether both conditions are needed, or one of them.' }) join!: CutOffJoin;
}

@ObjectType('PresentationRule', { description: 'Initiatives are presented one after another, in a drawn order.' })
export class PresentationRuleObject implements PresentationRule {
  @Field(() => Int) presentMinutes!: number;
  @Field(() => Int) questionMinutes!: number;
  @Field({ description: 'A card is marked only once its presentation has begun.' }) marksInRoom!: boolean;
}

@ObjectType('RoundRule', { description: 'What the rule book says of one round.' })
export class RoundRuleObject implements StatedRound {
  @Field() key!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => [CriterionRuleObject]) rubric!: CriterionRuleObject[];
  @Field(() => Int) judgesPerInitiative!: number;
  @Field(() => Int) minimumCards!: number;
  @Field(() => DecimalScalar, { nullable: true, description: 'Of a weighted combination; null in others.' }) weight!: string | null;
  @Field(() => AggregationRuleObject, { description: 'How the cards of an initiative become its score.' })
  aggregation!: AggregationRuleObject;
  @Field(() => DecimalScalar, { nullable: true }) divergenceThreshold!: string | null;
  @Field(() => CutOffRuleObject) cutOff!: CutOffRuleObject;
  @Field(() => FurtherMarkEnum) furtherMark!: FurtherMark;
  @Field(() => VisibilityEnum) visibility!: Visibility;
  @Field(() => PresentationRuleObject, { nullable: true }) presentation!: PresentationRuleObject | null;
  @Field({ description: 'Judges score two samples and see the spread before they mark.' }) calibration!: boolean;
}

@ObjectType('CombinationRule', { description: 'How the rounds become the final score.' })
export class CombinationRuleObject {
  @Field(() => CombinationEnum, { description: 'How the rounds become the final score.' }) kind!: RuleBookContent['combination']['kind'];
}

@ObjectType('RoundingRule', { description: 'How scores are rounded, and what ranks are made of.' })
export class RoundingRuleObject implements Required<RoundingRule> {
  @Field(() => Int, { description: 'How many decimals scores are rounded to.' }) places!: number;
  @Field(() => RankedOnEnum, { description: 'Whether equal rounded scores share a rank.' }) rankOn!: RankedOn;
}

@ObjectType('TieBreakRule', { description: 'One step of what decides between equals.' })
export class TieBreakRuleObject {
  @Field(() => TieBreakEnum) kind!: TieBreakRule['kind'];
  @Field(() => String, { nullable: true }) round!: string | null;
  @Field(() => String, { nullable: true, description: 'The key of the criterion in the rubric; null where the step names none.' })
  criterion!: string | null;
}

@ObjectType('RuleBookContent', { description: 'What a rule book says.' })
export class RuleBookContentObject implements Omit<StatedRuleBook, 'tieBreak'> {
  @Field(() => [RoundRuleObject], { description: 'The rounds, in their order.' }) rounds!: RoundRuleObject[];
  @Field(() => CombinationRuleObject) combination!: CombinationRuleObject;
  @Field(() => RoundingRuleObject) rounding!: RoundingRuleObject;
  @Field(() => [TieBreakRuleObject]) tieBreak!: TieBreakRuleObject[];
  @Field({ description: 'Anyone may download the result pack after publication.' }) publicPack!: boolean;
  @Field(() => [PublicTextEnum], { description: 'Texts that everybody may read of an initiative with a prize or a roll-out.' })
  publicText!: PublicText[];
  @Field({ description: 'Anyone may read the final ranking after publication.' }) publicRanking!: boolean;
  @Field(() => [AuthorReadEnum], { description: 'What authors may read of the result of their initiative.' }) authorsRead!: AuthorRead[];
  @Field(() => Int, { description: 'The edition of what rule books mean that it was begun under.' }) edition!: Edition;
}

@ObjectType('RuleBookVersion', { description: 'One version of how the contest is judged; later ones name their decision.' })
export class RuleBookVersionObject {
  @Field(() => ID) id!: string;
  @Field(() => Int) number!: number;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the canonical content; null before it is frozen.' }) hash!: string | null;
  @Field(() => Date, { nullable: true }) frozenAt!: Date | null;
  @Field(() => String, { nullable: true }) decisionNumber!: string | null;
  @Field(() => String, { nullable: true }) decisionReason!: string | null;
}

@ObjectType('RuleBook', { description: 'The version in force.' })
export class RuleBookObject extends RuleBookVersionObject {
  @Field(() => RuleBookContentObject) content!: RuleBookContentObject;
  @Field({ description: 'SHA-256 of the canonical content as it stands: the hash under which it is, or would be, frozen.' })
  contentHash!: string;
  @Field(() => [RefusalObject], { description: 'All that is wrong in it before it can be frozen.' }) problems!: RefusalObject[];
}
