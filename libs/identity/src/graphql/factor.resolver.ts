import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, BeforeSecondFactor, CurrentActor, PageArguments, Refusable } from '#lib/platform';
import { FactorQueries, type SecondFactorRead } from '../application/factor.queries.js';
import { FactorResetQueries, type FactorResetRead } from '../application/factor-reset.queries.js';
import { FactorResetService } from '../application/factor-reset.service.js';
import { type Enrolment, SecondFactorService } from '../application/second-factor.service.js';
import {
  ConfirmFactorResetInput,
  ConfirmFactorResetResult,
  ConfirmSecondFactorInput,
  ConfirmSecondFactorResult,
  EnrolSecondFactorInput,
  EnrolSecondFactorResult,
  FactorResetConnection,
  ProofInput,
  RefuseFactorResetInput,
  RefuseFactorResetResult,
  RemoveSecondFactorResult,
  RenewRecoveryCodesResult,
  ResetSecondFactorInput,
  ResetSecondFactorResult,
  SecondFactorObject,
} from './factor.types.js';

/** One's own second factor, and those of others that were lost. */
@Resolver(() => SecondFactorObject)
export class FactorResolver {
  constructor(
    private readonly factors: SecondFactorService,
    private readonly queries: FactorQueries,
    private readonly resets: FactorResetService,
    private readonly resetQueries: FactorResetQueries,
  ) {}

  @Mutation(() => EnrolSecondFactorResult, { description: 'Begins a second factor, or one that takes the place of the one you have.' })
  @Allow('self')
  @BeforeSecondFactor()
  @Refusable()
  enrolSecondFactor(@CurrentActor() actor: Actor, @Args('input') input: EnrolSecondFactorInput): Promise<Enrolment> {
    return this.factors.enrolSecondFactor(actor, input);
  }

  @Mutation(() => ConfirmSecondFactorResult, { description: 'Puts it in force by its first code, and ends your other sessions.' })
  @Allow('self')
  @BeforeSecondFactor()
  @Refusable()
  async confirmSecondFactor(@CurrentActor() actor: Actor, @Args('input') input: ConfirmSecondFactorInput): Promise<WithCodes> {
    return this.withCodes(actor, await this.factors.confirmSecondFactor(actor, input));
  }

  @Mutation(() => RenewRecoveryCodesResult, { description: 'Ten new ones; those before end.' })
  @Allow('self')
  @Refusable()
  async renewRecoveryCodes(@CurrentActor() actor: Actor, @Args('input') input: ProofInput): Promise<WithCodes> {
    return this.withCodes(actor, await this.factors.renewRecoveryCodes(actor, input));
  }

  @Mutation(() => RemoveSecondFactorResult, { description: 'Where your roles do not ask for one. Ends your other sessions.' })
  @Allow('self')
  @Refusable()
  async removeSecondFactor(@CurrentActor() actor: Actor, @Args('input') input: ProofInput): Promise<SecondFactorRead> {
    await this.factors.removeSecondFactor(actor, input);
    return this.queries.secondFactor(actor);
  }

  @Query(() => FactorResetConnection, { description: 'Lost second factors of your people that wait for a second person.' })
  @Allow('grant:confirm')
  factorResets(@CurrentActor() actor: Actor, @Args() page: PageArguments): Promise<Page<FactorResetRead>> {
    return this.resetQueries.factorResets(actor, page);
  }

  @Mutation(() => ResetSecondFactorResult, {
    description: 'Of somebody who lost it. Waits for a second person where they have a right over the judging.',
  })
  @Allow('grant:confirm')
  @Refusable()
  async resetSecondFactor(@CurrentActor() actor: Actor, @Args('input') input: ResetSecondFactorInput): Promise<FactorResetRead | null> {
    return this.resetQueries.factorReset(actor, (await this.resets.resetSecondFactor(actor, input)).id);
  }

  @Mutation(() => ConfirmFactorResetResult, {
    description: 'As the second person. The factor is gone, and all sessions of the person end.',
  })
  @Allow('grant:confirm')
  @Refusable()
  async confirmFactorReset(@CurrentActor() actor: Actor, @Args('input') input: ConfirmFactorResetInput): Promise<FactorResetRead | null> {
    return this.resetQueries.factorReset(actor, (await this.resets.confirmFactorReset(actor, input)).id);
  }

  @Mutation(() => RefuseFactorResetResult, { description: 'As who may decide on it, or as who proposed it.' })
  @Allow('grant:confirm')
  @Refusable()
  async refuseFactorReset(@CurrentActor() actor: Actor, @Args('input') input: RefuseFactorResetInput): Promise<FactorResetRead | null> {
    return this.resetQueries.factorReset(actor, (await this.resets.refuseFactorReset(actor, input)).id);
  }

  private async withCodes(actor: Actor, recoveryCodes: readonly string[]): Promise<WithCodes> {
    return { ...(await this.queries.secondFactor(actor)), recoveryCodes };
  }
}

type WithCodes = Omit<SecondFactorRead, 'recoveryCodes'> & { readonly recoveryCodes: readonly string[] };
