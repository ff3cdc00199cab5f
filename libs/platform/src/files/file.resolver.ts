import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Page } from '#lib/kernel';
import { Allow, CurrentActor } from '../guard/allow.js';
import { Refusable } from '../refusals/refusable.js';
import { FileQueries, type FileRow } from './file.queries.js';
import {
  FileInput,
  FileLinkObject,
  FileTextObject,
  FilesArguments,
  StoredFileConnection,
  StoredFileObject,
  StoredFileResult,
} from './file.types.js';
import { FilesService } from './files.service.js';

@Resolver(() => StoredFileObject)
export class FileResolver {
  constructor(
    private readonly queries: FileQueries,
    private readonly service: FilesService,
  ) {}

  @Query(() => StoredFileConnection, { description: 'The files of what you may read.' })
  @Allow('self', 'files')
  files(@CurrentActor() actor: Actor, @Args() args: FilesArguments): Promise<Page<FileRow>> {
    return this.queries.filesOf(actor, args, args);
  }

  @Query(() => FileLinkObject, { description: 'A signed address, good for five minutes.' })
  @Allow('self', 'files')
  fileDownload(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<FileLinkObject> {
    return this.queries.downloadUrl(actor, id);
  }

  @Query(() => FileLinkObject, {
    description: 'A signed address on this server to look at a file with, good for half an hour; takes ranges of bytes.',
  })
  @Allow('self', 'files')
  fileView(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<FileLinkObject> {
    return this.queries.viewUrl(actor, id);
  }

  @Query(() => FileTextObject, {
    nullable: true,
    description: 'What a DOCX or a PDF says; null where nothing of it could be read as text.',
  })
  @Allow('self', 'files')
  fileText(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<FileTextObject | null> {
    return this.queries.text(actor, id);
  }

  @Mutation(() => StoredFileResult, { description: 'Takes a file off what it hangs on.' })
  @Allow('self', 'files')
  @Refusable()
  async removeFile(@CurrentActor() actor: Actor, @Args('input') input: FileInput): Promise<FileRow | null> {
    return this.queries.file(actor, (await this.service.removeFile(actor, input.fileId)).id);
  }
}
