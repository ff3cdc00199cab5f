import { Controller, Get, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { Public, Readiness, type ReadinessReport } from '#lib/platform';

/** Asked by the proxy and the orchestrator. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** Alive: the process turns. Nothing is asked that could be stuck; one that does not answer is to be started anew. */
  @Get('health')
  @Public()
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Ready: all that it works with answers. One that is not is left alone until it is. */
  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessReport> {
    const report = await this.readiness.report();
    void reply.status(report.ready ? 200 : 503).header('cache-control', 'no-store');
    return report;
  }
}
