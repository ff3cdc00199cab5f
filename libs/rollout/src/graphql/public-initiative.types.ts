import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type PublicText, type Track } from '#domain/contest';
import { AwardAuthorObject } from '#lib/award';
import { ContestNameObject, PublicTextEnum, TrackEnum } from '#lib/contest';
import { AreaNameObject } from '#lib/initiative';
import { DongScalar, LocalDateScalar } from '#lib/platform';
import { UnitNameObject } from '#lib/units';
import { type PublicInitiativeRead } from '../application/public-initiative.queries.js';
import { type AdoptionState } from '../domain/adoption-states.js';
import { type PlatformService } from '../domain/platform-services.js';
import { AdoptionStateEnum, PlatformServiceEnum } from './enums.js';

@ObjectType('PublicInitiativeText', { description: 'One text of an initiative that its rule book lets be public.' })
export class PublicInitiativeTextObject {
  @Field(() => PublicTextEnum) kind!: PublicText;
  @Field() text!: string;
}

@ObjectType('PublicPrize', { description: 'A published prize; one that was revoked stays, marked.' })
export class PublicPrizeObject {
  @Field(() => ID) awardId!: string;
  @Field() nameVi!: string;
  @Field() nameEn!: string;
  @Field(() => TrackEnum, { nullable: true, description: 'Null where the plan has no tracks.' }) track!: Track | null;
  @Field(() => Int, { nullable: true, description: 'Null of past years that were entered afterwards.' }) rank!: number | null;
  @Field(() => DongScalar) amount!: number;
  @Field(() => String, { nullable: true }) decisionNumber!: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) decidedOn!: string | null;
  @Field(() => Date, { nullable: true }) revokedAt!: Date | null;
}

@ObjectType('PublicAdoption', { description: 'Where an initiative is in use in one commune.' })
export class PublicAdoptionObject {
  @Field(() => UnitNameObject) unit!: UnitNameObject;
  @Field(() => AdoptionStateEnum) state!: AdoptionState;
  @Field(() => LocalDateScalar, { description: 'Since when it is so.' }) since!: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether evidence stands behind its use; null where it is not in use.' })
  confirmed!: boolean | null;
}

@ObjectType('PublicInitiativeRollout', { description: 'Where a public initiative is used.' })
export class PublicInitiativeRolloutObject {
  @Field(() => ID) id!: string;
  @Field() titleVi!: string;
  @Field() titleEn!: string;
  @Field(() => String, { nullable: true }) decisionNumber!: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) decidedOn!: string | null;
  @Field(() => LocalDateScalar) startedOn!: string;
  @Field(() => PlatformServiceEnum, { nullable: true, description: 'The service of this platform that it runs on; null: none.' })
  service!: PlatformService | null;
  @Field(() => [PublicAdoptionObject], { description: 'Communes that take part, without those that are exempt.' })
  adoptions!: PublicAdoptionObject[];
}

@ObjectType('PublicRelative', { description: 'An initiative of another year that this one grew from or into.' })
export class PublicRelativeObject {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) receiptNumber!: string | null;
  @Field() title!: string;
  @Field(() => Int) year!: number;
}

@ObjectType('PublicInitiative', { description: 'What everybody may read of an initiative that has a prize or is rolled out.' })
export class PublicInitiativeObject implements Omit<PublicInitiativeRead, 'prizes'> {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'Receipt number; null of past years that had none.' }) receiptNumber!: string | null;
  @Field() title!: string;
  @Field(() => TrackEnum, { nullable: true }) track!: Track | null;
  @Field(() => ContestNameObject, { description: 'The contest that it took part in.' }) contest!: ContestNameObject;
  @Field(() => UnitNameObject) unit!: UnitNameObject;
  @Field(() => AreaNameObject) area!: AreaNameObject;
  @Field(() => [AwardAuthorObject]) authors!: AwardAuthorObject[];
  @Field(() => [PublicInitiativeTextObject], { description: 'Of those that the rule book of its contest lets be public; none otherwise.' })
  texts!: PublicInitiativeTextObject[];
  @Field(() => [PublicPrizeObject], { description: 'The prizes that it was given.' }) prizes!: PublicPrizeObject[];
  @Field(() => PublicInitiativeRolloutObject, {
    nullable: true,
    description: 'Where it is used beyond its unit; null where it was not rolled out.',
  })
  rollout!: PublicInitiativeRolloutObject | null;
  @Field(() => [PublicRelativeObject], { description: 'What it improves on.' }) grewFrom!: PublicRelativeObject[];
  @Field(() => [PublicRelativeObject], { description: 'What improves on it.' }) grewInto!: PublicRelativeObject[];
  @Field({ description: 'Invented, for a demonstration.' }) illustrative!: boolean;
}
