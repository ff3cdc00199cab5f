import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Refusals } from './refusals.js';

/** HTTP's word for what the API refuses beside GraphQL. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  TOO_MANY_REQUESTS: 429,
  BUSY: 503,
};

/**
 * A refusal is an answer and no error: it is counted, not logged, and a request that cannot be read is its sender's fault. What is neither
 * is logged once, under an id that the answer bears. In GraphQL `errorFormatter` does the same.
 */
@Catch()
export class UnexpectedFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(
    private readonly refusals: Refusals,
    private readonly host: HttpAdapterHost,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw exception;
    const { httpAdapter } = this.host;
    const reply: unknown = host.getArgByIndex(1);
    const { status, body } = this.answerTo(exception);
    if (httpAdapter.isHeadersSent(reply)) httpAdapter.end(reply);
    else httpAdapter.reply(reply, body, status);
  }

  private answerTo(exception: unknown): { status: number; body: unknown } {
    const refused = this.refusals.of(exception);
    if (refused) {
      this.refusals.count(refused.code);
      return {
        status: STATUS[refused.code] ?? 422,
        body: { code: refused.code, message: this.refusals.message(refused.code, refused.detail, 'vi') },
      };
    }
    if (exception instanceof HttpException) return { status: exception.getStatus(), body: exception.getResponse() };
    const { statusCode, code, message } = exception as { statusCode?: unknown; code?: unknown; message?: unknown };
    // A request that was broken off has nobody to answer, and is nobody's error.
    if (code === 'ECONNRESET') return { status: 400, body: { statusCode: 400, message: 'The request was broken off' } };
    if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
      return { status: statusCode, body: { statusCode, code, message } };
    const id = randomUUID();
    this.logger.error('Unexpected error', { id, error: exception });
    return { status: 500, body: { statusCode: 500, code: 'INTERNAL', id } };
  }
}
