import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, PageArguments, Public, Refusable } from '#lib/platform';
import { ModelQueries, type ModelRead, type PublicModelRead } from '../application/model.queries.js';
import { ModelService } from '../application/model.service.js';
import {
  AddServiceModelInput,
  AddServiceModelResult,
  EditServiceModelInput,
  EditServiceModelResult,
  ModelConnection,
  ModelObject,
  PublicModelConnection,
} from './model.types.js';

@Resolver(() => ModelObject)
export class ModelResolver {
  constructor(
    private readonly service: ModelService,
    private readonly queries: ModelQueries,
  ) {}

  @Query(() => ModelConnection, { description: 'Models of handing over of your district, the newest first.' })
  @Allow('handover:read')
  serviceModels(@CurrentActor() actor: Actor, @Args() args: PageArguments): Promise<Page<ModelRead>> {
    return this.queries.serviceModels(actor, args);
  }

  @Query(() => PublicModelConnection, {
    description: 'Which units hand over results at home or at a ceremony today, and how to ask for it. Needs no account.',
  })
  @Public()
  publicServiceModels(@Args() args: PageArguments): Promise<Page<PublicModelRead>> {
    return this.queries.publicServiceModels(args);
  }

  @Mutation(() => AddServiceModelResult, { description: 'Says that units hand over results at home or at a ceremony.' })
  @Allow('handover:manage')
  @Refusable()
  async addServiceModel(@CurrentActor() actor: Actor, @Args('input') input: AddServiceModelInput): Promise<ModelRead | null> {
    return this.queries.serviceModel(actor, (await this.service.addServiceModel(actor, orderOf(input))).id);
  }

  @Mutation(() => EditServiceModelResult, {
    description: 'Says it anew. What handovers were entered of stays in it.',
  })
  @Allow('handover:manage')
  @Refusable()
  async editServiceModel(@CurrentActor() actor: Actor, @Args('input') input: EditServiceModelInput): Promise<ModelRead | null> {
    return this.queries.serviceModel(actor, (await this.service.editServiceModel(actor, orderOf(input))).id);
  }
}

const orderOf = <Input extends AddServiceModelInput | EditServiceModelInput>(input: Input) =>
  Object.assign({}, input, { decision: input.decisionText, endsOn: input.endsOn ?? null });
