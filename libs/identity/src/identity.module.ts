import { Global, Module } from '@nestjs/common';
import { ActorSource, type Library } from '#lib/platform';
import { UnitsModule } from '#lib/units';
import { IDENTITY_PERSONAL } from './application/identity.personal.js';
import { AccountQueries } from './application/account.queries.js';
import { AccountService } from './application/account.service.js';
import { AdmissionService } from './application/admission.service.js';
import { Arrivals } from './application/arrivals.js';
import { Attempts } from './application/attempts.js';
import { CodeCheck } from './application/code-check.js';
import { CodeSignInService } from './application/code-sign-in.service.js';
import { DraftKeys } from './application/draft-keys.js';
import { IdentityAwaiting } from './application/identity.awaiting.js';
import { EmailChangeQueries } from './application/email-change.queries.js';
import { EmailChangeService } from './application/email-change.service.js';
import { FactorQueries } from './application/factor.queries.js';
import { FactorResetQueries } from './application/factor-reset.queries.js';
import { FactorResetService } from './application/factor-reset.service.js';
import { FirstAdministratorService } from './application/first-administrator.service.js';
import { GrantConfirmationService } from './application/grant-confirmation.service.js';
import { GrantService } from './application/grant.service.js';
import { HandQueries } from './application/hand.queries.js';
import { IdentityPorts } from './application/identity.ports.js';
import { IdentitySweep } from './application/identity.sweep.js';
import { KnownDevices } from './application/known-devices.js';
import { MergeEffects } from './application/merge.effects.js';
import { MergeQueries } from './application/merge.queries.js';
import { MergeService } from './application/merge.service.js';
import { PasswordService } from './application/password.service.js';
import { AuditQueries } from './application/audit.queries.js';
import { AuditService } from './application/audit.service.js';
import { GrantQueries } from './application/grant.queries.js';
import { PersonQueries } from './application/person.queries.js';
import { PersonService } from './application/person.service.js';
import { RescueService } from './application/rescue.service.js';
import { SecondFactorService } from './application/second-factor.service.js';
import { SecretBox } from './application/secret-box.js';
import { SessionQueries } from './application/session.queries.js';
import { SessionService } from './application/session.service.js';
import { SignInService } from './application/sign-in.service.js';
import {
  Account,
  AttemptCount,
  EmailChange,
  FactorReset,
  KnownDevice,
  OneTimeLink,
  PendingSignIn,
  Person,
  PersonDouble,
  PersonMerge,
  Position,
  RecoveryCode,
  RoleGrant,
  SecondFactor,
  Session,
} from './domain/index.js';
import { AccountResolver } from './graphql/account.resolver.js';
import { AuditResolver } from './graphql/audit.resolver.js';
import { EmailChangeResolver } from './graphql/email-change.resolver.js';
import { FactorResolver } from './graphql/factor.resolver.js';
import { GrantResolver } from './graphql/grant.resolver.js';
import { MergeResolver } from './graphql/merge.resolver.js';
import { MyDataExport } from './graphql/my-data.exports.js';
import { MyDataResolver } from './graphql/my-data.resolver.js';
import { PasswordResolver } from './graphql/password.resolver.js';
import { PersonImports } from './graphql/person.imports.js';
import { PersonExports } from './graphql/person.exports.js';
import { AuditExports } from './graphql/audit.exports.js';
import { MergeExports } from './graphql/merge.exports.js';
import { GrantExports } from './graphql/grant.exports.js';
import { PersonResolver } from './graphql/person.resolver.js';
import { RequestActors } from './graphql/request-actors.js';
import { SessionResolver } from './graphql/session.resolver.js';
import { identityRefusals } from './refusals.js';

const services = [
  AccountService,
  AdmissionService,
  EmailChangeService,
  FactorResetService,
  FirstAdministratorService,
  GrantConfirmationService,
  GrantService,
  IdentityPorts,
  PasswordService,
  GrantQueries,
  PersonQueries,
  PersonService,
  RescueService,
  SecondFactorService,
  SessionService,
];
const inside = [
  AccountQueries,
  IdentityAwaiting,
  Arrivals,
  Attempts,
  CodeCheck,
  AuditQueries,
  AuditService,
  CodeSignInService,
  DraftKeys,
  EmailChangeQueries,
  FactorQueries,
  FactorResetQueries,
  HandQueries,
  IdentitySweep,
  KnownDevices,
  MergeEffects,
  MergeQueries,
  MergeService,
  SecretBox,
  SessionQueries,
  SignInService,
];
const resolvers = [
  AccountResolver,
  AuditResolver,
  EmailChangeResolver,
  FactorResolver,
  GrantResolver,
  MergeExports,
  AuditExports,
  MergeResolver,
  MyDataExport,
  MyDataResolver,
  PasswordResolver,
  PersonExports,
  PersonImports,
  GrantExports,
  PersonResolver,
  SessionResolver,
];

/** Global, because the platform asks it who sent a request. */
@Global()
@Module({
  imports: [UnitsModule],
  providers: [...services, ...inside, ...resolvers, { provide: ActorSource, useClass: RequestActors }],
  exports: [...services, ActorSource],
})
export class IdentityModule {}

export const identityLibrary: Library = {
  module: IdentityModule,
  entities: [
    Person,
    PersonDouble,
    PersonMerge,
    Position,
    Account,
    RoleGrant,
    Session,
    OneTimeLink,
    AttemptCount,
    EmailChange,
    KnownDevice,
    SecondFactor,
    RecoveryCode,
    PendingSignIn,
    FactorReset,
  ],
  refusals: identityRefusals,
  personal: IDENTITY_PERSONAL,
  audited: [
    {
      types: [
        'Account',
        'EmailChange',
        'FactorReset',
        'Person',
        'PersonDouble',
        'PersonMerge',
        'Position',
        'RecoveryCode',
        'RoleGrant',
        'SecondFactor',
        'Session',
      ],
      permission: 'person:read',
    },
  ],
};
