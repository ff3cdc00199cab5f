import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readiness } from '#lib/platform';
import { MailTransport } from './mail-transport.js';

/** Says whether mails get through. A server serves without them: they wait. */
@Injectable()
export class MailReadiness implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly transport: MailTransport,
  ) {}

  onModuleInit(): void {
    this.readiness.register({ name: 'mail', needed: false, look: () => this.transport.health().then(() => 'ok' as const) });
  }
}
