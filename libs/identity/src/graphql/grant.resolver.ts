import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { GrantService } from '../application/grant.service.js';
import { type GrantRead, PersonQueries, type PositionRead } from '../application/person.queries.js';
import { PersonService } from '../application/person.service.js';
import {
  AddPositionInput,
  AddPositionResult,
  EndPositionInput,
  EndPositionResult,
  GrantRoleInput,
  GrantRoleResult,
  RevokeGrantInput,
  RevokeGrantResult,
} from './person.types.js';

/** Roles and positions. */
@Resolver()
export class GrantResolver {
  constructor(
    private readonly grants: GrantService,
    private readonly people: PersonService,
    private readonly queries: PersonQueries,
  ) {}

  @Mutation(() => GrantRoleResult)
  @Allow('grant:manage')
  @Refusable()
  async grantRole(@CurrentActor() actor: Actor, @Args('input') input: GrantRoleInput): Promise<GrantRead | null> {
    return this.queries.grant(actor, (await this.grants.grantRole(actor, input)).id);
  }

  @Mutation(() => RevokeGrantResult, { description: 'At once.' })
  @Allow('grant:manage')
  @Refusable()
  async revokeGrant(@CurrentActor() actor: Actor, @Args('input') input: RevokeGrantInput): Promise<GrantRead | null> {
    return this.queries.grant(actor, (await this.grants.revokeGrant(actor, input)).id);
  }

  @Mutation(() => AddPositionResult)
  @Allow('account:manage')
  @Refusable()
  async addPosition(@CurrentActor() actor: Actor, @Args('input') input: AddPositionInput): Promise<PositionRead | null> {
    return this.queries.position(actor, (await this.people.addPosition(actor, input)).id);
  }

  @Mutation(() => EndPositionResult)
  @Allow('account:manage')
  @Refusable()
  async endPosition(@CurrentActor() actor: Actor, @Args('input') input: EndPositionInput): Promise<PositionRead | null> {
    return this.queries.position(actor, (await this.people.endPosition(actor, input)).id);
  }
}
