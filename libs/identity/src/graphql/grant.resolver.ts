import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, PageArguments, Refusable } from '#lib/platform';
import { GrantConfirmationService } from '../application/grant-confirmation.service.js';
import { GrantService } from '../application/grant.service.js';
import { GrantQueries, type GrantRead, type HeldGrant } from '../application/grant.queries.js';
import { PersonQueries, type PositionRead } from '../application/person.queries.js';
import { PersonService } from '../application/person.service.js';
import {
  AddPositionInput,
  AddPositionResult,
  ConfirmGrantInput,
  ConfirmGrantResult,
  ConfirmRevocationResult,
  EndPositionInput,
  EndPositionResult,
  GrantRoleInput,
  GrantRoleResult,
  GrantsArguments,
  HeldGrantConnection,
  NameLeaderInput,
  NameLeaderResult,
  RefuseGrantInput,
  RefuseGrantResult,
  RefuseRevocationResult,
  RevokeGrantInput,
  RevokeGrantResult,
  WithdrawGrantResult,
} from './person.types.js';

/** Roles and positions. */
@Resolver()
export class GrantResolver {
  constructor(
    private readonly service: GrantService,
    private readonly confirmations: GrantConfirmationService,
    private readonly people: PersonService,
    private readonly queries: GrantQueries,
    private readonly persons: PersonQueries,
  ) {}

  @Query(() => HeldGrantConnection, { description: 'Roles for your units that wait for a second person.' })
  @Allow('grant:confirm')
  proposedGrants(@CurrentActor() actor: Actor, @Args() page: PageArguments): Promise<Page<HeldGrant>> {
    return this.queries.proposedGrants(actor, page);
  }

  @Query(() => HeldGrantConnection, {
    description: 'Who holds what for your units: in force, to come, or waiting for a second person.',
  })
  @Allow('person:read')
  grants(@CurrentActor() actor: Actor, @Args() filter: GrantsArguments): Promise<Page<HeldGrant>> {
    return this.queries.grants(actor, filter);
  }

  @Mutation(() => GrantRoleResult, {
    description:
      'A role over the judging waits for a second person: an administrator whose account is not of your making, or the leader of the unit.',
  })
  @Allow('grant:manage')
  @Refusable()
  async grantRole(@CurrentActor() actor: Actor, @Args('input') input: GrantRoleInput): Promise<GrantRead | null> {
    return this.queries.grant(actor, (await this.service.grantRole(actor, input)).id);
  }

  @Mutation(() => NameLeaderResult, {
    description: 'The first administrator names the leader who confirms the rest: once, while there is nobody else to confirm.',
  })
  @Allow('grant:manage')
  @Refusable()
  async nameLeader(@CurrentActor() actor: Actor, @Args('input') input: NameLeaderInput): Promise<GrantRead | null> {
    return this.queries.grant(actor, (await this.confirmations.nameLeader(actor, input)).id);
  }

  @Mutation(() => ConfirmGrantResult, { description: 'As the second person. The role begins, with the conflicts it brings.' })
  @Allow('grant:confirm')
  @Refusable()
  async confirmGrant(@CurrentActor() actor: Actor, @Args('input') input: ConfirmGrantInput): Promise<GrantRead | null> {
    return this.queries.grant(actor, (await this.confirmations.confirmGrant(actor, input)).id);
  }

  @Mutation(() => RefuseGrantResult, { description: 'As the second person: the role is not given.' })
  @Allow('grant:confirm')
  @Refusable()
  async refuseGrant(@CurrentActor() actor: Actor, @Args('input') input: RefuseGrantInput): Promise<GrantRead | null> {
    return this.queries.grant(actor, (await this.confirmations.refuseGrant(actor, input)).id);
  }

  @Mutation(() => WithdrawGrantResult, { description: 'What you proposed and nobody has decided.' })
  @Allow('grant:manage')
  @Refusable()
  async withdrawGrant(@CurrentActor() actor: Actor, @Args('input') input: RevokeGrantInput): Promise<GrantRead | null> {
    return this.queries.grant(actor, (await this.service.withdrawGrant(actor, input)).id);
  }

  @Mutation(() => ConfirmRevocationResult, { description: 'As the second person, or as the leader who agrees to go.' })
  @Allow('self')
  @Refusable()
  async confirmRevocation(@CurrentActor() actor: Actor, @Args('input') input: ConfirmGrantInput): Promise<GrantRead | null> {
    return this.queries.grant(actor, (await this.confirmations.confirmRevocation(actor, input)).id);
  }

  @Mutation(() => RefuseRevocationResult, { description: 'As the second person: the leader goes on.' })
  @Allow('grant:confirm')
  @Refusable()
  async refuseRevocation(@CurrentActor() actor: Actor, @Args('input') input: RefuseGrantInput): Promise<GrantRead | null> {
    return this.queries.grant(actor, (await this.confirmations.refuseRevocation(actor, input)).id);
  }

  @Mutation(() => RevokeGrantResult, {
    description: 'At once, but for a leader’s role: that waits for a second person, or for the leader to agree.',
  })
  @Allow('grant:manage')
  @Refusable()
  async revokeGrant(@CurrentActor() actor: Actor, @Args('input') input: RevokeGrantInput): Promise<GrantRead | null> {
    return this.queries.grant(actor, (await this.service.revokeGrant(actor, input)).id);
  }

  @Mutation(() => AddPositionResult, { description: 'Notes that somebody works for a unit from a day on.' })
  @Allow('account:manage')
  @Refusable()
  async addPosition(@CurrentActor() actor: Actor, @Args('input') input: AddPositionInput): Promise<PositionRead | null> {
    return this.persons.position(actor, (await this.people.addPosition(actor, input)).id);
  }

  @Mutation(() => EndPositionResult, { description: 'Sets the last day of a position.' })
  @Allow('account:manage')
  @Refusable()
  async endPosition(@CurrentActor() actor: Actor, @Args('input') input: EndPositionInput): Promise<PositionRead | null> {
    return this.persons.position(actor, (await this.people.endPosition(actor, input)).id);
  }
}
