import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, RefusableInSteps } from '#lib/platform';
import { OfflineSheetService } from '../application/sheet/offline-sheet.service.js';
import { type SheetDifference } from '../application/sheet/sheet-difference.js';
import { type OfflineSheetRow, type SheetOutlook, SheetQueries } from '../application/sheet/sheet.queries.js';
import {
  CompareOfflineSheetArguments,
  ImportOfflineSheetInput,
  ImportOfflineSheetResult,
  IssueOfflineSheetInput,
  IssueOfflineSheetResult,
  OfflineSheetArguments,
  OfflineSheetDifferenceObject,
  OfflineSheetObject,
  OfflineSheetOutlookObject,
} from './offline-sheet.types.js';

@Resolver(() => OfflineSheetObject)
export class OfflineSheetResolver {
  constructor(
    private readonly sheets: OfflineSheetService,
    private readonly queries: SheetQueries,
  ) {}

  @Query(() => OfflineSheetObject, { nullable: true, description: 'Your sheet of a round that is in force.' })
  @Allow('scorecard:sign')
  offlineSheet(@CurrentActor() judge: Actor, @Args() { roundId }: OfflineSheetArguments): Promise<OfflineSheetRow | null> {
    return this.queries.sheetOfRound(judge, roundId);
  }

  @Query(() => OfflineSheetOutlookObject, {
    nullable: true,
    description: 'The sheet that you may take of a round; null where you have no card of it.',
  })
  @Allow('scorecard:sign')
  offlineSheetOutlook(@CurrentActor() judge: Actor, @Args() { roundId }: OfflineSheetArguments): Promise<SheetOutlook | null> {
    return this.queries.sheetOutlook(judge, roundId);
  }

  @Query(() => OfflineSheetDifferenceObject, {
    description:
      'What a filled sheet, uploaded to `offlineSheet`, says beside your cards. A refusal names the cell of the file in its path, as `Phiếu chấm!E7`.',
  })
  @Allow('scorecard:sign')
  compareOfflineSheet(@CurrentActor() judge: Actor, @Args() args: CompareOfflineSheetArguments): Promise<SheetDifference> {
    return this.sheets.compareOfflineSheet(judge, args);
  }

  @Mutation(() => IssueOfflineSheetResult, { description: 'A workbook of your cards of a round that can be marked now.' })
  @Allow('scorecard:sign')
  @RefusableInSteps()
  issueOfflineSheet(@CurrentActor() judge: Actor, @Args('input') input: IssueOfflineSheetInput): Promise<OfflineSheetRow> {
    return this.sheets.issueOfflineSheet(judge, input);
  }

  @Mutation(() => ImportOfflineSheetResult, { description: 'Writes what the comparison showed as drafts; signs nothing.' })
  @Allow('scorecard:sign')
  @RefusableInSteps()
  importOfflineSheet(@CurrentActor() judge: Actor, @Args('input') input: ImportOfflineSheetInput): Promise<OfflineSheetRow> {
    return this.sheets.importOfflineSheet(judge, input);
  }
}
