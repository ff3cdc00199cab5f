import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, Refusable } from '#lib/platform';
import { type LicenceKindOrder, LicenceKindService } from '../application/licence-kind.service.js';
import { type LicenceCount, type LicenceKindRead, LicenceQueries } from '../application/licence.queries.js';
import { EditLicenceKindInput, EditLicenceKindResult, EnterLicenceKindInput, EnterLicenceKindResult } from './licence.inputs.js';
import { LicenceCountObject, LicenceKindObject } from './licence.types.js';

@Resolver(() => LicenceKindObject)
export class LicenceKindResolver {
  constructor(
    private readonly service: LicenceKindService,
    private readonly queries: LicenceQueries,
  ) {}

  @Query(() => [LicenceKindObject], { description: 'The kinds of licences of all times, sorted by name.' })
  @Allow('licence:count')
  licenceKinds(@CurrentActor() actor: Actor): Promise<LicenceKindRead[]> {
    return this.queries.licenceKinds(actor);
  }

  @Query(() => [LicenceCountObject], {
    description: 'How the licences in force stand that your units keep, by unit and kind; nobody is named.',
  })
  @Allow('licence:count')
  licenceCounts(@CurrentActor() actor: Actor): Promise<LicenceCount[]> {
    return this.queries.licenceCounts(actor);
  }

  @Mutation(() => EnterLicenceKindResult, { description: 'Enters a kind of licence whose holders are reminded.' })
  @Allow('procedure:edit')
  @Refusable()
  async enterLicenceKind(@CurrentActor() actor: Actor, @Args('input') input: EnterLicenceKindInput): Promise<LicenceKindRead | null> {
    return this.queries.licenceKind(actor, (await this.service.enterLicenceKind(actor, { ...orderOf(input), code: input.kindCode })).id);
  }

  @Mutation(() => EditLicenceKindResult, { description: 'Says anew what holds of a kind; where days change, reminders are planned anew.' })
  @Allow('procedure:edit')
  @Refusable()
  async editLicenceKind(@CurrentActor() actor: Actor, @Args('input') input: EditLicenceKindInput): Promise<LicenceKindRead | null> {
    const { kindId, version } = input;
    return this.queries.licenceKind(actor, (await this.service.editLicenceKind(actor, { ...orderOf(input), kindId, version })).id);
  }
}

const orderOf = ({
  name,
  term,
  fileBefore,
  steps,
  procedureId,
  legalBasis,
  startsOn,
  endsOn,
}: EnterLicenceKindInput | EditLicenceKindInput): LicenceKindOrder => ({
  ...{ name, term: term ?? null, fileBefore, steps, procedureId: procedureId ?? null, basis: legalBasis, startsOn, endsOn: endsOn ?? null },
});
