import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Public, Refusable } from '#lib/platform';
import { type AdoptionCurve, AdoptionCurveQueries } from '../application/adoption-curve.queries.js';
import { PublicInitiativeQueries, type PublicInitiativeRead } from '../application/public-initiative.queries.js';
import { IndicatorService } from '../application/indicator.service.js';
import { type Matrix, MatrixQueries } from '../application/matrix.queries.js';
import { type PublicRolloutRead, RolloutQueries, type RolloutRead } from '../application/rollout.queries.js';
import { RolloutService } from '../application/rollout.service.js';
import { AdoptionCurveObject, AdoptionCurvesArguments } from './adoption-curve.types.js';
import { MatrixArguments, MatrixObject, PublicMatrixArguments, PublicMatrixObject } from './matrix.types.js';
import { PublicInitiativeObject } from './public-initiative.types.js';
import {
  AdoptInitiativeInput,
  AdoptInitiativeResult,
  EditRolloutInput,
  EditRolloutResult,
  PublicRolloutConnection,
  RolloutConnection,
  RolloutObject,
  PublicRolloutsArguments,
  RolloutsArguments,
  SetIndicatorsInput,
  SetIndicatorsResult,
} from './rollout.types.js';

@Resolver(() => RolloutObject)
export class RolloutResolver {
  constructor(
    private readonly service: RolloutService,
    private readonly indicators: IndicatorService,
    private readonly queries: RolloutQueries,
    private readonly matrix: MatrixQueries,
    private readonly curves: AdoptionCurveQueries,
    private readonly initiatives: PublicInitiativeQueries,
  ) {}

  @Query(() => RolloutConnection, { description: 'Adopted initiatives, the latest first.' })
  @Allow('rollout:read')
  rollouts(@CurrentActor() actor: Actor, @Args() filter: RolloutsArguments): Promise<Page<RolloutRead>> {
    return this.queries.rollouts(actor, filter);
  }

  @Query(() => RolloutObject, { nullable: true, description: 'A roll-out with its indicators; null where you may not see it.' })
  @Allow('rollout:read')
  rollout(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<RolloutRead | null> {
    return this.queries.rollout(actor, id);
  }

  @Query(() => PublicRolloutConnection, { description: 'Where each initiative is in use.' })
  @Public()
  publicRollouts(@Args() filter: PublicRolloutsArguments): Promise<Page<PublicRolloutRead>> {
    return this.queries.publicRollouts(filter);
  }

  @Query(() => PublicInitiativeObject, {
    nullable: true,
    description: 'An initiative that has a prize or is rolled out, for everyone; null of any other.',
  })
  @Public()
  publicInitiative(@Args('id', { type: () => ID }) id: string): Promise<PublicInitiativeRead | null> {
    return this.initiatives.publicInitiative(id);
  }

  @Query(() => MatrixObject, { description: 'Initiatives and communes in one table, as of a day.' })
  @Allow('rollout:read')
  rolloutMatrix(@CurrentActor() actor: Actor, @Args() order: MatrixArguments): Promise<Matrix> {
    return this.matrix.rolloutMatrix(actor, order);
  }

  @Query(() => [AdoptionCurveObject], { description: 'How the use of initiatives grew over time, of several at once, the latest first.' })
  @Allow('rollout:read')
  adoptionCurves(@CurrentActor() actor: Actor, @Args() order: AdoptionCurvesArguments): Promise<AdoptionCurve[]> {
    return this.curves.adoptionCurves(actor, order);
  }

  @Query(() => PublicMatrixObject, { description: 'Which commune is how far with which initiative, as of a day. Needs no account.' })
  @Public()
  publicMatrix(@Args() order: PublicMatrixArguments): Promise<Matrix> {
    return this.matrix.publicMatrix(order);
  }

  @Mutation(() => AdoptInitiativeResult, { description: 'Rolls an initiative out by a decision.' })
  @Allow('rollout:manage')
  @Refusable()
  async adoptInitiative(@CurrentActor() actor: Actor, @Args('input') input: AdoptInitiativeInput): Promise<RolloutRead | null> {
    return this.queries.rollout(actor, (await this.service.adoptInitiative(actor, input)).id);
  }

  @Mutation(() => EditRolloutResult, { description: 'Changes what a roll-out says of itself.' })
  @Allow('rollout:manage')
  @Refusable()
  async editRollout(@CurrentActor() actor: Actor, @Args('input') input: EditRolloutInput): Promise<RolloutRead | null> {
    return this.queries.rollout(actor, (await this.service.editRollout(actor, input)).id);
  }

  @Mutation(() => SetIndicatorsResult, { description: 'What is counted, in this order; one that has figures stays as it is counted.' })
  @Allow('rollout:manage')
  @Refusable()
  async setIndicators(@CurrentActor() actor: Actor, @Args('input') input: SetIndicatorsInput): Promise<RolloutRead | null> {
    return this.queries.rollout(actor, (await this.indicators.setIndicators(actor, input)).id);
  }
}
