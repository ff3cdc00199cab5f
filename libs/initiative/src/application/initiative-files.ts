import { Injectable } from '@nestjs/common';
import { type VersionContent } from '../domain/version-content.js';

/** The files of initiatives: what of them goes into a version. */
@Injectable()
export class InitiativeFiles {
  kept(_initiativeId: string): Promise<VersionContent['files']> {
    return Promise.resolve([]);
  }
}
