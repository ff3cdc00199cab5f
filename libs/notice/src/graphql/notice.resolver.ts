import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Live, Refusable } from '#lib/platform';
import { NoticeQueries, type NoticeRead, type NoticesRead } from '../application/notice.queries.js';
import { NoticeService } from '../application/notice.service.js';
import {
  MarkNoticeReadInput,
  MarkNoticeReadResult,
  MarkNoticesReadInput,
  MarkNoticesReadResult,
  NoticeConnection,
  NoticeObject,
  NoticesArguments,
} from './notice.types.js';

@Resolver(() => NoticeObject)
export class NoticeResolver {
  constructor(
    private readonly notices: NoticeService,
    private readonly queries: NoticeQueries,
  ) {}

  @Query(() => NoticeConnection, { description: 'What you were told, the newest first.' })
  @Allow('self', 'notice')
  @Live((_, { id }) => [`person:${id}`])
  myNotices(@CurrentActor() actor: Actor, @Args() filter: NoticesArguments): Promise<Page<NoticeRead>> {
    return this.queries.myNotices(actor, filter);
  }

  @Mutation(() => MarkNoticeReadResult, { description: 'Notes that you have read a notice.' })
  @Allow('self', 'notice')
  @Refusable()
  async markNoticeRead(@CurrentActor() actor: Actor, @Args('input') input: MarkNoticeReadInput): Promise<NoticeRead | null> {
    return this.queries.notice(actor, (await this.notices.markRead(actor, input)).id);
  }

  @Mutation(() => MarkNoticesReadResult, { description: 'Notes that you have read a notice and all before it.' })
  @Allow('self', 'notice')
  @Refusable()
  async markNoticesRead(@CurrentActor() actor: Actor, @Args('input') input: MarkNoticesReadInput): Promise<NoticesRead | null> {
    return this.queries.noticesRead(actor, (await this.notices.markAllRead(actor, input)).id);
  }
}
