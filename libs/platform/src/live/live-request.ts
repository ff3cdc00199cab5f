import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { type RequestParams } from 'graphql-sse';
import { Refused } from '#lib/kernel';
import { limitsRule, refusalBeyond } from '../graphql/limits/limits.plugin.js';
import { LIMITS } from '../graphql/limits/limits.js';

type Asked =
  { readonly document: DocumentNode; readonly error?: undefined } | { readonly document?: undefined; readonly error: GraphQLError };

/** The document of one who wants to look on, within the limits that stand for any other; or what is wrong with it. */
export function askedOf(schema: GraphQLSchema, { query, operationName, variables }: RequestParams): Asked {
  try {
    const document = parse(query, { maxTokens: LIMITS.tokens });
    const [invalid] = validate(schema, document, [limitsRule, ...specifiedRules]);
    if (invalid) return { error: coded(invalid, 'GRAPHQL_VALIDATION_FAILED') };
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return { error: refused(new Refused('STREAM_LOOKS_ONLY')) };
    const beyond = refusalBeyond(schema, document, operation, variables ?? {});
    return beyond ? { error: refused(beyond) } : { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { error: coded(error, 'GRAPHQL_PARSE_FAILED') };
    throw error;
  }
}

export const refused = (why: Refused): GraphQLError => new GraphQLError(why.code, { originalError: why });

const coded = (error: GraphQLError, code: string): GraphQLError =>
  error.originalError
    ? error
    : new GraphQLError(error.message, { nodes: error.nodes, source: error.source, positions: error.positions, extensions: { code } });
