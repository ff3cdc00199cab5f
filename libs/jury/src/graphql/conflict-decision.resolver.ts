import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, PageArguments, Refusable } from '#lib/platform';
import { ConflictDecisionService } from '../application/conflict/conflict-decision.service.js';
import { ConflictQueries, type ConflictRow } from '../application/conflict/conflict.queries.js';
import {
  AnswerConflictInput,
  AnswerConflictResult,
  ConfirmConflictResult,
  ConflictConnection,
  ConflictObject,
  DecideConflictInput,
  RefuseConflictResult,
  WithdrawConflictInput,
  WithdrawConflictResult,
} from './jury.types.js';

/** Conflicts of those who have a say in the judging. */
@Resolver(() => ConflictObject)
export class ConflictDecisionResolver {
  constructor(
    private readonly decisions: ConflictDecisionService,
    private readonly queries: ConflictQueries,
  ) {}

  @Query(() => ConflictConnection, { description: 'Those that wait for you as the second person.' })
  @Allow('conflict:decide')
  conflictsToDecide(@CurrentActor() actor: Actor, @Args() page: PageArguments): Promise<Page<ConflictRow>> {
    return this.queries.conflictsToDecide(actor, page);
  }

  @Query(() => ConflictConnection, { description: 'What stands between you and an initiative, or is proposed to.' })
  @Allow('self', 'scoring')
  myConflicts(@CurrentActor() actor: Actor, @Args() page: PageArguments): Promise<Page<ConflictRow>> {
    return this.queries.myConflicts(actor, page);
  }

  @Mutation(() => ConfirmConflictResult, { description: 'As the second person: it holds.' })
  @Allow('conflict:decide')
  @Refusable()
  confirmConflict(@CurrentActor() actor: Actor, @Args('input') input: DecideConflictInput): Promise<ConflictRow> {
    return this.decisions.confirmConflict(actor, input);
  }

  @Mutation(() => RefuseConflictResult, { description: 'As the second person: it stays as it was.' })
  @Allow('conflict:decide')
  @Refusable()
  refuseConflict(@CurrentActor() actor: Actor, @Args('input') input: DecideConflictInput): Promise<ConflictRow> {
    return this.decisions.refuseConflict(actor, input);
  }

  @Mutation(() => WithdrawConflictResult, { description: 'What you proposed and nobody has decided.' })
  @Allow('conflict:set')
  @Refusable()
  withdrawConflict(@CurrentActor() actor: Actor, @Args('input') input: WithdrawConflictInput): Promise<ConflictRow> {
    return this.decisions.withdrawConflict(actor, input);
  }

  @Mutation(() => AnswerConflictResult, { description: 'What you say to a conflict that is told of you.' })
  @Allow('self', 'scoring')
  @Refusable()
  answerConflict(@CurrentActor() actor: Actor, @Args('input') input: AnswerConflictInput): Promise<ConflictRow> {
    return this.decisions.answerConflict(actor, input);
  }
}
