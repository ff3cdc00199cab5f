import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { LicenceQueries, type LicenceRead } from '../application/licence.queries.js';
import { LicenceService } from '../application/licence.service.js';
import {
  CorrectLicenceInput,
  CorrectLicenceResult,
  EditLicenceContactInput,
  EditLicenceContactResult,
  EndLicenceInput,
  EndLicenceResult,
  EnterLicenceInput,
  EnterLicenceResult,
  RecordRenewalInput,
  RecordRenewalResult,
} from './licence.inputs.js';
import { LicenceConnection, LicenceObject, LicencesArguments } from './licence.types.js';

@Resolver(() => LicenceObject)
export class LicenceResolver {
  constructor(
    private readonly service: LicenceService,
    private readonly queries: LicenceQueries,
  ) {}

  @Query(() => LicenceConnection, { description: 'Licences of the units that you may read of, by their end, those without one last.' })
  @Allow('licence:read')
  licences(@CurrentActor() actor: Actor, @Args() filter: LicencesArguments): Promise<Page<LicenceRead>> {
    return this.queries.licences(actor, filter);
  }

  @Query(() => LicenceObject, { nullable: true, description: 'A licence; null where there is none for you.' })
  @Allow('licence:read')
  licence(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<LicenceRead | null> {
    return this.queries.licence(actor, id);
  }

  @Mutation(() => EnterLicenceResult, { description: 'Enters a licence that was issued.' })
  @Allow('licence:edit')
  @Refusable()
  async enterLicence(@CurrentActor() actor: Actor, @Args('input') input: EnterLicenceInput): Promise<LicenceRead | null> {
    const { licenceNumber: number, expiresOn, ...order } = input;
    return this.queries.licence(
      actor,
      (await this.service.enterLicence(actor, { ...order, number, expiresOn: expiresOn ?? undefined })).id,
    );
  }

  @Mutation(() => EditLicenceContactResult, { description: 'Says anew who is called and written to; what is left out is forgotten.' })
  @Allow('licence:edit')
  @Refusable()
  async editLicenceContact(@CurrentActor() actor: Actor, @Args('input') input: EditLicenceContactInput): Promise<LicenceRead | null> {
    return this.queries.licence(actor, (await this.service.editLicenceContact(actor, input)).id);
  }

  @Mutation(() => CorrectLicenceResult, {
    description: 'Puts right what was typed otherwise than it stands on the paper, with what was wrong.',
  })
  @Allow('licence:edit')
  @Refusable()
  async correctLicence(@CurrentActor() actor: Actor, @Args('input') input: CorrectLicenceInput): Promise<LicenceRead | null> {
    const { licenceNumber: number, ...order } = input;
    return this.queries.licence(actor, (await this.service.correctLicence(actor, { ...order, number })).id);
  }

  @Mutation(() => RecordRenewalResult, { description: 'Records that a licence was renewed; answers the new one.' })
  @Allow('licence:edit')
  @Refusable()
  async recordRenewal(@CurrentActor() actor: Actor, @Args('input') input: RecordRenewalInput): Promise<LicenceRead | null> {
    const { licenceNumber: number, expiresOn, ...order } = input;
    return this.queries.licence(
      actor,
      (await this.service.recordRenewal(actor, { ...order, number, expiresOn: expiresOn ?? undefined })).id,
    );
  }

  @Mutation(() => EndLicenceResult, { description: 'Ends a licence that was taken back, or whose business is no more.' })
  @Allow('licence:edit')
  @Refusable()
  async endLicence(@CurrentActor() actor: Actor, @Args('input') input: EndLicenceInput): Promise<LicenceRead | null> {
    const { licenceId, version, end: state, reason } = input;
    return this.queries.licence(actor, (await this.service.endLicence(actor, { licenceId, version, state, reason })).id);
  }
}
