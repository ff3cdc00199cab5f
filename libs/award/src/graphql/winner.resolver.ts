import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Page } from '#lib/kernel';
import { Public } from '#lib/platform';
import { type AwardRow } from '../application/award.queries.js';
import { WinnerQueries, type WinningUnitRow } from '../application/winner.queries.js';
import { AwardConnection, AwardObject, WinnersArguments, WinningUnitObject } from './award.types.js';

@Resolver(() => AwardObject)
export class WinnerResolver {
  constructor(private readonly queries: WinnerQueries) {}

  @Query(() => AwardConnection, { description: 'The published winners of all years. Needs no account.' })
  @Public()
  winners(@Args() filter: WinnersArguments): Promise<Page<AwardRow>> {
    return this.queries.winners(filter, filter);
  }

  @Query(() => [WinningUnitObject], { description: 'The units that have won in any year, by name. Needs no account.' })
  @Public()
  winningUnits(): Promise<WinningUnitRow[]> {
    return this.queries.winningUnits();
  }
}
