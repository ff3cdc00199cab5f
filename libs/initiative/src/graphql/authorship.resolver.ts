import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { AuthorshipQueries, type AuthorshipRow } from '../application/authorship.queries.js';
import { AuthorshipService } from '../application/authorship.service.js';
import {
  AuthorshipConnection,
  AuthorshipInput,
  AuthorshipObject,
  ConfirmAuthorshipResult,
  DeclineAuthorshipInput,
  DeclineAuthorshipResult,
  MyAuthorshipsArguments,
} from './authorship.types.js';

/** What people are asked as authors. Whoever is named may answer, with a role or without. */
@Resolver(() => AuthorshipObject)
export class AuthorshipResolver {
  constructor(
    private readonly authorships: AuthorshipService,
    private readonly queries: AuthorshipQueries,
  ) {}

  @Query(() => AuthorshipConnection, { description: 'Initiatives that name you an author and await your answer, asked first first.' })
  @Allow('self', 'initiative')
  myAuthorships(@CurrentActor() actor: Actor, @Args() args: MyAuthorshipsArguments): Promise<Page<AuthorshipRow>> {
    return this.queries.myAuthorships(actor, args);
  }

  @Mutation(() => ConfirmAuthorshipResult, { description: 'You are an author, with the share that was said.' })
  @Allow('self')
  @Refusable()
  confirmAuthorship(@CurrentActor() actor: Actor, @Args('input') input: AuthorshipInput): Promise<AuthorshipRow> {
    return this.authorships.confirmAuthorship(actor, input);
  }

  @Mutation(() => DeclineAuthorshipResult, {
    description: 'You are no author, or not with this share. Who named you is told, and names the authors anew.',
  })
  @Allow('self')
  @Refusable()
  declineAuthorship(@CurrentActor() actor: Actor, @Args('input') input: DeclineAuthorshipInput): Promise<AuthorshipRow> {
    return this.authorships.declineAuthorship(actor, input);
  }
}
