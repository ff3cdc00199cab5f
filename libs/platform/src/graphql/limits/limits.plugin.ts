import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type ValidationContext,
} from 'graphql';
import { Refused, shownFact } from '#lib/kernel';
import { type GraphqlContext } from '../context.js';
import { type AnonymousCost } from './anonymous-cost.js';
import { LIMIT_CODES, type LimitCode } from './limits.js';
import { Measure } from './measure.js';
import { type Size } from './walk.js';

const measures = new WeakMap<GraphQLSchema, Measure>();

function measureOf(schema: GraphQLSchema): Measure {
  const known = measures.get(schema);
  if (known) return known;
  const measure = new Measure(schema);
  measures.set(schema, measure);
  return measure;
}

const NOTHING: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/**
 * Refuses a document beyond a limit before the rules look at it that compare its fields with one another: in place of the document
 * they are then given an empty one.
 */
export const limitsRule = (context: ValidationContext): ASTVisitor => ({
  Document: {
    enter: (document) => {
      const measure = measureOf(context.getSchema());
      const code = measure.beyond(measure.ofDocument(document));
      if (code === null) return undefined;
      context.reportError(new GraphQLError(code, { originalError: beyond(code) }));
      return NOTHING;
    },
  },
});

/** What refuses an operation with the rows that its variables ask for; null where it is within the limits. */
export function refusalBeyond(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Refused | null {
  const measure = measureOf(schema);
  const code = measure.beyond(measure.ofOperation(document, operation, variables));
  return code === null ? null : beyond(code);
}

const beyond = (code: LimitCode): Refused => new Refused(code, { max: LIMIT_CODES[code] });

/** Holds an operation against the limits with the rows that its variables ask for, and counts what nobody's account asks. */
export const limitsPlugin = (anonymous: AnonymousCost): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: ({ contextValue: { actor, request: from } }) => {
    let spent: Size | null = null;
    return Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request }) => {
        // Which one is meant is not clear; Apollo says so.
        if (!operation) return Promise.resolve();
        const measure = measureOf(schema);
        const size = measure.ofOperation(document, operation, request.variables ?? {});
        const code = measure.beyond(size);
        if (code !== null) throw refusal(beyond(code), 400);
        if (actor !== null) return Promise.resolve();
        spendOf(() => {
          anonymous.spend(from, size, operation.operation);
        });
        spent = size;
        return Promise.resolve();
      },
      willSendResponse: ({ response: { body } }) => {
        if (spent !== null && body.kind === 'single' && isEmpty(body.singleResult.data)) anonymous.giveBack(from, spent);
        return Promise.resolve();
      },
    });
  },
});

const isEmpty = (data: Readonly<Record<string, unknown>> | null | undefined): boolean =>
  !data || Object.values(data).every((value) => value === null);

function spendOf(spend: () => void): void {
  try {
    spend();
  } catch (error) {
    throw error instanceof Refused ? tooMany(error) : error;
  }
}

/** Of too many requests, with the seconds to wait. */
export const tooMany = (refused: Refused): GraphQLError =>
  refusal(refused, 429, [['retry-after', shownFact(refused.detail.seconds ?? 1, 'en')]]);

/** A refusal of the whole request, for Apollo to answer with this status. */
function refusal(refused: Refused, status: number, headers: readonly (readonly [string, string])[] = []): GraphQLError {
  const http = { status, headers: new HeaderMap(headers.map(([name, value]) => [name, value])) };
  return new GraphQLError(refused.code, { originalError: refused, extensions: { http } });
}
