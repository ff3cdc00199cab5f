import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DecimalScalar } from '#lib/platform';
import { type WayComment, type WayRow, type WayStepRow } from '../application/way.queries.js';
import { WAY_KINDS, WAY_WORDS, type WayKind } from '../domain/way.js';
import { enumOf } from './initiative-names.types.js';

const WayKindEnum = enumOf(WAY_KINDS);
registerEnumType(WayKindEnum, {
  name: 'WayKind',
  description: 'What an initiative comes by on its way.',
  valuesMap: Object.fromEntries(WAY_KINDS.map((kind) => [kind, { description: `${WAY_WORDS[kind].en}.` }])),
});

@ObjectType('WayComment', { description: 'A remark of a judge on an initiative, without who made it.' })
export class WayCommentObject implements WayComment {
  @Field({ description: 'Of which round.' }) roundNameVi!: string;
  @Field({ description: 'Of which round, in English.' }) roundNameEn!: string;
  @Field({ description: 'On which criterion.' }) criterionNameVi!: string;
  @Field({ description: 'On which criterion, in English.' }) criterionNameEn!: string;
  @Field({ description: 'What was remarked.' }) text!: string;
}

@ObjectType('WayStep', { description: 'Something that an initiative came by; what is not of its kind is null.' })
export class WayStepObject implements Omit<WayStepRow, 'at' | 'dueAt'> {
  @Field(() => WayKindEnum, { description: 'What it was.' }) kind!: WayKind;
  @Field(() => Date, { description: 'When.' }) at!: Date | string;
  @Field(() => String, {
    nullable: true,
    description: 'Why, of what the screener said, of a withdrawal, a disqualification or a revoked prize; null of other steps.',
  })
  reason!: string | null;
  @Field(() => Date, { nullable: true, description: 'Until when it may come back, where it was returned; null of other steps.' }) dueAt!:
    Date | string | null;
  @Field(() => String, { nullable: true, description: 'The round that it reached; null of other steps.' }) roundNameVi!: string | null;
  @Field(() => String, { nullable: true, description: 'The round that it reached, in English; null of other steps.' }) roundNameEn!:
    string | null;
  @Field(() => Int, { nullable: true, description: 'In the result; null too where the rule book does not let its authors read it.' })
  rank!: number | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'In the result, rounded as the rule book says; null too where it does not let its authors read it.',
  })
  score!: string | null;
  @Field(() => [WayCommentObject], { description: 'What judges remarked, where the rule book lets its authors read it.' })
  comments!: WayCommentObject[];
  @Field(() => String, { nullable: true, description: 'The prize; null of steps about none.' }) prizeNameVi!: string | null;
  @Field(() => String, { nullable: true, description: 'The prize, in English; null of steps about none.' }) prizeNameEn!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The number of the decision that gave the prize or began the roll-out; null of other steps, and where there is none.',
  })
  decisionNumber!: string | null;
  @Field(() => ID, { nullable: true, description: 'The roll-out that began; null of other steps.' }) rolloutId!: string | null;
  @Field(() => Int, { nullable: true, description: 'How many communes use it now, where it began to be rolled out; null of other steps.' })
  communesUsing!: number | null;
}

@ObjectType('InitiativeWay', { description: 'What an initiative came by, from the first draft to the communes.' })
export class InitiativeWayObject implements Omit<WayRow, 'steps'> {
  @Field(() => ID) initiativeId!: string;
  @Field(() => [WayStepObject], { description: 'In the order in which it did.' }) steps!: WayStepObject[];
}
