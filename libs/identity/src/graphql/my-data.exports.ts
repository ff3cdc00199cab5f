import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Exports, PersonalData } from '#lib/platform';
import { recordsOf } from '../application/person.scope.js';

/** What somebody keeps of themselves as a file, as it is registered. */
export const MY_DATA = 'myData';

/** All that is kept of a person, for that person alone: under all their records, and by no program. */
@Injectable()
export class MyDataExport implements OnModuleInit {
  constructor(
    private readonly exports: Exports,
    private readonly data: PersonalData,
  ) {}

  onModuleInit(): void {
    this.exports.records({
      name: MY_DATA,
      title: { vi: 'Dữ liệu của tôi', en: 'My data' },
      fileName: 'du-lieu-cua-toi',
      // No scope of a token is of it.
      context: 'self',
      permission: 'self',
      scope: [],
      pieces: (actor, tell) => this.data.pieces(actor, recordsOf, tell),
    });
  }
}
