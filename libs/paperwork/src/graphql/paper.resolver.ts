import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, type FileLink, FileLinkObject, Refusable } from '#lib/platform';
import { type PaperListed, type PaperPreparation, PaperQueries, type PaperRead } from '../application/paper.queries.js';
import { PaperService } from '../application/paper.service.js';
import {
  DraftPaperInput,
  DraftPaperResult,
  FreezePaperInput,
  FreezePaperResult,
  PaperConnection,
  PaperFileArguments,
  PaperObject,
  PaperPreparationArguments,
  PaperPreparationObject,
  PapersArguments,
  RedraftPaperInput,
  RedraftPaperResult,
  RegisterPaperInput,
  RegisterPaperResult,
  ReopenPaperInput,
  ReopenPaperResult,
} from './paper.types.js';

@Resolver(() => PaperObject)
export class PaperResolver {
  constructor(
    private readonly service: PaperService,
    private readonly queries: PaperQueries,
  ) {}

  @Query(() => PaperConnection, { description: 'Papers of the units that you may read about, the latest drafted first.' })
  @Allow('paper:read')
  papers(@CurrentActor() actor: Actor, @Args() filter: PapersArguments): Promise<Page<PaperListed>> {
    return this.queries.papers(actor, filter);
  }

  @Query(() => PaperObject, { nullable: true, description: 'A paper; null where there is none for you.' })
  @Allow('paper:read')
  paper(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<PaperRead | null> {
    return this.queries.paper(actor, id);
  }

  @Query(() => PaperPreparationObject, {
    nullable: true,
    description: 'What there is for a paper and what is missing; null where there is no such contest, round, period or roll-out for you.',
  })
  @Allow('paper:manage')
  paperPreparation(@CurrentActor() actor: Actor, @Args() { kind, aboutId }: PaperPreparationArguments): Promise<PaperPreparation | null> {
    return this.queries.paperPreparation(actor, kind, aboutId);
  }

  @Query(() => FileLinkObject, {
    nullable: true,
    description: 'A signed address to save a paper from, good for five minutes; null where there is none for you.',
  })
  @Allow('paper:read')
  paperFile(@CurrentActor() actor: Actor, @Args() { paperId, format }: PaperFileArguments): Promise<FileLink | null> {
    return this.queries.paperFile(actor, paperId, format);
  }

  @Mutation(() => DraftPaperResult, { description: 'Drafts a paper from what is known, by the template in force.' })
  @Allow('paper:manage')
  @Refusable()
  async draftPaper(@CurrentActor() actor: Actor, @Args('input') input: DraftPaperInput): Promise<PaperRead | null> {
    return this.queries.paper(actor, (await this.service.draftPaper(actor, input)).id);
  }

  @Mutation(() => RedraftPaperResult, { description: 'Fills a draft anew from what is known now.' })
  @Allow('paper:manage')
  @Refusable()
  async redraftPaper(@CurrentActor() actor: Actor, @Args('input') input: RedraftPaperInput): Promise<PaperRead | null> {
    return this.queries.paper(actor, (await this.service.redraftPaper(actor, input)).id);
  }

  @Mutation(() => FreezePaperResult, { description: 'Makes the file that is signed, and keeps it with its hash.' })
  @Allow('paper:manage')
  @Refusable()
  async freezePaper(@CurrentActor() actor: Actor, @Args('input') input: FreezePaperInput): Promise<PaperRead | null> {
    return this.queries.paper(actor, (await this.service.freezePaper(actor, input)).id);
  }

  @Mutation(() => ReopenPaperResult, { description: 'Takes a frozen paper that is not signed back to its draft.' })
  @Allow('paper:manage')
  @Refusable()
  async reopenPaper(@CurrentActor() actor: Actor, @Args('input') input: ReopenPaperInput): Promise<PaperRead | null> {
    return this.queries.paper(actor, (await this.service.reopenPaper(actor, input)).id);
  }

  @Mutation(() => RegisterPaperResult, { description: 'Enters a signed paper in the register, with its number and what came back.' })
  @Allow('paper:manage')
  @Refusable()
  async registerPaper(@CurrentActor() actor: Actor, @Args('input') input: RegisterPaperInput): Promise<PaperRead | null> {
    return this.queries.paper(actor, (await this.service.registerPaper(actor, input)).id);
  }
}
