import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Public, Refusable } from '#lib/platform';
import { AchievementQueries, type AchievementRead } from '../application/achievement.queries.js';
import { AchievementService } from '../application/achievement.service.js';
import { PublicAchievementQueries, type PublicAchievementRead } from '../application/public-achievement.queries.js';
import {
  AchievementConnection,
  AchievementObject,
  AchievementsArguments,
  ConfirmAchievementInput,
  ConfirmAchievementResult,
  DeclareAchievementInput,
  DeclareAchievementResult,
  PublicAchievementConnection,
  PublicAchievementsArguments,
  RejectAchievementInput,
  RejectAchievementResult,
  RevokeAchievementInput,
  RevokeAchievementResult,
  WithdrawAchievementInput,
  WithdrawAchievementResult,
} from './achievement.types.js';

@Resolver(() => AchievementObject)
export class AchievementResolver {
  constructor(
    private readonly service: AchievementService,
    private readonly queries: AchievementQueries,
    private readonly published: PublicAchievementQueries,
  ) {}

  @Query(() => AchievementConnection, {
    description:
      'What officials achieved: your own, that of units that you head, and that of your office; the newest first, unless asked otherwise.',
  })
  @Allow('self', 'emulation')
  achievements(@CurrentActor() actor: Actor, @Args() args: AchievementsArguments): Promise<Page<AchievementRead>> {
    return this.queries.achievements(actor, args);
  }

  @Query(() => AchievementObject, { nullable: true, description: 'One of them; null where there is none that you read.' })
  @Allow('self', 'emulation')
  achievement(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<AchievementRead | null> {
    return this.queries.achievement(actor, id);
  }

  @Query(() => PublicAchievementConnection, {
    description:
      'Titles by decision, the latest year first unless asked otherwise: whose, of which unit, under which number. Needs no account.',
  })
  @Public()
  publicAchievements(@Args() args: PublicAchievementsArguments): Promise<Page<PublicAchievementRead>> {
    return this.published.publicAchievements(args);
  }

  @Query(() => [Int], { description: 'The years of which titles by decision are public, the latest first. Needs no account.' })
  @Public()
  publicAchievementYears(): Promise<number[]> {
    return this.published.publicAchievementYears();
  }

  @Mutation(() => DeclareAchievementResult, {
    description:
      'Declares what was achieved in a year, or that it was not: about yourself, somebody of a unit that you head, or of your office.',
  })
  @Allow('self', 'emulation')
  @Refusable()
  async declareAchievement(@CurrentActor() actor: Actor, @Args('input') input: DeclareAchievementInput): Promise<AchievementRead | null> {
    return this.queries.achievement(actor, (await this.service.declareAchievement(actor, input)).id);
  }

  @Mutation(() => ConfirmAchievementResult, { description: 'Confirms it, as the head of its unit or the office; never one of your own.' })
  @Allow('self', 'emulation')
  @Refusable()
  async confirmAchievement(@CurrentActor() actor: Actor, @Args('input') input: ConfirmAchievementInput): Promise<AchievementRead | null> {
    return this.queries.achievement(actor, (await this.service.confirmAchievement(actor, input)).id);
  }

  @Mutation(() => RejectAchievementResult, { description: 'Does not confirm it, with the reason.' })
  @Allow('self', 'emulation')
  @Refusable()
  async rejectAchievement(@CurrentActor() actor: Actor, @Args('input') input: RejectAchievementInput): Promise<AchievementRead | null> {
    return this.queries.achievement(actor, (await this.service.rejectAchievement(actor, input)).id);
  }

  @Mutation(() => RevokeAchievementResult, { description: 'Takes a title back by a decision.' })
  @Allow('achievement:manage')
  @Refusable()
  async revokeAchievement(@CurrentActor() actor: Actor, @Args('input') input: RevokeAchievementInput): Promise<AchievementRead | null> {
    return this.queries.achievement(actor, (await this.service.revokeAchievement(actor, input)).id);
  }
  @Mutation(() => WithdrawAchievementResult, {
    description:
      'Takes out what was written by mistake: what waits, as whom it is about or who declared it; what a list brought in, as the office.',
  })
  @Allow('self', 'emulation')
  @Refusable()
  async withdrawAchievement(@CurrentActor() actor: Actor, @Args('input') input: WithdrawAchievementInput): Promise<AchievementRead | null> {
    return this.queries.achievement(actor, (await this.service.withdrawAchievement(actor, input)).id);
  }
}
