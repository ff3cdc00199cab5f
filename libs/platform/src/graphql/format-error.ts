import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Refused } from '#lib/kernel';
import { type Refusals } from '../refusals/refusals.js';
import { badScalarOf } from './bad-scalar.js';
import { LIMIT_CODES } from './limits.js';

const CLIENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** The refusal of a request that is too large; the library that found out says its code. */
function beyondLimit(message: string): Refused | null {
  const code = message.replace(/^Syntax Error: /, '');
  const max = LIMIT_CODES[code];
  return max === undefined ? null : new Refused(code, { max });
}

/** What broke before any field was resolved, as the look at the session, has no path, and Apollo leaves it wrapped. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? error.originalError : null;
}

/**
 * What a client may read of an error. A refusal keeps its code, path and both messages; what is wrong with the request
 * itself is said; anything else is logged under an id, and the client gets the id alone.
 */
export function errorFormatter(refusals: Refusals, logger = new Logger('GraphQL')) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    const refused = refusals.of(original) ?? refusals.of(causeOf(original)) ?? beyondLimit(formatted.message);
    const place = { ...(formatted.locations && { locations: formatted.locations }), ...(formatted.path && { path: formatted.path }) };
    if (refused) {
      const { code, detail, path } = refused;
      refusals.count(code);
      const messages = { vi: refusals.message(code, detail, 'vi'), en: refusals.message(code, detail, 'en') };
      return { ...place, message: messages.vi, extensions: { code, path: path ?? formatted.path?.join('.') ?? null, messages } };
    }
    const bad = badScalarOf(error);
    if (bad) {
      const { code: reason, detail } = bad.refused;
      const messages = { vi: refusals.message(reason, detail, 'vi'), en: refusals.message(reason, detail, 'en') };
      // What graphql-js itself says of a value of another type names the type and the value; nothing here could say it better.
      const message = reason === 'VALUE_INVALID' ? formatted.message : messages.vi;
      return { ...place, message, extensions: { code: 'BAD_USER_INPUT', reason, path: bad.path, messages } };
    }
    const code = typeof formatted.extensions?.code === 'string' ? formatted.extensions.code : '';
    if (CLIENT_CODES.has(code) && (original === error || original instanceof GraphQLError)) {
      return { ...place, message: formatted.message, extensions: { code } };
    }
    const id = randomUUID();
    const { code: sqlState, constraint } = (original ?? {}) as { code?: unknown; constraint?: unknown };
    logger.error(
      { id, path: formatted.path, sqlState, constraint, error: original instanceof Error ? original.stack : original },
      `Unexpected error ${id}`,
    );
    return { ...place, message: refusals.message('INTERNAL', { id }, 'vi'), extensions: { code: 'INTERNAL', id } };
  };
}
