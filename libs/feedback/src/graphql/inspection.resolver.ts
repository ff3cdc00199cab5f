import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { InspectionQueries, type InspectionRead } from '../application/inspection.queries.js';
import { InspectionService } from '../application/inspection.service.js';
import {
  AnswerInspectionItemInput,
  CallOffInspectionInput,
  DrawUpMinutesInput,
  OrderInspectionInput,
  RecordMinutesRefusalInput,
  SignMinutesInput,
  StartInspectionInput,
  InspectionsArguments,
} from './inspection.inputs.js';
import {
  AnswerInspectionItemResult,
  CallOffInspectionResult,
  DrawUpMinutesResult,
  OrderInspectionResult,
  RecordMinutesRefusalResult,
  SignMinutesResult,
  StartInspectionResult,
  InspectionConnection,
  InspectionObject,
} from './inspection.types.js';

@Resolver(() => InspectionObject)
export class InspectionResolver {
  constructor(
    private readonly service: InspectionService,
    private readonly queries: InspectionQueries,
  ) {}

  @Query(() => InspectionConnection, {
    description:
      'Inspections of the units that you may read about or head, and of teams that you are in; the newest first, unless asked otherwise.',
  })
  @Allow('self', 'feedback')
  inspections(@CurrentActor() actor: Actor, @Args() filter: InspectionsArguments): Promise<Page<InspectionRead>> {
    return this.queries.inspections(actor, filter);
  }

  @Query(() => InspectionObject, { nullable: true, description: 'One of them; null where there is none that you read.' })
  @Allow('self', 'feedback')
  inspection(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<InspectionRead | null> {
    return this.queries.inspection(actor, id);
  }

  @Mutation(() => OrderInspectionResult, {
    description:
      'Orders an inspection of a unit by a decision. Of a surprise only its team, who orders it and the Chair know until it begins.',
  })
  @Allow('inspection:order')
  @Refusable()
  async orderInspection(@CurrentActor() actor: Actor, @Args('input') input: OrderInspectionInput): Promise<InspectionRead | null> {
    return this.queries.inspection(actor, (await this.service.orderInspection(actor, input)).id);
  }

  @Mutation(() => CallOffInspectionResult, { description: 'Says, before it begins, that it is not held.' })
  @Allow('inspection:order')
  @Refusable()
  async callOffInspection(@CurrentActor() actor: Actor, @Args('input') input: CallOffInspectionInput): Promise<InspectionRead | null> {
    return this.queries.inspection(actor, (await this.service.callOffInspection(actor, input)).id);
  }

  @Mutation(() => StartInspectionResult, { description: 'Begins it, as one of its team; from then on a surprise is known as any other.' })
  @Allow('self', 'feedback')
  @Refusable()
  async startInspection(@CurrentActor() actor: Actor, @Args('input') input: StartInspectionInput): Promise<InspectionRead | null> {
    return this.queries.inspection(actor, (await this.service.startInspection(actor, input)).id);
  }

  @Mutation(() => AnswerInspectionItemResult, { description: 'Says, as one of the team, what was found of an item.' })
  @Allow('self', 'feedback')
  @Refusable()
  async answerInspectionItem(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnswerInspectionItemInput,
  ): Promise<InspectionRead | null> {
    return this.queries.inspection(actor, (await this.service.answerInspectionItem(actor, input)).id);
  }

  @Mutation(() => DrawUpMinutesResult, { description: 'Draws up the minutes, as who leads the team, when all items are answered.' })
  @Allow('self', 'feedback')
  @Refusable()
  async drawUpMinutes(@CurrentActor() actor: Actor, @Args('input') input: DrawUpMinutesInput): Promise<InspectionRead | null> {
    return this.queries.inspection(actor, (await this.service.drawUpMinutes(actor, input)).id);
  }

  @Mutation(() => SignMinutesResult, { description: 'Signs the minutes, as who leads the team or heads the unit.' })
  @Allow('self', 'feedback')
  @Refusable()
  async signMinutes(@CurrentActor() actor: Actor, @Args('input') input: SignMinutesInput): Promise<InspectionRead | null> {
    return this.queries.inspection(actor, (await this.service.signMinutes(actor, input)).id);
  }

  @Mutation(() => RecordMinutesRefusalResult, { description: 'Records, as who leads the team, that nobody signs for the unit.' })
  @Allow('self', 'feedback')
  @Refusable()
  async recordMinutesRefusal(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordMinutesRefusalInput,
  ): Promise<InspectionRead | null> {
    return this.queries.inspection(actor, (await this.service.recordMinutesRefusal(actor, input)).id);
  }
}
