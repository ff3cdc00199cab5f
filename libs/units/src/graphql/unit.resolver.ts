import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor, Public, Refusable } from '#lib/platform';
import { type LineageRead, type PublicUnitRead, type RosterRead, UnitQueries, type UnitRead } from '../application/unit.queries.js';
import { UnitService } from '../application/unit.service.js';
import {
  CloseUnitInput,
  CloseUnitResult,
  CreateUnitInput,
  CreateUnitResult,
  EditUnitInput,
  EditUnitResult,
  LineageArguments,
  RecordLineageInput,
  RecordLineageResult,
  RemoveLineageInput,
  RemoveLineageResult,
  RosterObject,
  RosterUnitsArguments,
  UnitConnection,
  UnitLineageConnection,
  UnitLineageObject,
  UnitLineagesArguments,
  PublicUnitObject,
  UnitObject,
  UnitsArguments,
} from './unit.types.js';

@Resolver(() => UnitObject)
export class UnitResolver {
  constructor(
    private readonly units: UnitService,
    private readonly queries: UnitQueries,
  ) {}

  @Query(() => UnitConnection, { name: 'units', description: 'Units valid on a day, sorted by name.' })
  @Allow('unit:read')
  unitsAsOf(@CurrentActor() actor: Actor, @Args() filter: UnitsArguments): Promise<Page<UnitRead>> {
    return this.queries.unitsAsOf(actor, filter);
  }

  @Query(() => UnitObject, { nullable: true, description: 'A unit; null where there is none.' })
  @Allow('unit:read')
  unit(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<UnitRead | null> {
    return this.queries.unit(actor, id);
  }

  @Query(() => UnitLineageConnection, { description: 'What a unit came from and what became of it.' })
  @Allow('unit:read')
  unitLineage(@CurrentActor() actor: Actor, @Args() { unitId, ...page }: LineageArguments): Promise<Page<LineageRead>> {
    return this.queries.lineageOf(actor, unitId, page);
  }

  @Query(() => [UnitLineageObject], { description: 'What many units came from and what became of them, in one answer, by day.' })
  @Allow('unit:read')
  unitLineages(@CurrentActor() actor: Actor, @Args() { unitIds }: UnitLineagesArguments): Promise<LineageRead[]> {
    return this.queries.lineagesOf(actor, unitIds);
  }

  @Query(() => [PublicUnitObject], {
    description: 'The communes, towns and wards of all times, by name, with what became of each. Needs no account.',
  })
  @Public()
  publicUnits(): Promise<PublicUnitRead[]> {
    return this.queries.publicUnits();
  }

  @Query(() => RosterObject, {
    nullable: true,
    description: 'The list of units that a contest or roll-out counts with; null where there is none.',
  })
  @Allow('unit:read')
  roster(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<RosterRead | null> {
    return this.queries.roster(actor, id);
  }

  @Query(() => UnitConnection, { description: 'The units on such a list, as they were on its day.' })
  @Allow('unit:read')
  rosterUnits(@CurrentActor() actor: Actor, @Args() { rosterId, ...page }: RosterUnitsArguments): Promise<Page<UnitRead>> {
    return this.queries.rosterUnits(actor, rosterId, page);
  }

  @Mutation(() => CreateUnitResult, { description: 'Enters a unit below another.' })
  @Allow('unit:edit')
  @Refusable()
  async createUnit(@CurrentActor() actor: Actor, @Args('input') input: CreateUnitInput): Promise<UnitRead | null> {
    return this.queries.unit(actor, (await this.units.createUnit(actor, input)).id);
  }

  @Mutation(() => EditUnitResult, { description: 'Renames a unit or changes its codes.' })
  @Allow('unit:edit')
  @Refusable()
  async editUnit(@CurrentActor() actor: Actor, @Args('input') input: EditUnitInput): Promise<UnitRead | null> {
    return this.queries.unit(actor, (await this.units.editUnit(actor, input)).id);
  }

  @Mutation(() => CloseUnitResult, { description: 'Sets the last day of a unit.' })
  @Allow('unit:edit')
  @Refusable()
  async closeUnit(@CurrentActor() actor: Actor, @Args('input') input: CloseUnitInput): Promise<UnitRead | null> {
    return this.queries.unit(actor, (await this.units.closeUnit(actor, input)).id);
  }

  @Mutation(() => RecordLineageResult, { description: 'Notes what became of a unit.' })
  @Allow('unit:edit')
  @Refusable()
  async recordLineage(@CurrentActor() actor: Actor, @Args('input') input: RecordLineageInput): Promise<LineageRead | null> {
    return this.queries.lineage(actor, (await this.units.recordLineage(actor, input)).id);
  }

  @Mutation(() => RemoveLineageResult, { description: 'Takes back what was recorded by mistake; answers with the old unit.' })
  @Allow('unit:edit')
  @Refusable()
  async removeLineage(@CurrentActor() actor: Actor, @Args('input') input: RemoveLineageInput): Promise<UnitRead | null> {
    return this.queries.unit(actor, (await this.units.removeLineage(actor, input)).id);
  }
}
