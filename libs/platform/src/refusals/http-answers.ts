import { randomUUID } from 'node:crypto';
import { HttpException, Logger } from '@nestjs/common';
import { type Locale, Refused } from '#lib/kernel';
import { type Refusals } from './refusals.js';

/** HTTP's word for what the API refuses beside GraphQL. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  TOO_MANY_REQUESTS: 429,
  BUSY: 503,
};

/** What is said of a request that HTTP itself refuses. */
const SAID: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'ADDRESS_UNKNOWN',
  405: 'ADDRESS_UNKNOWN',
  408: 'REQUEST_SLOW',
  413: 'REQUEST_TOO_LARGE',
  431: 'REQUEST_TOO_LARGE',
};

/** The refusal that says to people what a status says to machines. */
export const codeOfStatus = (status: number): string => SAID[status] ?? 'REQUEST_UNREADABLE';

/** What the API answers beside GraphQL, whether Nest has the request in its hands or the server below it refuses it by itself. */
export class HttpAnswers {
  private readonly logger = new Logger('Http');

  constructor(private readonly refusals: Refusals) {}

  answerTo(exception: unknown, locale: Locale): { status: number; body: unknown } {
    const refused = this.refusals.of(exception);
    if (refused) {
      this.refusals.count(refused.code);
      return { status: STATUS[refused.code] ?? 422, body: this.told(refused, locale) };
    }
    const { statusCode, code, message } = exception as { statusCode?: unknown; code?: unknown; message?: unknown };
    const status = exception instanceof HttpException ? exception.getStatus() : statusCode;
    // A request that was broken off has nobody to answer, and is nobody's error.
    if (code === 'ECONNRESET') return { status: 400, body: this.told(new Refused('REQUEST_UNREADABLE'), locale) };
    if (typeof status === 'number' && status >= 400 && status < 500)
      return {
        status,
        body: { statusCode: status, ...this.told(new Refused(codeOfStatus(status)), locale), technical: message },
      };
    const id = randomUUID();
    this.logger.error('Unexpected error', { id, error: exception });
    return { status: 500, body: { statusCode: 500, ...this.told(new Refused('INTERNAL', { id }), locale), id } };
  }

  private told({ code, detail }: Refused, locale: Locale): { code: string; message: string } {
    return { code, message: this.refusals.message(code, detail, locale) };
  }
}
