import { Module } from '@nestjs/common';
import { IdentityModule } from '#lib/identity';
import { CONFIG, type Config, type Library } from '#lib/platform';
import { NOTICE_PERSONAL } from './application/notice.personal.js';
import { AddressMails } from './application/address-mails.js';
import { DigestService } from './application/digest.service.js';
import { FactorNotices } from './application/factor-notices.js';
import { GrantNotices } from './application/grant-notices.js';
import { PositionNotices } from './application/position-notices.js';
import { MailQueries } from './application/mail.queries.js';
import { MailMetrics } from './application/mail-metrics.js';
import { MailReadiness } from './application/mail-readiness.js';
import { MailService } from './application/mail.service.js';
import { MailTransport, mailTransportOf } from './application/mail-transport.js';
import { MergeNotices } from './application/merge-notices.js';
import { NoticePreferences } from './application/notice-preferences.js';
import { NoticeQueries } from './application/notice.queries.js';
import { NoticeService } from './application/notice.service.js';
import { NudgeQueries } from './application/nudge.queries.js';
import { EscalationService } from './application/escalation.service.js';
import { NudgeService } from './application/nudge.service.js';
import { PasswordMails } from './application/password-mails.js';
import { Postman } from './application/postman.js';
import { UndeliveredQueries } from './application/undelivered.queries.js';
import { UndeliveredService } from './application/undelivered.service.js';
import { Mail, Notice, NoticePreference, Nudge } from './domain/index.js';
import { MailResolver } from './graphql/mail.resolver.js';
import { NudgeResolver } from './graphql/nudge.resolver.js';
import { NoticeResolver } from './graphql/notice.resolver.js';
import { PreferenceResolver } from './graphql/preference.resolver.js';
import { UndeliveredExports } from './graphql/undelivered.exports.js';
import { UndeliveredResolver } from './graphql/undelivered.resolver.js';
import { noticeRefusals } from './refusals.js';

const transport = { provide: MailTransport, inject: [CONFIG], useFactory: (config: Config) => mailTransportOf(config) };

@Module({
  imports: [IdentityModule],
  providers: [
    AddressMails,
    FactorNotices,
    GrantNotices,
    PositionNotices,
    MailService,
    MailQueries,
    MailMetrics,
    MailReadiness,
    MailResolver,
    MergeNotices,
    PasswordMails,
    Postman,
    DigestService,
    NoticePreferences,
    NoticeService,
    EscalationService,
    NudgeService,
    NudgeQueries,
    NudgeResolver,
    NoticeQueries,
    NoticeResolver,
    PreferenceResolver,
    UndeliveredQueries,
    UndeliveredExports,
    UndeliveredResolver,
    UndeliveredService,
    transport,
  ],
  exports: [MailService, NoticeService, MailTransport],
})
export class NoticeModule {}

export const noticeLibrary: Library = {
  module: NoticeModule,
  entities: [Notice, Mail, NoticePreference, Nudge],
  refusals: noticeRefusals,
  personal: NOTICE_PERSONAL,
  audited: [{ types: ['Mail'], permission: 'delivery:manage' }],
};
