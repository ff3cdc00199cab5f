import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Public, Refusable } from '#lib/platform';
import {
  type InitiativeRecognitionRead,
  type PublicRecognitionRead,
  RecognitionQueries,
  type RecognitionRead,
} from '../application/recognition.queries.js';
import { RecognitionService } from '../application/recognition.service.js';
import {
  AcceptRecognitionInput,
  ApplyForRecognitionInput,
  CloseRecognitionSittingInput,
  OpenRecognitionSittingInput,
  RecognitionsArguments,
  RecordRecognitionDecisionInput,
  RevokeRecognitionInput,
  SeatRecognitionCouncilInput,
} from './recognition.inputs.js';
import {
  AcceptRecognitionResult,
  ApplyForRecognitionResult,
  CloseRecognitionSittingResult,
  InitiativeRecognitionObject,
  OpenRecognitionSittingResult,
  RecognitionConnection,
  PublicRecognitionObject,
  RecognitionObject,
  RecordRecognitionDecisionResult,
  RevokeRecognitionResult,
  SeatRecognitionCouncilResult,
} from './recognition.types.js';

@Resolver(() => RecognitionObject)
export class RecognitionResolver {
  constructor(
    private readonly service: RecognitionService,
    private readonly queries: RecognitionQueries,
  ) {}

  @Query(() => RecognitionConnection, {
    description:
      'Applications for recognition: your own, those of councils that you are in, and those that your office decides; the newest first, unless asked otherwise.',
  })
  @Allow('self', 'recognition')
  recognitions(@CurrentActor() actor: Actor, @Args() args: RecognitionsArguments): Promise<Page<RecognitionRead>> {
    return this.queries.recognitions(actor, args);
  }

  @Query(() => RecognitionObject, { nullable: true, description: 'One of them; null where there is none that you read.' })
  @Allow('self', 'recognition')
  recognition(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<RecognitionRead | null> {
    return this.queries.recognition(actor, id);
  }

  @Query(() => InitiativeRecognitionObject, {
    nullable: true,
    description: 'Whether you may apply for the recognition of an initiative, and what you applied for; null where it is not yours.',
  })
  @Allow('self', 'recognition')
  initiativeRecognition(
    @CurrentActor() actor: Actor,
    @Args('initiativeId', { type: () => ID }) initiativeId: string,
  ): Promise<InitiativeRecognitionRead | null> {
    return this.queries.initiativeRecognition(actor, initiativeId);
  }

  @Query(() => PublicRecognitionObject, {
    nullable: true,
    description: 'By which decision an initiative is recognised; null where none is recorded, or it was revoked. Needs no account.',
  })
  @Public()
  publicRecognition(@Args('initiativeId', { type: () => ID }) initiativeId: string): Promise<PublicRecognitionRead | null> {
    return this.queries.publicRecognition(initiativeId);
  }

  @Mutation(() => ApplyForRecognitionResult, { description: 'Applies for the recognition of an initiative that one wrote or sent in.' })
  @Allow('self', 'recognition')
  @Refusable()
  async applyForRecognition(@CurrentActor() actor: Actor, @Args('input') input: ApplyForRecognitionInput): Promise<RecognitionRead | null> {
    return this.queries.recognition(actor, (await this.service.applyForRecognition(actor, input)).id);
  }

  @Mutation(() => AcceptRecognitionResult, {
    description: 'Receives an application: it gets its number and the day by which it is decided.',
  })
  @Allow('recognition:manage')
  @Refusable()
  async acceptRecognition(@CurrentActor() actor: Actor, @Args('input') input: AcceptRecognitionInput): Promise<RecognitionRead | null> {
    return this.queries.recognition(actor, (await this.service.acceptRecognition(actor, input)).id);
  }

  @Mutation(() => SeatRecognitionCouncilResult, { description: 'Seats the council by a decision; no author is in it.' })
  @Allow('recognition:manage')
  @Refusable()
  async seatRecognitionCouncil(
    @CurrentActor() actor: Actor,
    @Args('input') input: SeatRecognitionCouncilInput,
  ): Promise<RecognitionRead | null> {
    return this.queries.recognition(actor, (await this.service.seatRecognitionCouncil(actor, input)).id);
  }

  @Mutation(() => OpenRecognitionSittingResult, { description: 'Opens the sitting, as chair, secretary or office: who is present.' })
  @Allow('self', 'recognition')
  @Refusable()
  async openRecognitionSitting(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpenRecognitionSittingInput,
  ): Promise<RecognitionRead | null> {
    return this.queries.recognition(actor, (await this.service.openRecognitionSitting(actor, input)).id);
  }

  @Mutation(() => CloseRecognitionSittingResult, {
    description: 'Counts the ballots of the sitting: recognised where two thirds agree, else refused. Who voted what is known to nobody.',
  })
  @Allow('self', 'recognition')
  @Refusable()
  async closeRecognitionSitting(
    @CurrentActor() actor: Actor,
    @Args('input') input: CloseRecognitionSittingInput,
  ): Promise<RecognitionRead | null> {
    return this.queries.recognition(actor, (await this.service.closeRecognitionSitting(actor, input)).id);
  }

  @Mutation(() => RecordRecognitionDecisionResult, {
    description: 'Records the decision by which what a council agreed to is recognised, or puts it right; from then on it is public.',
  })
  @Allow('recognition:manage')
  @Refusable()
  async recordRecognitionDecision(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordRecognitionDecisionInput,
  ): Promise<RecognitionRead | null> {
    return this.queries.recognition(actor, (await this.service.recordRecognitionDecision(actor, input)).id);
  }

  @Mutation(() => RevokeRecognitionResult, { description: 'Takes a recognition back by a decision.' })
  @Allow('recognition:manage')
  @Refusable()
  async revokeRecognition(@CurrentActor() actor: Actor, @Args('input') input: RevokeRecognitionInput): Promise<RecognitionRead | null> {
    return this.queries.recognition(actor, (await this.service.revokeRecognition(actor, input)).id);
  }
}
