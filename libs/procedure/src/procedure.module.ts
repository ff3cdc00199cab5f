import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { NoticeModule } from '#lib/notice';
import { RolloutModule } from '#lib/rollout';
import { UnitsModule } from '#lib/units';
import { ContactsSweep } from './application/contacts.sweep.js';
import { LicenceKindService } from './application/licence-kind.service.js';
import { LicenceFigures } from './application/licence-figures.js';
import { LicenceQueries } from './application/licence.queries.js';
import { LicenceService } from './application/licence.service.js';
import { ReminderLettersService } from './application/reminder-letters.service.js';
import { ReminderMailsService } from './application/reminder-mails.service.js';
import { ReminderQueries } from './application/reminder.queries.js';
import { ReminderRun } from './application/reminder-run.js';
import { ReminderService } from './application/reminder.service.js';
import { ProcedureQueries } from './application/procedure.queries.js';
import { ProcedureService } from './application/procedure.service.js';
import { Licence, LicenceKind, Procedure, ProcedureVersion, Reminder, ReminderLink, ReminderOptOut } from './domain/index.js';
import { LicenceExports } from './graphql/licence.exports.js';
import { PublicLicenceResolver } from './graphql/public-licence.resolver.js';
import { ReminderResolver } from './graphql/reminder.resolver.js';
import { LicenceImports } from './graphql/licence.imports.js';
import { LicenceKindResolver } from './graphql/licence-kind.resolver.js';
import { LicenceResolver } from './graphql/licence.resolver.js';
import { ProcedureExports } from './graphql/procedure.exports.js';
import { ProcedureImports } from './graphql/procedure.imports.js';
import { ProcedureResolver } from './graphql/procedure.resolver.js';
import { procedureRefusals } from './refusals.js';

const services = [
  ProcedureQueries,
  ProcedureService,
  LicenceKindService,
  LicenceQueries,
  LicenceService,
  LicenceFigures,
  ContactsSweep,
  ReminderLettersService,
  ReminderMailsService,
  ReminderQueries,
  ReminderRun,
  ReminderService,
];
const doors = [
  ProcedureExports,
  ProcedureImports,
  ProcedureResolver,
  LicenceImports,
  LicenceKindResolver,
  LicenceResolver,
  LicenceExports,
  PublicLicenceResolver,
  ReminderResolver,
];

@Module({ imports: [UnitsModule, NoticeModule, RolloutModule], providers: [...services, ...doors], exports: services })
export class ProcedureModule {}

export const procedureLibrary: Library = {
  module: ProcedureModule,
  entities: [Procedure, ProcedureVersion, LicenceKind, Licence, Reminder, ReminderOptOut, ReminderLink],
  refusals: procedureRefusals,
  audited: [
    { types: ['Procedure', 'LicenceKind'], permission: 'unit:read' },
    { types: ['Licence', 'Reminder'], permission: 'licence:read' },
  ],
};
