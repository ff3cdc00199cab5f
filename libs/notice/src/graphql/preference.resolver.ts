import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { type NoticePreferenceRead, NoticePreferences } from '../application/notice-preferences.js';
import { NoticePreferencesObject, SetNoticePreferencesInput, SetNoticePreferencesResult } from './preference.types.js';

@Resolver(() => NoticePreferencesObject)
export class PreferenceResolver {
  constructor(private readonly preferences: NoticePreferences) {}

  @Query(() => NoticePreferencesObject, { nullable: true, description: 'How you want to be told by mail.' })
  @Allow('self', 'notice')
  noticePreferences(@CurrentActor() actor: Actor): Promise<NoticePreferenceRead | null> {
    return this.preferences.noticePreferences(actor);
  }

  @Mutation(() => SetNoticePreferencesResult, { description: 'Chooses how you are told by mail.' })
  @Allow('self', 'notice')
  @Refusable()
  setNoticePreferences(
    @CurrentActor() actor: Actor,
    @Args('input') input: SetNoticePreferencesInput,
  ): Promise<NoticePreferenceRead | null> {
    return this.preferences.setNoticePreferences(actor, { deliveries: input.deliveries, quietHours: input.quietHours ?? null });
  }
}
