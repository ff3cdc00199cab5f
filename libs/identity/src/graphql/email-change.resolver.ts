import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Public, Refusable } from '#lib/platform';
import { EmailChangeQueries, type EmailChangeRead } from '../application/email-change.queries.js';
import { EmailChangeService } from '../application/email-change.service.js';
import {
  ChangeEmailInput,
  ChangeEmailResult,
  ConfirmEmailInput,
  ConfirmEmailResult,
  EmailChangeObject,
  GiveUpEmailChangeInput,
  GiveUpEmailChangeResult,
} from './email-change.types.js';

/** One's own e-mail address. */
@Resolver(() => EmailChangeObject)
export class EmailChangeResolver {
  constructor(
    private readonly changes: EmailChangeService,
    private readonly queries: EmailChangeQueries,
  ) {}

  @Query(() => EmailChangeObject, { nullable: true, description: 'Your new address that waits to be confirmed; null where none does.' })
  @Allow('self')
  myEmailChange(@CurrentActor() actor: Actor): Promise<EmailChangeRead | null> {
    return this.queries.waiting(actor);
  }

  @Mutation(() => ChangeEmailResult, {
    description:
      'Mails a link, good for a day, to the new address, where nobody has it; the old one is told. Nothing changes before it is used.',
  })
  @Allow('self')
  @Refusable()
  async changeEmail(@CurrentActor() actor: Actor, @Args('input') input: ChangeEmailInput): Promise<EmailChangeRead | null> {
    return this.queries.emailChange(actor, (await this.changes.changeEmail(actor, input)).id);
  }

  @Mutation(() => GiveUpEmailChangeResult, { description: 'Your address stays as it is.' })
  @Allow('self')
  @Refusable()
  async giveUpEmailChange(@CurrentActor() actor: Actor, @Args('input') input: GiveUpEmailChangeInput): Promise<EmailChangeRead | null> {
    return this.queries.emailChange(actor, (await this.changes.giveUpEmailChange(actor, input)).id);
  }

  @Mutation(() => ConfirmEmailResult, { description: 'Changes the address by a mailed link; the old one is told.' })
  @Public()
  @Refusable()
  confirmEmail(@Args('input') input: ConfirmEmailInput): Promise<{ id: string }> {
    return this.changes.confirmEmail(input);
  }
}
