import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { NoticeModule } from '#lib/notice';
import { RolloutModule } from '#lib/rollout';
import { UnitsModule } from '#lib/units';
import { LicenceKindService } from './application/licence-kind.service.js';
import { LicenceQueries } from './application/licence.queries.js';
import { LicenceService } from './application/licence.service.js';
import { ProcedureQueries } from './application/procedure.queries.js';
import { ProcedureService } from './application/procedure.service.js';
import { Licence, LicenceKind, Procedure, ProcedureVersion, Reminder, ReminderLink, ReminderOptOut } from './domain/index.js';
import { LicenceImports } from './graphql/licence.imports.js';
import { LicenceKindResolver } from './graphql/licence-kind.resolver.js';
import { LicenceResolver } from './graphql/licence.resolver.js';
import { ProcedureExports } from './graphql/procedure.exports.js';
import { ProcedureImports } from './graphql/procedure.imports.js';
import { ProcedureResolver } from './graphql/procedure.resolver.js';
import { procedureRefusals } from './refusals.js';

const services = [ProcedureQueries, ProcedureService, LicenceKindService, LicenceQueries, LicenceService];
const doors = [ProcedureExports, ProcedureImports, ProcedureResolver, LicenceImports, LicenceKindResolver, LicenceResolver];

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
