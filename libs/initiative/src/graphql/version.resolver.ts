import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CurrentActor, FILE_KINDS, type FileLink, FileLinkObject } from '#lib/platform';
import { ReceiptPaperQueries } from '../application/receipt-paper.queries.js';
import { ReadingService } from '../application/reading.service.js';
import { type DifferenceRow, type VersionRow, VersionQueries } from '../application/version.queries.js';
import { type WayRow, WayQueries } from '../application/way.queries.js';
import { CAPTION_MAX } from '../domain/dossier-files.js';
import { LONGEST } from '../domain/content.js';
import { AUTHORS_MAX } from '../domain/shares.js';
import { IdArgument } from './initiative.inputs.js';
import {
  DifferenceArguments,
  InitiativeDifferenceObject,
  InitiativeLimitsObject,
  InitiativeVersionObject,
  LimitsArguments,
  ReceiptArguments,
} from './version.types.js';
import { InitiativeWayObject } from './way.types.js';

/** What was sent in, and what can be. */
@Resolver(() => InitiativeVersionObject)
export class VersionResolver {
  constructor(
    private readonly reading: ReadingService,
    private readonly versions: VersionQueries,
    private readonly receipts: ReceiptPaperQueries,
    private readonly ways: WayQueries,
  ) {}

  @Query(() => InitiativeVersionObject, {
    nullable: true,
    description: 'A version as it was sent in. Reading it for the office is logged.',
  })
  @Allow('initiative:read')
  initiativeVersion(@CurrentActor() actor: Actor, @Args() { id }: IdArgument): Promise<VersionRow | null> {
    return this.reading.readInitiativeVersion(actor, id);
  }

  @Query(() => InitiativeDifferenceObject, {
    nullable: true,
    description: 'What became another between two versions of one initiative, by word. Reading it for the office is logged.',
  })
  @Allow('initiative:read')
  initiativeDifference(@CurrentActor() actor: Actor, @Args() args: DifferenceArguments): Promise<DifferenceRow | null> {
    return this.reading.readDifference(actor, args);
  }

  @Query(() => InitiativeWayObject, {
    nullable: true,
    description: 'From the first draft to the roll-out; of the result as much as the rule book lets its authors read.',
  })
  @Allow('initiative:read')
  initiativeWay(@CurrentActor() actor: Actor, @Args() { id }: IdArgument): Promise<WayRow | null> {
    return this.ways.initiativeWay(actor, id);
  }

  @Query(() => FileLinkObject, {
    nullable: true,
    description: 'A signed address to save its receipt from, good for five minutes; null where it was not received.',
  })
  @Allow('initiative:read')
  initiativeReceipt(@CurrentActor() actor: Actor, @Args() { id, format }: ReceiptArguments): Promise<FileLink | null> {
    return this.receipts.initiativeReceipt(actor, id, format);
  }

  @Query(() => InitiativeLimitsObject, {
    nullable: true,
    description: 'How long the texts of a dossier may be, how many authors and files it may have.',
  })
  @Allow('initiative:read')
  async initiativeLimits(@CurrentActor() actor: Actor, @Args() { contestId }: LimitsArguments): Promise<InitiativeLimitsObject | null> {
    const files = await this.versions.fileLimits(actor, contestId);
    return (
      files && {
        contestId,
        ...files,
        texts: [...LONGEST],
        maxAuthors: AUTHORS_MAX,
        maxCaption: CAPTION_MAX,
        fileEndings: FILE_KINDS.flatMap(({ endings }) => endings),
      }
    );
  }
}
