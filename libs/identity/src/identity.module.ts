import { Global, Module } from '@nestjs/common';
import { ActorSource, type Library } from '#lib/platform';
import { UnitsModule } from '#lib/units';
import { GrantService } from './application/grant.service.js';
import { PersonService } from './application/person.service.js';
import { SessionQueries } from './application/session.queries.js';
import { SessionService } from './application/session.service.js';
import { Account, OneTimeLink, Person, Position, RoleGrant, Session } from './domain/index.js';
import { RequestActors } from './graphql/request-actors.js';
import { identityRefusals } from './refusals.js';

const services = [GrantService, PersonService, SessionService];

/** Global, because the platform asks it who sent a request. */
@Global()
@Module({
  imports: [UnitsModule],
  providers: [...services, SessionQueries, { provide: ActorSource, useClass: RequestActors }],
  exports: [...services, ActorSource],
})
export class IdentityModule {}

export const identityLibrary: Library = {
  module: IdentityModule,
  entities: [Person, Position, Account, RoleGrant, Session, OneTimeLink],
  refusals: identityRefusals,
};
