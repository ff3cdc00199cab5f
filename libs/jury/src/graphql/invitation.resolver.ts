import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, PageArguments, Refusable } from '#lib/platform';
import { type ConflictCheck, ConflictCheckQueries } from '../application/invitation/conflict-check.queries.js';
import { InvitationQueries, type JuryInvitationRow } from '../application/invitation/invitation.queries.js';
import { InvitationService } from '../application/invitation/invitation.service.js';
import {
  AcceptInvitationInput,
  AcceptInvitationResult,
  ConflictCheckArguments,
  ConflictCheckObject,
  DeclineInvitationResult,
  EndInvitationInput,
  InviteToJuryInput,
  InviteToJuryResult,
  JuryInvitationConnection,
  JuryInvitationObject,
  JuryInvitationsArguments,
  WithdrawInvitationResult,
} from './invitation.types.js';

@Resolver(() => JuryInvitationObject)
export class InvitationResolver {
  constructor(
    private readonly invitations: InvitationService,
    private readonly checks: ConflictCheckQueries,
    private readonly queries: InvitationQueries,
  ) {}

  @Query(() => ConflictCheckObject, {
    nullable: true,
    description: 'Somebody before they are asked onto the jury: what they could not judge.',
  })
  @Allow('seat:manage')
  conflictCheck(@CurrentActor() actor: Actor, @Args() args: ConflictCheckArguments): Promise<ConflictCheck | null> {
    return this.checks.conflictCheck(actor, args);
  }

  @Query(() => JuryInvitationConnection, { name: 'juryInvitations', description: 'Who was asked onto the jury, and who declined and why.' })
  @Allow('seat:manage')
  invitationsOf(@CurrentActor() actor: Actor, @Args() args: JuryInvitationsArguments): Promise<Page<JuryInvitationRow>> {
    return this.queries.juryInvitations(actor, args);
  }

  @Query(() => JuryInvitationConnection, { description: 'Juries that you were asked onto.' })
  @Allow('self', 'scoring')
  myInvitations(@CurrentActor() actor: Actor, @Args() args: PageArguments): Promise<Page<JuryInvitationRow>> {
    return this.queries.myInvitations(actor, args);
  }

  @Mutation(() => InviteToJuryResult, { description: 'Asks a judge onto the jury. Not an author of anything in the contest.' })
  @Allow('seat:manage')
  @Refusable()
  inviteToJury(@CurrentActor() actor: Actor, @Args('input') input: InviteToJuryInput): Promise<JuryInvitationRow> {
    return this.invitations.inviteToJury(actor, input);
  }

  @Mutation(() => WithdrawInvitationResult, { description: 'Takes an invitation to the jury back.' })
  @Allow('seat:manage')
  @Refusable()
  withdrawInvitation(@CurrentActor() actor: Actor, @Args('input') input: EndInvitationInput): Promise<JuryInvitationRow> {
    return this.invitations.withdrawInvitation(actor, input);
  }

  @Mutation(() => AcceptInvitationResult, { description: 'You are seated at once.' })
  @Allow('self')
  @Refusable()
  acceptInvitation(@CurrentActor() actor: Actor, @Args('input') input: AcceptInvitationInput): Promise<JuryInvitationRow> {
    return this.invitations.acceptInvitation(actor, input);
  }

  @Mutation(() => DeclineInvitationResult, { description: 'With a reason, which the organisers read.' })
  @Allow('self')
  @Refusable()
  declineInvitation(@CurrentActor() actor: Actor, @Args('input') input: EndInvitationInput): Promise<JuryInvitationRow> {
    return this.invitations.declineInvitation(actor, input);
  }
}
