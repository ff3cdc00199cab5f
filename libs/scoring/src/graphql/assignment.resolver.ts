import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { type AssignmentMatrix, AssignmentMatrixQueries } from '../application/assignment/assignment-matrix.queries.js';
import { AssignmentQueries, type RoundAssignmentRow } from '../application/assignment/assignment.queries.js';
import { CardService } from '../application/assignment/card.service.js';
import { type RoundRow } from '../application/round/round.queries.js';
import { AssignmentMatrixArguments, AssignmentMatrixObject } from './assignment-matrix.types.js';
import {
  AssignJudgeInput,
  AssignJudgeResult,
  ExcuseCardInput,
  ExcuseCardResult,
  RoundAssignmentConnection,
  RoundAssignmentObject,
  RoundAssignmentsArguments,
  UnassignJudgeInput,
  UnassignJudgeResult,
} from './round.types.js';

@Resolver(() => RoundAssignmentObject)
export class AssignmentResolver {
  constructor(
    private readonly cards: CardService,
    private readonly queries: AssignmentQueries,
    private readonly matrix: AssignmentMatrixQueries,
  ) {}

  @Query(() => RoundAssignmentConnection, { name: 'assignments', description: 'Who judges what in a round.' })
  @Allow('assignment:manage')
  assignmentsOf(@CurrentActor() actor: Actor, @Args() args: RoundAssignmentsArguments): Promise<Page<RoundAssignmentRow>> {
    return this.queries.assignments(actor, args);
  }

  @Query(() => AssignmentMatrixObject, {
    description: 'Initiatives and judges of a round as one table, with loads; without rows where it is not yours to see.',
  })
  @Allow('assignment:manage')
  assignmentMatrix(@CurrentActor() actor: Actor, @Args() args: AssignmentMatrixArguments): Promise<AssignmentMatrix> {
    return this.matrix.assignmentMatrix(actor, args);
  }

  @Mutation(() => AssignJudgeResult, { description: 'Gives one judge the card of one initiative.' })
  @Allow('assignment:manage')
  @Refusable()
  assignJudge(@CurrentActor() actor: Actor, @Args('input') input: AssignJudgeInput): Promise<RoundAssignmentRow> {
    return this.cards.assignJudge(actor, input);
  }

  @Mutation(() => UnassignJudgeResult, { description: 'Takes the card of one initiative from one judge.' })
  @Allow('assignment:manage')
  @Refusable()
  unassignJudge(@CurrentActor() actor: Actor, @Args('input') input: UnassignJudgeInput): Promise<RoundRow> {
    return this.cards.unassignJudge(actor, input);
  }

  @Mutation(() => ExcuseCardResult, { description: 'Takes a card out of the count; it is kept.' })
  @Allow('assignment:manage')
  @Refusable()
  excuseCard(@CurrentActor() actor: Actor, @Args('input') input: ExcuseCardInput): Promise<RoundAssignmentRow> {
    return this.cards.excuseCard(actor, input);
  }
}
