import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { PageArguments } from '../graphql/connection.js';
import { Allow, CurrentActor } from '../guard/allow.js';
import { Refusable, RefusableInSteps } from '../refusals/refusable.js';
import { FileQueries, type FileRow } from './file.queries.js';
import { FileInput, StoredFileResult } from './file.types.js';
import { type FileUploadRow, UploadQueries, type UploadProgressRow } from './upload.queries.js';
import {
  FileUploadConnection,
  FileUploadObject,
  FileUploadResult,
  RequestUploadInput,
  UploadArguments,
  UploadProgressObject,
} from './upload.types.js';
import { UploadsService } from './uploads.service.js';

@Resolver(() => FileUploadObject)
export class UploadResolver {
  constructor(
    private readonly queries: UploadQueries,
    private readonly files: FileQueries,
    private readonly service: UploadsService,
  ) {}

  @Query(() => FileUploadConnection, {
    description: 'Your uploads that are neither confirmed nor given up; each takes the place of a file.',
  })
  @Allow('self', 'files')
  uploads(@CurrentActor() actor: Actor, @Args() args: PageArguments): Promise<Page<FileUploadRow>> {
    return this.queries.uploads(actor, args);
  }

  @Query(() => UploadProgressObject, {
    nullable: true,
    description: 'Which parts of your upload are there, and where to send the next ones.',
  })
  @Allow('self', 'files', 'WRITE')
  upload(@CurrentActor() actor: Actor, @Args() { id, parts }: UploadArguments): Promise<UploadProgressRow | null> {
    return this.queries.upload(actor, id, parts);
  }

  @Mutation(() => FileUploadResult, { description: 'Announces a file; its parts are then sent to the addresses that `upload` names.' })
  @Allow('self', 'files')
  @Refusable()
  async requestUpload(@CurrentActor() actor: Actor, @Args('input') input: RequestUploadInput): Promise<FileUploadRow | null> {
    return this.queries.fileUpload(actor, (await this.service.requestUpload(actor, input)).id);
  }

  @Mutation(() => StoredFileResult, { description: 'Takes a file into keeping once all of it has arrived.' })
  @Allow('self', 'files')
  @RefusableInSteps()
  async confirmUpload(@CurrentActor() actor: Actor, @Args('input') input: FileInput): Promise<FileRow | null> {
    return this.files.file(actor, (await this.service.confirmUpload(actor, input.fileId)).id);
  }

  @Mutation(() => FileUploadResult, { description: 'Gives a file up that is on its way; it takes no place any more.' })
  @Allow('self', 'files')
  @RefusableInSteps()
  async giveUpUpload(@CurrentActor() actor: Actor, @Args('input') input: FileInput): Promise<FileUploadRow | null> {
    return this.queries.fileUpload(actor, (await this.service.giveUpUpload(actor, input.fileId)).id);
  }
}
