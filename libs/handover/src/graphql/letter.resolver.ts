import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page, refuseIf } from '#lib/kernel';
import { Allow, CurrentActor, type GraphqlContext, Refusable } from '#lib/platform';
import { LetterQueries, type LetterRead, type TemplateRead } from '../application/letter.queries.js';
import { LetterTemplateService } from '../application/letter-template.service.js';
import { whyNotBy } from '../domain/letter.js';
import {
  ApproveLetterTemplateInput,
  ApproveLetterTemplateResult,
  LetterArguments,
  LetterFileObject,
  LetterTemplateConnection,
  LetterTemplateObject,
  LetterTemplatesArguments,
  WriteLetterTemplateInput,
  WriteLetterTemplateResult,
} from './letter.types.js';

@Resolver(() => LetterTemplateObject)
export class LetterResolver {
  constructor(
    private readonly service: LetterTemplateService,
    private readonly queries: LetterQueries,
  ) {}

  @Query(() => LetterTemplateConnection, {
    description: 'Templates of letters of the units that you read about or head, the newest first.',
  })
  @Allow('self', 'handover')
  letterTemplates(@CurrentActor() actor: Actor, @Args() filter: LetterTemplatesArguments): Promise<Page<TemplateRead>> {
    return this.queries.letterTemplates(actor, filter);
  }

  @Query(() => LetterFileObject, {
    nullable: true,
    description: 'One letter as a file. What is typed for it is kept nowhere. Not by GET; null where there is no template in use for you.',
  })
  @Allow('handover:enter')
  letter(@CurrentActor() actor: Actor, @Args() order: LetterArguments, @Context() { request }: GraphqlContext): Promise<LetterRead | null> {
    refuseIf(whyNotBy(request.method));
    return this.queries.letter(actor, order);
  }

  @Mutation(() => WriteLetterTemplateResult, { description: 'Writes a version of a template, which waits for the head to approve it.' })
  @Allow('handover:enter')
  @Refusable()
  async writeLetterTemplate(@CurrentActor() actor: Actor, @Args('input') input: WriteLetterTemplateInput): Promise<TemplateRead | null> {
    return this.queries.letterTemplate(actor, (await this.service.writeLetterTemplate(actor, input)).id);
  }

  @Mutation(() => ApproveLetterTemplateResult, {
    description: 'Approves a template as the head who signs such letters; never one’s own. The one in use goes out of use.',
  })
  @Allow('self', 'handover')
  @Refusable()
  async approveLetterTemplate(
    @CurrentActor() actor: Actor,
    @Args('input') input: ApproveLetterTemplateInput,
  ): Promise<TemplateRead | null> {
    return this.queries.letterTemplate(actor, (await this.service.approveLetterTemplate(actor, input)).id);
  }
}
