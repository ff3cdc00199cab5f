import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor } from '../guard/allow.js';
import { type JobRow } from '../jobs/job.queries.js';
import { JobResult } from '../jobs/job.types.js';
import { Refusable } from '../refusals/refusable.js';
import { IMPORT_FILES } from './import-files.js';
import { ImportQueries, type ImportRead, type ImportRowRead } from './import.queries.js';
import {
  ApplyImportInput,
  ApplyImportResult,
  BeginImportInput,
  BeginImportResult,
  CheckImportInput,
  CheckImportResult,
  GiveUpImportInput,
  GiveUpImportResult,
  ImportArguments,
  ImportConnection,
  ImportKindObject,
  ImportObject,
  ImportRowConnection,
  ImportRowsArguments,
  ImportsArguments,
  MakeImportTemplateInput,
} from './import.types.js';
import { ImportsService } from './imports.service.js';
import { IMPORT_ROWS } from './read-sheet.js';

@Resolver(() => ImportObject)
export class ImportResolver {
  constructor(
    private readonly service: ImportsService,
    private readonly queries: ImportQueries,
  ) {}

  @Query(() => [ImportKindObject], { description: 'What you may bring in by a sheet, with the columns of each.' })
  @Allow('self', 'jobs')
  async importKinds(@CurrentActor() actor: Actor): Promise<ImportKindObject[]> {
    const { locale } = actor;
    return (await this.queries.kinds(actor)).map(({ kind: { name, title, unitIs, columns }, unit }) => ({
      name,
      unit,
      title: title[locale],
      unitIs: unitIs[locale],
      columns: columns.map(({ key, head, cell, required = false, hint, example }) => ({
        ...{ key, takes: cell, required, example },
        head: head[locale],
        hint: hint[locale],
      })),
      maxRows: IMPORT_ROWS,
      maxBytes: IMPORT_FILES.maxBytes,
    }));
  }

  @Query(() => ImportConnection, {
    description: 'The sheets that were brought in where you have the right to it; those begun last first, unless asked otherwise.',
  })
  @Allow('self', 'jobs')
  imports(@CurrentActor() actor: Actor, @Args() filter: ImportsArguments): Promise<Page<ImportRead>> {
    return this.queries.imports(actor, filter);
  }

  @Query(() => ImportObject, { name: 'import', nullable: true, description: 'A sheet that was or is being brought in.' })
  @Allow('self', 'jobs')
  importOfId(@CurrentActor() actor: Actor, @Args() { id }: ImportArguments): Promise<ImportRead | null> {
    return this.queries.import(actor, id);
  }

  @Query(() => ImportRowConnection, { description: 'The rows of a sheet that you bring in, in its order; kept for a month.' })
  @Allow('self', 'jobs')
  importRows(@CurrentActor() actor: Actor, @Args() filter: ImportRowsArguments): Promise<Page<ImportRowRead>> {
    return this.queries.importRows(actor, filter);
  }

  @Mutation(() => BeginImportResult, {
    description: 'Begins to bring in a sheet; the sheet is then uploaded to it, as owner type `import`.',
  })
  @Allow('self', 'jobs')
  @Refusable()
  async beginImport(@CurrentActor() actor: Actor, @Args('input') input: BeginImportInput): Promise<ImportRead | null> {
    return this.queries.import(actor, (await this.service.beginImport(actor, input)).id);
  }

  @Mutation(() => CheckImportResult, { description: 'Has a job read the sheet and try its rows; nothing is written.' })
  @Allow('self', 'jobs')
  @Refusable()
  async checkImport(@CurrentActor() actor: Actor, @Args('input') input: CheckImportInput): Promise<ImportRead | null> {
    return this.queries.import(actor, (await this.service.checkImport(actor, input)).id);
  }

  @Mutation(() => ApplyImportResult, {
    description: 'Has a job bring in all rows, or none where something else would become of them than was shown.',
  })
  @Allow('self', 'jobs')
  @Refusable()
  async applyImport(@CurrentActor() actor: Actor, @Args('input') input: ApplyImportInput): Promise<ImportRead | null> {
    return this.queries.import(actor, (await this.service.applyImport(actor, input)).id);
  }

  @Mutation(() => GiveUpImportResult, { description: 'Nothing comes of it; its rows and its sheet go.' })
  @Allow('self', 'jobs')
  @Refusable()
  async giveUpImport(@CurrentActor() actor: Actor, @Args('input') input: GiveUpImportInput): Promise<ImportRead | null> {
    return this.queries.import(actor, (await this.service.giveUpImport(actor, input)).id);
  }

  @Mutation(() => JobResult, { description: 'Has the empty sheet of a kind made, with a page that explains its columns.' })
  @Allow('self', 'jobs')
  @Refusable()
  makeImportTemplate(@CurrentActor() actor: Actor, @Args('input') input: MakeImportTemplateInput): Promise<JobRow> {
    return this.service.makeImportTemplate(actor, input);
  }
}
