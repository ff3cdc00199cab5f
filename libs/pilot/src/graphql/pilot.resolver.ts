import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Public, Refusable } from '#lib/platform';
import { PilotFilesService } from '../application/pilot-files.service.js';
import { type PilotListed, PilotQueries, type PilotRead, type PublicPilotRead } from '../application/pilot.queries.js';
import { PilotService } from '../application/pilot.service.js';
import {
  ConcludePilotInput,
  DraftPilotInput,
  EditPilotInput,
  EndPilotInput,
  EnterPilotFilesInput,
  PilotsArguments,
  RegisterPilotInput,
  StartPilotInput,
} from './pilot.inputs.js';
import {
  ConcludePilotResult,
  DraftPilotResult,
  EditPilotResult,
  EndPilotResult,
  EnterPilotFilesResult,
  PilotObject,
  PilotSummaryConnection,
  PublicPilotObject,
  RegisterPilotResult,
  StartPilotResult,
} from './pilot.types.js';

@Resolver(() => PilotObject)
export class PilotResolver {
  constructor(
    private readonly service: PilotService,
    private readonly files: PilotFilesService,
    private readonly queries: PilotQueries,
  ) {}

  @Query(() => PilotSummaryConnection, { description: 'Pilots of your district; the newest first, unless asked otherwise.' })
  @Allow('pilot:read')
  pilots(@CurrentActor() actor: Actor, @Args() args: PilotsArguments): Promise<Page<PilotListed>> {
    return this.queries.pilots(actor, args);
  }

  @Query(() => PilotObject, { nullable: true, description: 'One of them; null where there is none that you read.' })
  @Allow('pilot:read')
  pilot(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<PilotRead | null> {
    return this.queries.pilot(actor, id);
  }

  @Query(() => PilotSummaryConnection, {
    description: 'Pilots that are registered, whatever came of them; the newest first, unless asked otherwise. Needs no account.',
  })
  @Public()
  publicPilots(@Args() args: PilotsArguments): Promise<Page<PilotListed>> {
    return this.queries.publicPilots(args);
  }

  @Query(() => PublicPilotObject, { nullable: true, description: 'One of them; null where there is none. Needs no account.' })
  @Public()
  publicPilot(@Args('id', { type: () => ID }) id: string): Promise<PublicPilotRead | null> {
    return this.queries.publicPilot(id);
  }

  @Mutation(() => DraftPilotResult, { description: 'Begins a pilot of a roll-out, as a draft.' })
  @Allow('pilot:manage')
  @Refusable()
  async draftPilot(@CurrentActor() actor: Actor, @Args('input') input: DraftPilotInput): Promise<PilotRead | null> {
    return this.queries.pilot(actor, (await this.service.draftPilot(actor, orderOf(input))).id);
  }

  @Mutation(() => EditPilotResult, { description: 'Writes a draft anew.' })
  @Allow('pilot:manage')
  @Refusable()
  async editPilot(@CurrentActor() actor: Actor, @Args('input') input: EditPilotInput): Promise<PilotRead | null> {
    return this.queries.pilot(actor, (await this.service.editPilot(actor, orderOf(input))).id);
  }

  @Mutation(() => RegisterPilotResult, { description: 'Registers a pilot before its first day: from then on nothing of it changes.' })
  @Allow('pilot:manage')
  @Refusable()
  async registerPilot(@CurrentActor() actor: Actor, @Args('input') input: RegisterPilotInput): Promise<PilotRead | null> {
    return this.queries.pilot(actor, (await this.service.registerPilot(actor, input)).id);
  }

  @Mutation(() => StartPilotResult, { description: 'Begins a registered pilot, on its first day or later.' })
  @Allow('pilot:manage')
  @Refusable()
  async startPilot(@CurrentActor() actor: Actor, @Args('input') input: StartPilotInput): Promise<PilotRead | null> {
    return this.queries.pilot(actor, (await this.service.startPilot(actor, input)).id);
  }

  @Mutation(() => EndPilotResult, { description: 'Ends a pilot: no file is entered any more, and its result is told.' })
  @Allow('pilot:manage')
  @Refusable()
  async endPilot(@CurrentActor() actor: Actor, @Args('input') input: EndPilotInput): Promise<PilotRead | null> {
    return this.queries.pilot(actor, (await this.service.endPilot(actor, input)).id);
  }

  @Mutation(() => ConcludePilotResult, { description: 'Says what becomes of a pilot that has ended. What was not shown is not extended.' })
  @Allow('pilot:manage')
  @Refusable()
  async concludePilot(@CurrentActor() actor: Actor, @Args('input') input: ConcludePilotInput): Promise<PilotRead | null> {
    return this.queries.pilot(actor, (await this.service.concludePilot(actor, input)).id);
  }

  @Mutation(() => EnterPilotFilesResult, {
    description: 'Enters how long the files of a commune took: those of before in a draft, those since then while it runs.',
  })
  @Allow('pilot:enter')
  @Refusable()
  async enterPilotFiles(@CurrentActor() actor: Actor, @Args('input') input: EnterPilotFilesInput): Promise<PilotRead | null> {
    return this.queries.pilot(actor, (await this.files.enterPilotFiles(actor, input)).id);
  }
}

const orderOf = <Input extends DraftPilotInput | EditPilotInput>(input: Input) =>
  Object.assign({}, input, {
    ...{ fields: input.procedureFields, basis: input.legalBases, weekday: input.weekday ?? null, limitDays: input.limitDays ?? null },
  });
