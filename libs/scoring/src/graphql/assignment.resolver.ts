import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { type AssignmentProposal, AssignmentProposalService } from '../application/assignment/assignment-proposal.service.js';
import { AssignmentQueries, type RoundAssignmentRow } from '../application/assignment/assignment.queries.js';
import { AssignmentService } from '../application/assignment/assignment.service.js';
import { CardService } from '../application/card/card.service.js';
import { type RoundRow } from '../application/round/round.queries.js';
import {
  AssignJudgeInput,
  AssignJudgeResult,
  AssignRoundInput,
  AssignRoundResult,
  AssignmentProposalObject,
  ExcuseCardInput,
  ExcuseCardResult,
  ProposalArguments,
  RoundAssignmentConnection,
  RoundAssignmentObject,
  RoundAssignmentsArguments,
  UnassignJudgeInput,
  UnassignJudgeResult,
} from './round.types.js';

@Resolver(() => RoundAssignmentObject)
export class AssignmentResolver {
  constructor(
    private readonly assignments: AssignmentService,
    private readonly cards: CardService,
    private readonly proposals: AssignmentProposalService,
    private readonly queries: AssignmentQueries,
  ) {}

  @Query(() => RoundAssignmentConnection, { name: 'assignments', description: 'Who judges what in a round.' })
  @Allow('assignment:manage')
  assignmentsOf(@CurrentActor() actor: Actor, @Args() args: RoundAssignmentsArguments): Promise<Page<RoundAssignmentRow>> {
    return this.queries.assignments(actor, args);
  }

  @Query(() => AssignmentProposalObject, {
    description: 'Who should judge what, with the smallest spread of loads; or for which initiatives judges are lacking, and why.',
  })
  @Allow('assignment:manage')
  assignmentProposal(@CurrentActor() actor: Actor, @Args() args: ProposalArguments): Promise<AssignmentProposal> {
    return this.proposals.assignmentProposal(actor, args);
  }

  @Mutation(() => AssignRoundResult, { description: 'Applies the proposal. Cards that were saved or signed stay.' })
  @Allow('assignment:manage')
  @Refusable()
  assignRound(@CurrentActor() actor: Actor, @Args('input') input: AssignRoundInput): Promise<RoundRow> {
    return this.assignments.assignRound(actor, input);
  }

  @Mutation(() => AssignJudgeResult)
  @Allow('assignment:manage')
  @Refusable()
  assignJudge(@CurrentActor() actor: Actor, @Args('input') input: AssignJudgeInput): Promise<RoundAssignmentRow> {
    return this.cards.assignJudge(actor, input);
  }

  @Mutation(() => UnassignJudgeResult)
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
