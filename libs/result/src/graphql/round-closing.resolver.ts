import { Args, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { IsBoolean, IsUUID } from 'class-validator';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, MutationInput, Refusable, orRefusal } from '#lib/platform';
import { RoundClosingService } from '../application/result/round-closing.service.js';
import { RoundObject, type RoundRow } from '#lib/scoring';

@InputType()
class CloseRoundInput extends MutationInput {
  @Field(() => ID) @IsUUID() roundId!: string;
  @Field(() => Boolean, { nullable: true, description: 'Close it although nothing is trimmed, for want of cards. Default false.' })
  @IsBoolean()
  acceptUntrimmed = false;
}

const CloseRoundResult = orRefusal('CloseRoundResult', RoundObject);

@Resolver(() => RoundObject)
export class RoundClosingResolver {
  constructor(private readonly closing: RoundClosingService) {}

  @Mutation(() => CloseRoundResult, {
    description: 'Where first cards diverge, the round stays settling until the further judges have signed; then close it again.',
  })
  @Allow('round:manage')
  @Refusable()
  closeRound(@CurrentActor() actor: Actor, @Args('input') input: CloseRoundInput): Promise<RoundRow> {
    return this.closing.closeRound(actor, input);
  }
}
