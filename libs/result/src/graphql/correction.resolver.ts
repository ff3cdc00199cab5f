import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { CorrectionApplyingService } from '../application/correction/correction-applying.service.js';
import { type CorrectionImpact, CorrectionImpactQueries } from '../application/correction/correction-impact.queries.js';
import { CorrectionQueries, type CorrectionRow } from '../application/correction/correction.queries.js';
import { CorrectionService } from '../application/correction/correction.service.js';
import {
  ApplyCorrectionInput,
  CorrectionArguments,
  CorrectionConnection,
  CorrectionImpactArguments,
  CorrectionImpactObject,
  CorrectionInput,
  CorrectionObject,
  CorrectionResult,
  CorrectionsArguments,
  ProposeCorrectionInput,
  RejectCorrectionInput,
  SignCorrectionInput,
} from './correction.types.js';

@Resolver(() => CorrectionObject)
export class CorrectionResolver {
  constructor(
    private readonly service: CorrectionService,
    private readonly applying: CorrectionApplyingService,
    private readonly queries: CorrectionQueries,
    private readonly impacts: CorrectionImpactQueries,
  ) {}

  @Query(() => CorrectionConnection, { name: 'corrections', description: 'The corrections of a contest, newest first.' })
  @Allow('standings:read')
  correctionsOf(@CurrentActor() actor: Actor, @Args() args: CorrectionsArguments): Promise<Page<CorrectionRow>> {
    return this.queries.corrections(actor, args);
  }

  @Query(() => CorrectionObject, { nullable: true, description: 'A correction of a closed round; null where you may not see it.' })
  @Allow('standings:read')
  correction(@CurrentActor() actor: Actor, @Args() { id }: CorrectionArguments): Promise<CorrectionRow | null> {
    return this.queries.correction(actor, id);
  }

  @Query(() => CorrectionImpactObject, {
    nullable: true,
    description: 'Which ranks, prizes and later rounds a correction touches, before it is done.',
  })
  @Allow('standings:read')
  correctionImpact(@CurrentActor() actor: Actor, @Args() { correctionId }: CorrectionImpactArguments): Promise<CorrectionImpact | null> {
    return this.impacts.correctionImpact(actor, correctionId);
  }

  @Query(() => [CorrectionObject], { description: 'Corrections that wait for your corrected marks.' })
  @Allow('scorecard:sign')
  correctionsToSign(@CurrentActor() judge: Actor): Promise<CorrectionRow[]> {
    return this.queries.correctionsToSign(judge);
  }

  @Mutation(() => CorrectionResult, { description: 'Of a card of a closed round. Nothing of the result changes yet.' })
  @Allow('round:manage')
  @Refusable()
  proposeCorrection(@CurrentActor() actor: Actor, @Args('input') input: ProposeCorrectionInput): Promise<CorrectionRow> {
    return this.service.proposeCorrection(actor, input);
  }

  @Mutation(() => CorrectionResult, { description: 'Your corrected marks; your card changes once a second person agrees.' })
  @Allow('scorecard:sign')
  @Refusable()
  signCorrection(@CurrentActor() judge: Actor, @Args('input') input: SignCorrectionInput): Promise<CorrectionRow> {
    return this.service.signCorrection(judge, input);
  }

  @Mutation(() => CorrectionResult, { description: 'By a second person. Makes another version of the result; the old one is kept.' })
  @Allow('correction:decide')
  @Refusable()
  applyCorrection(@CurrentActor() actor: Actor, @Args('input') input: ApplyCorrectionInput): Promise<CorrectionRow> {
    return this.applying.applyCorrection(actor, input);
  }

  @Mutation(() => CorrectionResult, { description: 'By a second person; the result stays.' })
  @Allow('correction:decide')
  @Refusable()
  rejectCorrection(@CurrentActor() actor: Actor, @Args('input') input: RejectCorrectionInput): Promise<CorrectionRow> {
    return this.service.rejectCorrection(actor, input);
  }

  @Mutation(() => CorrectionResult, { description: 'By who proposed it.' })
  @Allow('round:manage')
  @Refusable()
  withdrawCorrection(@CurrentActor() actor: Actor, @Args('input') input: CorrectionInput): Promise<CorrectionRow> {
    return this.service.withdrawCorrection(actor, input);
  }
}
