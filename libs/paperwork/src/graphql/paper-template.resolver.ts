import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, type FileLink, FileLinkObject, Refusable } from '#lib/platform';
import { PaperTemplateQueries, type PaperTemplateRead } from '../application/paper-template.queries.js';
import { PaperTemplateService } from '../application/paper-template.service.js';
import { PaperTemplateObject, SavePaperTemplateInput, SavePaperTemplateResult } from './paper-template.types.js';

@Resolver(() => PaperTemplateObject)
export class PaperTemplateResolver {
  constructor(
    private readonly service: PaperTemplateService,
    private readonly queries: PaperTemplateQueries,
  ) {}

  @Query(() => [PaperTemplateObject], { description: 'How the papers of a unit look, one template of each kind that it has.' })
  @Allow('paper:read')
  paperTemplates(@CurrentActor() actor: Actor, @Args('unitId', { type: () => ID }) unitId: string): Promise<PaperTemplateRead[]> {
    return this.queries.paperTemplates(actor, unitId);
  }

  @Query(() => FileLinkObject, {
    nullable: true,
    description:
      'A signed address to save an example of a paper from, good for five minutes; null where there is no such template for you.',
  })
  @Allow('paper:read')
  paperTrial(
    @CurrentActor() actor: Actor,
    @Args('templateId', { type: () => ID, description: 'The template that is tried.' }) templateId: string,
  ): Promise<FileLink | null> {
    return this.queries.paperTrial(actor, templateId);
  }

  @Mutation(() => SavePaperTemplateResult, {
    description: 'Says anew how papers of a kind look; papers that are drafted stay as they are.',
  })
  @Allow('paper:manage')
  @Refusable()
  async savePaperTemplate(@CurrentActor() actor: Actor, @Args('input') input: SavePaperTemplateInput): Promise<PaperTemplateRead | null> {
    return this.queries.paperTemplate(actor, (await this.service.savePaperTemplate(actor, input)).id);
  }
}
