import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { type DoubleRead, type MergeOutlook, MergeQueries, type MergeRead } from '../application/merge.queries.js';
import { MergeService } from '../application/merge.service.js';
import {
  ConfirmPersonMergeInput,
  ConfirmPersonMergeResult,
  KeepPersonsApartInput,
  KeepPersonsApartResult,
  MergeOutlookArguments,
  MergeOutlookObject,
  MergePersonsInput,
  MergePersonsResult,
  PersonDoubleConnection,
  PersonDoublesArguments,
  PersonMergeConnection,
  PersonMergeObject,
  PersonMergesArguments,
  RefusePersonMergeInput,
  RefusePersonMergeResult,
  UndoPersonMergeInput,
  UndoPersonMergeResult,
} from './merge.types.js';

/** Records that are of one person, or may be. */
@Resolver(() => PersonMergeObject)
export class MergeResolver {
  constructor(
    private readonly queries: MergeQueries,
    private readonly merges: MergeService,
  ) {}

  @Query(() => PersonDoubleConnection, {
    description: 'Records of your people that may be of one person, the last found first unless asked otherwise.',
  })
  @Allow('account:manage')
  personDoubles(@CurrentActor() actor: Actor, @Args() filter: PersonDoublesArguments): Promise<Page<DoubleRead>> {
    return this.queries.doubles(actor, filter);
  }

  @Query(() => PersonMergeConnection, {
    description: 'Merges of records of your people, those undone too; the last proposed first unless asked otherwise.',
  })
  @Allow('grant:confirm')
  personMerges(@CurrentActor() actor: Actor, @Args() filter: PersonMergesArguments): Promise<Page<MergeRead>> {
    return this.queries.merges(actor, filter);
  }

  @Query(() => MergeOutlookObject, {
    nullable: true,
    description: 'Two records side by side, what merging them would touch and what stands in the way; null where you may not see both.',
  })
  @Allow('grant:confirm')
  mergeOutlook(@CurrentActor() actor: Actor, @Args() { mergedId, keptId }: MergeOutlookArguments): Promise<MergeOutlook | null> {
    return this.queries.outlook(actor, { mergedId, keptId });
  }

  @Mutation(() => MergePersonsResult, {
    description: 'Lets one record of a person point to the other. Waits for a second person while a contest is being judged.',
  })
  @Allow('account:manage')
  @Refusable()
  async mergePersons(@CurrentActor() actor: Actor, @Args('input') input: MergePersonsInput): Promise<MergeRead | null> {
    return this.queries.merge(actor, (await this.merges.mergePersons(actor, input)).id);
  }

  @Mutation(() => ConfirmPersonMergeResult, { description: 'As the second person: of a merge, or that one is undone.' })
  @Allow('grant:confirm')
  @Refusable()
  async confirmPersonMerge(@CurrentActor() actor: Actor, @Args('input') input: ConfirmPersonMergeInput): Promise<MergeRead | null> {
    return this.queries.merge(actor, (await this.merges.confirmPersonMerge(actor, input)).id);
  }

  @Mutation(() => RefusePersonMergeResult, {
    description: 'As who may decide on it, or as who proposed it. A merge that was to be undone goes on.',
  })
  @Allow('grant:confirm')
  @Refusable()
  async refusePersonMerge(@CurrentActor() actor: Actor, @Args('input') input: RefusePersonMergeInput): Promise<MergeRead | null> {
    return this.queries.merge(actor, (await this.merges.refusePersonMerge(actor, input)).id);
  }

  @Mutation(() => UndoPersonMergeResult, {
    description: 'Both records stand for themselves again. Waits for a second person while a contest is being judged.',
  })
  @Allow('account:manage')
  @Refusable()
  async undoPersonMerge(@CurrentActor() actor: Actor, @Args('input') input: UndoPersonMergeInput): Promise<MergeRead | null> {
    return this.queries.merge(actor, (await this.merges.undoPersonMerge(actor, input)).id);
  }

  @Mutation(() => KeepPersonsApartResult, { description: 'Says that two records which look alike are of two people: they leave the list.' })
  @Allow('account:manage')
  @Refusable()
  async keepPersonsApart(@CurrentActor() actor: Actor, @Args('input') input: KeepPersonsApartInput): Promise<DoubleRead | null> {
    return this.queries.double(actor, (await this.merges.keepPersonsApart(actor, input)).id);
  }
}
