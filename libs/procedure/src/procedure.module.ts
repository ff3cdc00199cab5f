import { Module } from '@nestjs/common';
import { type Library } from '#lib/platform';
import { ProcedureQueries } from './application/procedure.queries.js';
import { ProcedureService } from './application/procedure.service.js';
import { Procedure, ProcedureVersion } from './domain/index.js';
import { ProcedureExports } from './graphql/procedure.exports.js';
import { ProcedureImports } from './graphql/procedure.imports.js';
import { ProcedureResolver } from './graphql/procedure.resolver.js';
import { procedureRefusals } from './refusals.js';

const services = [ProcedureQueries, ProcedureService];

@Module({ providers: [...services, ProcedureExports, ProcedureImports, ProcedureResolver], exports: services })
export class ProcedureModule {}

export const procedureLibrary: Library = {
  module: ProcedureModule,
  entities: [Procedure, ProcedureVersion],
  refusals: procedureRefusals,
  audited: [{ types: ['Procedure'], permission: 'unit:read' }],
};
