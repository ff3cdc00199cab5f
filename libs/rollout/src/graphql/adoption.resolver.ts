import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { AdoptionQueries, type AdoptionRead } from '../application/adoption.queries.js';
import { AdoptionService } from '../application/adoption.service.js';
import { RolloutService } from '../application/rollout.service.js';
import {
  AdoptionConnection,
  AdoptionObject,
  AdoptionsArguments,
  ChangeAdoptionInput,
  ChangeAdoptionResult,
  GiveEvidenceInput,
  GiveEvidenceResult,
  RecordOwnAdoptionResult,
  SetAdoptionBasisInput,
  SetAdoptionBasisResult,
} from './adoption.types.js';
import { RecordOwnAdoptionInput } from './rollout.types.js';

@Resolver(() => AdoptionObject)
export class AdoptionResolver {
  constructor(
    private readonly service: AdoptionService,
    private readonly rollouts: RolloutService,
    private readonly queries: AdoptionQueries,
  ) {}

  @Query(() => AdoptionConnection, { description: 'Adoptions of the units that you may read about.' })
  @Allow('rollout:read')
  adoptions(@CurrentActor() actor: Actor, @Args() filter: AdoptionsArguments): Promise<Page<AdoptionRead>> {
    return this.queries.adoptions(actor, filter);
  }

  @Query(() => AdoptionObject, {
    nullable: true,
    description: 'One commune’s adoption of a roll-out, with its history and evidence; null where you may not see it.',
  })
  @Allow('rollout:read')
  adoption(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<AdoptionRead | null> {
    return this.queries.adoption(actor, id);
  }

  @Mutation(() => RecordOwnAdoptionResult, { description: 'A commune took an initiative up by itself.' })
  @Allow('adoption:record')
  @Refusable()
  async recordOwnAdoption(@CurrentActor() actor: Actor, @Args('input') input: RecordOwnAdoptionInput): Promise<AdoptionRead | null> {
    return this.queries.adoption(actor, (await this.rollouts.recordOwnAdoption(actor, input)).id);
  }

  @Mutation(() => ChangeAdoptionResult, { description: 'Says how far the commune is now.' })
  @Allow('adoption:report')
  @Refusable()
  async changeAdoption(@CurrentActor() actor: Actor, @Args('input') input: ChangeAdoptionInput): Promise<AdoptionRead | null> {
    return this.queries.adoption(actor, (await this.service.changeAdoption(actor, input)).id);
  }

  @Mutation(() => SetAdoptionBasisResult, { description: 'Makes a commune required, a volunteer, or exempt.' })
  @Allow('rollout:manage')
  @Refusable()
  async setAdoptionBasis(@CurrentActor() actor: Actor, @Args('input') input: SetAdoptionBasisInput): Promise<AdoptionRead | null> {
    return this.queries.adoption(actor, (await this.service.setAdoptionBasis(actor, input)).id);
  }

  @Mutation(() => GiveEvidenceResult, { description: 'Shows that things are still as they were said to be.' })
  @Allow('adoption:report')
  @Refusable()
  async giveEvidence(@CurrentActor() actor: Actor, @Args('input') input: GiveEvidenceInput): Promise<AdoptionRead | null> {
    return this.queries.adoption(actor, (await this.service.giveEvidence(actor, input)).id);
  }
}
