import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { Refused } from '#lib/kernel';
import { type InputNames, SOMETHING, badValueOf } from './bad-value.js';
import { LIMIT_CODES } from './limits/limits.js';
import { spokenLocale } from './spoken.js';

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

/** What people are told of a request that only a program can have got wrong. */
const REASONS: Readonly<Record<string, string>> = { BAD_USER_INPUT: 'VALUE_INVALID', BAD_REQUEST: 'REQUEST_UNREADABLE' };

/**
 * What a client may read of an error. A refusal keeps its code and path, and so does a value that no field takes, of which GraphQL's own words
 * are `technical`: what people cause by typing is told in the language of the request, and in both in `messages`. A document that does not fit
 * the schema is told to its programmer, and to people in `messages`. Anything else is logged under an id, and the client gets the id alone.
 */
export function errorFormatter({ refusals, schema }: InputNames, logger = new Logger('GraphQL')) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    const refused = refusals.of(original) ?? refusals.of(refusedAtOnce(error));
    const place = { ...(formatted.locations && { locations: formatted.locations }), ...(formatted.path && { path: formatted.path }) };
    const wordsOf = ({ code, detail }: Refused) => ({ vi: refusals.message(code, detail, 'vi'), en: refusals.message(code, detail, 'en') });
    const told = (said: Refused, extensions: Record<string, unknown>): GraphQLFormattedError => {
      const messages = wordsOf(said);
      return { ...place, message: messages[spokenLocale()], extensions: { ...extensions, messages } };
    };
    if (refused) {
      const { code, path } = refused;
      refusals.count(code);
      const problems = refused.problems.map((problem) => ({
        code: problem.code,
        path: problem.path,
        message: wordsOf(problem)[spokenLocale()],
      }));
      return told(refused, { code, path: path ?? formatted.path?.join('.') ?? null, ...(problems.length > 1 && { problems }) });
    }
    const technical = formatted.message;
    const bad = badValueOf(error, { refusals, schema });
    if (bad) {
      const { said, reason, path, own } = bad;
      return told(said, { code: 'BAD_USER_INPUT', reason, path, ...(!own && { technical }) });
    }
    const stated = typeof formatted.extensions?.code === 'string' ? formatted.extensions.code : '';
    // Apollo gives every error a code; what comes from anywhere else has none.
    const code = (stated === '' || stated === 'INTERNAL_SERVER_ERROR') && isOfSender(original) ? 'BAD_USER_INPUT' : stated;
    if (CLIENT_CODES.has(code) && (original === error || original instanceof GraphQLError))
      return { ...told(new Refused(REASONS[code] ?? 'REQUEST_UNFIT', { field: SOMETHING }), { code }), message: technical };
    const id = randomUUID();
    const { code: sqlState, constraint } = (original ?? {}) as { code?: unknown; constraint?: unknown };
    logger.error(
      { id, path: formatted.path, sqlState, constraint, error: original instanceof Error ? original.stack : original },
      `Unexpected error ${id}`,
    );
    return told(new Refused('INTERNAL', { id }), { code: 'INTERNAL', id });
  };
}
