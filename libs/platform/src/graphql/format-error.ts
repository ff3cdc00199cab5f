import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { Refused } from '#lib/kernel';
import { type Refusals } from '../refusals/refusals.js';
import { badScalarOf } from './bad-scalar.js';
import { LIMIT_CODES } from './limits/limits.js';

const CLIENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * What broke or was refused before any field was resolved, as the look at the session or a limit: it has no place in the document, and
 * Apollo leaves it wrapped.
 */
function refusedAtOnce(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  if (error.message.startsWith(TOO_MANY_TOKENS)) return new Refused('QUERY_TOO_LONG', { max: LIMIT_CODES.QUERY_TOO_LONG });
  return error.nodes === undefined ? error.originalError : undefined;
}

const TOO_MANY_TOKENS = 'Syntax Error: Document contains more tha';

/** Whether the sender's value stands where none such may: null for an argument that is required, in a variable that may be null. */
const isOfSender = (error: unknown): boolean =>
  error instanceof GraphQLError && error.nodes !== undefined && error.nodes.every(({ kind }) => kind !== Kind.FIELD);

/**
 * What a client may read of an error. A refusal keeps its code, path and both messages; what is wrong with the request
 * itself is said; anything else is logged under an id, and the client gets the id alone.
 */
export function errorFormatter(refusals: Refusals, logger = new Logger('GraphQL')) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    const refused = refusals.of(original) ?? refusals.of(refusedAtOnce(error));
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
    const told = typeof formatted.extensions?.code === 'string' ? formatted.extensions.code : '';
    const code = told === 'INTERNAL_SERVER_ERROR' && isOfSender(original) ? 'BAD_USER_INPUT' : told;
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
