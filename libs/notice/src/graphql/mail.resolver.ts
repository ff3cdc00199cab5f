import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor } from '#lib/platform';
import { MailQueries, type MailRead } from '../application/mail.queries.js';
import { MailConnection, MailObject, MailsArguments } from './mail.types.js';

@Resolver(() => MailObject)
export class MailResolver {
  constructor(private readonly queries: MailQueries) {}

  @Query(() => MailConnection, {
    description:
      'Every mail with what became of it, the newest first unless asked otherwise; for the administrators of the host. `retryUndelivered` sends one again.',
  })
  @Allow('delivery:manage')
  mails(@CurrentActor() actor: Actor, @Args() filter: MailsArguments): Promise<Page<MailRead>> {
    return this.queries.mails(actor, filter);
  }
}
