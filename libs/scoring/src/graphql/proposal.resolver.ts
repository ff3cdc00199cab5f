import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, JobResult, type JobRow, Refusable } from '#lib/platform';
import {
  AssignmentProposalQueries,
  type AssignmentProposalRow,
  type ProposedCardRow,
} from '../application/assignment/assignment-proposal.queries.js';
import { AssignmentProposalService } from '../application/assignment/assignment-proposal.service.js';
import { AssignmentService } from '../application/assignment/assignment.service.js';
import { type RoundRow } from '../application/round/round.queries.js';
import {
  ApplyAssignmentInput,
  ApplyAssignmentResult,
  AssignRoundInput,
  AssignRoundResult,
  AssignmentProposalObject,
  ProposalArguments,
  ProposeAssignmentInput,
  ProposedCardConnection,
  ProposedCardsArguments,
} from './assignment.types.js';

@Resolver(() => AssignmentProposalObject)
export class ProposalResolver {
  constructor(
    private readonly assignments: AssignmentService,
    private readonly proposals: AssignmentProposalService,
    private readonly queries: AssignmentProposalQueries,
  ) {}

  @Query(() => AssignmentProposalObject, {
    nullable: true,
    description: 'Who should judge what, by the id of the job that reckoned it; or for which initiatives judges are lacking, and why.',
  })
  @Allow('assignment:manage')
  assignmentProposal(@CurrentActor() actor: Actor, @Args() { id }: ProposalArguments): Promise<AssignmentProposalRow | null> {
    return this.queries.assignmentProposal(actor, id);
  }

  @Query(() => ProposedCardConnection, { description: 'The cards of a proposal, by initiative.' })
  @Allow('assignment:manage')
  proposedCards(@CurrentActor() actor: Actor, @Args() args: ProposedCardsArguments): Promise<Page<ProposedCardRow>> {
    return this.queries.proposedCards(actor, args);
  }

  @Mutation(() => JobResult, { description: 'Begins to reckon who should judge what in a round; the proposal has the id of the job.' })
  @Allow('assignment:manage')
  @Refusable()
  proposeAssignment(@CurrentActor() actor: Actor, @Args('input') input: ProposeAssignmentInput): Promise<JobRow> {
    return this.proposals.proposeAssignment(actor, input);
  }

  @Mutation(() => ApplyAssignmentResult, {
    description: 'Writes a proposal as it was looked at, as long as what it rests on has not changed.',
  })
  @Allow('assignment:manage')
  @Refusable()
  applyAssignment(@CurrentActor() actor: Actor, @Args('input') input: ApplyAssignmentInput): Promise<AssignmentProposalRow> {
    return this.assignments.applyAssignment(actor, input);
  }

  @Mutation(() => AssignRoundResult, {
    description: 'Proposes and applies in one act, unseen: the short way for a small round. Cards that were saved or signed stay.',
  })
  @Allow('assignment:manage')
  @Refusable()
  assignRound(@CurrentActor() actor: Actor, @Args('input') input: AssignRoundInput): Promise<RoundRow> {
    return this.assignments.assignRound(actor, input);
  }
}
