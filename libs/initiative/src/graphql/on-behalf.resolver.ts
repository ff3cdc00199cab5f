import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { type InitiativeRow } from '../application/initiative.rows.js';
import { type NoSubmissionRow, NoSubmissionQueries, type SilentUnitRow } from '../application/no-submission.queries.js';
import { NoSubmissionService } from '../application/no-submission.service.js';
import { OnBehalfService } from '../application/on-behalf.service.js';
import {
  DraftOnBehalfInput,
  DraftOnBehalfResult,
  GiveNoSubmissionReasonInput,
  GiveNoSubmissionReasonResult,
  SaveDraftOnBehalfInput,
  SaveDraftOnBehalfResult,
  UnitWithoutSubmissionConnection,
  UnitsWithoutSubmissionArguments,
} from './on-behalf.types.js';

/** What the secretariat drafts for others, and who has sent nothing. */
@Resolver()
export class OnBehalfResolver {
  constructor(
    private readonly drafts: OnBehalfService,
    private readonly silence: NoSubmissionService,
    private readonly queries: NoSubmissionQueries,
  ) {}

  @Query(() => UnitWithoutSubmissionConnection, {
    description: 'Units of the roster that have sent nothing, with the reason they give; to a submitter their own units.',
  })
  @Allow('initiative:read')
  unitsWithoutSubmission(@CurrentActor() actor: Actor, @Args() args: UnitsWithoutSubmissionArguments): Promise<Page<SilentUnitRow>> {
    return this.queries.unitsWithoutSubmission(actor, args);
  }

  @Mutation(() => GiveNoSubmissionReasonResult, { description: 'Says why a unit has sent nothing; said again, the later word stands.' })
  @Allow('initiative:draft')
  @Refusable()
  giveNoSubmissionReason(@CurrentActor() actor: Actor, @Args('input') input: GiveNoSubmissionReasonInput): Promise<NoSubmissionRow> {
    return this.silence.giveNoSubmissionReason(actor, input);
  }

  @Mutation(() => DraftOnBehalfResult, {
    description: 'Begins a draft for a submitter, whose it is: they are told, go on with it, declare and send it.',
  })
  @Allow('initiative:enter')
  @Refusable()
  draftOnBehalf(@CurrentActor() actor: Actor, @Args('input') input: DraftOnBehalfInput): Promise<InitiativeRow> {
    return this.drafts.draftOnBehalf(actor, input);
  }

  @Mutation(() => SaveDraftOnBehalfResult, {
    description: 'Goes on with a draft that you began for a submitter, until somebody has declared.',
  })
  @Allow('initiative:enter')
  @Refusable()
  saveDraftOnBehalf(@CurrentActor() actor: Actor, @Args('input') input: SaveDraftOnBehalfInput): Promise<InitiativeRow> {
    return this.drafts.saveDraftOnBehalf(actor, input);
  }
}
