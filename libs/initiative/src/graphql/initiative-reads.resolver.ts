import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor } from '#lib/platform';
import { AuthorQueries, type PossibleAuthorRow } from '../application/author.queries.js';
import { InitiativeListQueries } from '../application/initiative-list.queries.js';
import { type InitiativeListed, type InitiativeRow } from '../application/initiative.rows.js';
import { ReadingService } from '../application/reading.service.js';
import { SimilarQueries, type SimilarRow } from '../application/similar.queries.js';
import {
  IdArgument,
  InitiativesArguments,
  PossibleAuthorsArguments,
  SimilarArguments,
  SimilarToTextArguments,
} from './initiative.inputs.js';
import {
  InitiativeConnection,
  InitiativeObject,
  PossibleAuthorConnection,
  SimilarInitiativeConnection,
  SimilarInitiativeObject,
} from './initiative.types.js';

/** What is read of initiatives. */
@Resolver(() => InitiativeObject)
export class InitiativeReadsResolver {
  constructor(
    private readonly reading: ReadingService,
    private readonly lists: InitiativeListQueries,
    private readonly similar: SimilarQueries,
    private readonly authors: AuthorQueries,
  ) {}

  @Query(() => InitiativeObject, { nullable: true, description: 'One initiative. Reading it for the office is logged.' })
  @Allow('initiative:read')
  initiative(@CurrentActor() actor: Actor, @Args() { id }: IdArgument): Promise<InitiativeRow | null> {
    return this.reading.readInitiative(actor, id);
  }

  @Query(() => InitiativeConnection, { description: 'The initiatives that you may read.' })
  @Allow('initiative:read')
  initiatives(@CurrentActor() actor: Actor, @Args() filter: InitiativesArguments): Promise<Page<InitiativeListed>> {
    return this.lists.initiatives(actor, filter);
  }

  @Query(() => InitiativeConnection, { description: 'Those of your units, and those you are an author of.' })
  @Allow('initiative:draft')
  myInitiatives(@CurrentActor() actor: Actor, @Args() filter: InitiativesArguments): Promise<Page<InitiativeListed>> {
    return this.lists.myInitiatives(actor, filter);
  }

  @Query(() => SimilarInitiativeConnection, { description: 'Initiatives of all years that resemble one, the most alike first.' })
  @Allow('initiative:read')
  similarInitiatives(@CurrentActor() actor: Actor, @Args() args: SimilarArguments): Promise<Page<SimilarRow>> {
    return this.similar.similarInitiatives(actor, args);
  }

  @Query(() => [SimilarInitiativeObject], {
    description: 'The ten initiatives of all years that most resemble what is on the screen, while it is typed.',
  })
  @Allow('initiative:read')
  similarToText(@CurrentActor() actor: Actor, @Args() args: SimilarToTextArguments): Promise<SimilarRow[]> {
    return this.similar.similarToText(actor, args);
  }

  @Query(() => PossibleAuthorConnection, { description: 'People of the units on the contest’s roster, to name as co-authors.' })
  @Allow('initiative:draft')
  possibleAuthors(@CurrentActor() actor: Actor, @Args() args: PossibleAuthorsArguments): Promise<Page<PossibleAuthorRow>> {
    return this.authors.possibleAuthors(actor, args);
  }
}
