import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, BeforeSecondFactor, CurrentActor, OfferedActs } from '#lib/platform';
import { PersonQueries, type PersonRead } from '../application/person.queries.js';
import { FactorQueries } from '../application/factor.queries.js';
import { ACTS_OF_ME, type ActsOfMe } from './me-acts.types.js';
import { MeObject, PeopleArguments, PersonConnection, PersonObject } from './person.types.js';

/** Reads of people. */
@Resolver(() => PersonObject)
export class PersonResolver {
  constructor(
    private readonly queries: PersonQueries,
    private readonly factors: FactorQueries,
    private readonly acts: OfferedActs,
  ) {}

  @Query(() => MeObject, { description: 'Who is signed in, with roles and permissions.' })
  @Allow('self', 'identity')
  @BeforeSecondFactor()
  async me(@CurrentActor() actor: Actor): Promise<object> {
    const names = [...new Set(actor.grants.flatMap((grant) => grant.permissions))].sort();
    return {
      id: actor.id,
      person: await this.queries.person(actor, actor.id),
      secondFactor: await this.factors.secondFactor(actor),
      roles: [...new Set(actor.grants.map((grant) => grant.role))].sort(),
      permissions: names.map((name) => ({ name, unitIds: actor.unitsFor(name) })),
      ...offered(actor, this.acts),
    };
  }

  @Query(() => PersonConnection, { description: 'The people of your units and those from outside, sorted by name.' })
  @Allow('person:read')
  people(@CurrentActor() actor: Actor, @Args() filter: PeopleArguments): Promise<Page<PersonRead>> {
    return this.queries.people(actor, filter);
  }

  @Query(() => PersonObject, {
    nullable: true,
    description: 'A person with positions and roles, for who manages people; null where you may not see them.',
  })
  @Allow('person:read')
  person(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<PersonRead | null> {
    return this.queries.person(actor, id);
  }
}

const offered = (actor: Actor, acts: OfferedActs): ActsOfMe =>
  Object.fromEntries(
    ACTS_OF_ME.map((act) => [`can${act.charAt(0).toUpperCase()}${act.slice(1)}`, acts.mayCall(actor, act)]),
  ) as unknown as ActsOfMe;
