import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { AccountService } from '../application/account.service.js';
import { AdmissionService } from '../application/admission.service.js';
import { PersonQueries, type PersonRead } from '../application/person.queries.js';
import { PersonService } from '../application/person.service.js';
import {
  AccountInput,
  CreatePersonInput,
  CreatePersonResult,
  DisableAccountResult,
  EditPersonInput,
  EditPersonResult,
  EnableAccountResult,
  InvitePersonInput,
  InvitePersonResult,
  SendInvitationAgainInput,
  SendInvitationAgainResult,
} from './person.types.js';

/** What an administrator does with people and their accounts. */
@Resolver()
export class AccountResolver {
  constructor(
    private readonly people: PersonService,
    private readonly admission: AdmissionService,
    private readonly accounts: AccountService,
    private readonly queries: PersonQueries,
  ) {}

  @Mutation(() => CreatePersonResult, { description: 'Enters a person without an account.' })
  @Allow('account:manage')
  @Refusable()
  async createPerson(@CurrentActor() actor: Actor, @Args('input') input: CreatePersonInput): Promise<PersonRead | null> {
    return this.queries.person(actor, (await this.people.createPerson(actor, input)).id);
  }

  @Mutation(() => InvitePersonResult, { description: 'Mails a link, good for a week, by which the person sets a password.' })
  @Allow('account:manage')
  @Refusable()
  async invitePerson(@CurrentActor() actor: Actor, @Args('input') input: InvitePersonInput): Promise<PersonRead | null> {
    return this.queries.person(actor, (await this.admission.invitePerson(actor, input)).id);
  }

  @Mutation(() => SendInvitationAgainResult, {
    description: 'Mails a new link, good for a week, to somebody who has not set a password yet; the one before ends.',
  })
  @Allow('account:manage')
  @Refusable()
  async sendInvitationAgain(@CurrentActor() actor: Actor, @Args('input') input: SendInvitationAgainInput): Promise<PersonRead | null> {
    return this.queries.person(actor, (await this.admission.sendInvitationAgain(actor, input)).id);
  }

  @Mutation(() => EditPersonResult, { description: 'Your own, or of a person whose account you manage.' })
  @Allow('self')
  @Refusable()
  async editPerson(@CurrentActor() actor: Actor, @Args('input') input: EditPersonInput): Promise<PersonRead | null> {
    return this.queries.person(actor, (await this.accounts.editPerson(actor, input)).id);
  }

  @Mutation(() => DisableAccountResult, { description: 'Ends all sessions of the person too.' })
  @Allow('account:manage')
  @Refusable()
  async disableAccount(@CurrentActor() actor: Actor, @Args('input') input: AccountInput): Promise<PersonRead | null> {
    return this.queries.person(actor, (await this.accounts.disableAccount(actor, input)).id);
  }

  @Mutation(() => EnableAccountResult, { description: 'Opens an account again that was shut.' })
  @Allow('account:manage')
  @Refusable()
  async enableAccount(@CurrentActor() actor: Actor, @Args('input') input: AccountInput): Promise<PersonRead | null> {
    return this.queries.person(actor, (await this.accounts.enableAccount(actor, input)).id);
  }
}
