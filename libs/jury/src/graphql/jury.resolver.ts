import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { ConflictQueries, type ConflictRow } from '../application/conflict/conflict.queries.js';
import { ConflictService } from '../application/conflict/conflict.service.js';
import { JuryQueries, type JuryMemberRow } from '../application/member/jury.queries.js';
import { JuryService } from '../application/member/jury.service.js';
import {
  ConflictConnection,
  ConflictsArguments,
  JuryArguments,
  JuryMemberConnection,
  JuryMemberObject,
  LiftConflictInput,
  LiftConflictResult,
  PinConflictInput,
  PinConflictResult,
  SetConflictInput,
  SetConflictResult,
  SetJuryTermsInput,
  SetJuryTermsResult,
} from './jury.types.js';

@Resolver(() => JuryMemberObject)
export class JuryResolver {
  constructor(
    private readonly juries: JuryService,
    private readonly conflicts: ConflictService,
    private readonly juryQueries: JuryQueries,
    private readonly conflictQueries: ConflictQueries,
  ) {}

  @Query(() => JuryMemberConnection, { description: 'The judges of a contest.' })
  @Allow('jury:manage')
  jury(@CurrentActor() actor: Actor, @Args() args: JuryArguments): Promise<Page<JuryMemberRow>> {
    return this.juryQueries.jury(actor, args);
  }

  @Query(() => ConflictConnection, { name: 'conflicts', description: 'Who may not judge what in a contest.' })
  @Allow('conflict:set')
  conflictsOf(@CurrentActor() actor: Actor, @Args() args: ConflictsArguments): Promise<Page<ConflictRow>> {
    return this.conflictQueries.conflicts(actor, args);
  }

  @Mutation(() => SetJuryTermsResult, {
    description: 'How much a judge takes on, when they are away, and what they are at home in: all of it, in place of what was agreed.',
  })
  @Allow('jury:manage')
  @Refusable()
  setJuryTerms(@CurrentActor() actor: Actor, @Args('input') input: SetJuryTermsInput): Promise<JuryMemberRow> {
    return this.juries.setJuryTerms(actor, input);
  }

  @Mutation(() => SetConflictResult, { description: 'Notes a conflict of interest that somebody else has told of.' })
  @Allow('conflict:set')
  @Refusable()
  setConflict(@CurrentActor() actor: Actor, @Args('input') input: SetConflictInput): Promise<ConflictRow> {
    return this.conflicts.setConflict(actor, input);
  }

  @Mutation(() => PinConflictResult, { description: 'Holds from now on, whatever is detected; only an organiser lifts it.' })
  @Allow('conflict:set')
  @Refusable()
  pinConflict(@CurrentActor() actor: Actor, @Args('input') input: PinConflictInput): Promise<ConflictRow> {
    return this.conflicts.pinConflict(actor, input);
  }

  @Mutation(() => LiftConflictResult, { description: 'Not for what a judge declared, nor for authorship.' })
  @Allow('conflict:set')
  @Refusable()
  liftConflict(@CurrentActor() actor: Actor, @Args('input') input: LiftConflictInput): Promise<ConflictRow> {
    return this.conflicts.liftConflict(actor, input);
  }
}
