import { type ApolloServerPlugin } from '@apollo/server';
import Negotiator from 'negotiator';

/** Those that Apollo can answer with, as it weighs them. */
const JSON_TYPE = 'application/json';
const MEDIA_TYPES = [JSON_TYPE, 'application/graphql-response+json'];

/**
 * GraphQL over HTTP: a request that could be read as one, whose document or variables are wrong, is answered with 400 where the client
 * asks for `application/graphql-response+json`, and with 200 where it asks for `application/json`, as older clients expect it.
 */
export const answerStatusPlugin = (): ApolloServerPlugin => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response, errors }) => {
        const wellFormed = errors?.every(({ extensions }) => extensions.code !== 'BAD_REQUEST') ?? true;
        if (response.http.status === 400 && wellFormed && chosen(request.http?.headers.get('accept')) === JSON_TYPE)
          response.http.status = 200;
        return Promise.resolve();
      },
    }),
});

function chosen(accept: string | undefined): string | undefined {
  return accept ? new Negotiator({ headers: { accept } }).mediaType(MEDIA_TYPES) : JSON_TYPE;
}
