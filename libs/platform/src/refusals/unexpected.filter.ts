import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { localeOf } from '../graphql/context.js';
import { HttpAnswers } from './http-answers.js';
import { Refusals } from './refusals.js';

/**
 * A refusal is an answer and no error: it is counted, not logged, and a request that cannot be read is its sender's fault. What is neither
 * is logged once, under an id that the answer bears. In GraphQL `errorFormatter` does the same.
 */
@Catch()
export class UnexpectedFilter implements ExceptionFilter {
  private readonly answers: HttpAnswers;

  constructor(
    refusals: Refusals,
    private readonly host: HttpAdapterHost,
  ) {
    this.answers = new HttpAnswers(refusals);
  }

  catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw exception;
    const { httpAdapter } = this.host;
    const reply: unknown = host.getArgByIndex(1);
    const { status, body } = this.answers.answerTo(exception, localeOf(host.getArgByIndex<FastifyRequest>(0)));
    if (httpAdapter.isHeadersSent(reply)) httpAdapter.end(reply);
    else httpAdapter.reply(reply, body, status);
  }
}
