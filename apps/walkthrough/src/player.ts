import { randomUUID } from 'node:crypto';
import { ClientError, type GraphQLClient, gql } from 'graphql-request';
import { ACTS, type Verb } from './acts.js';

/** What the contest says where a rule forbids what was asked. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
}

export type Input = Readonly<Record<string, unknown>>;

export const REFUSAL = '... on Refusal { code message path }';

export interface RefusalAnswer {
  readonly __typename: 'Refusal';
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
}

type Answer<T> = RefusalAnswer | ({ readonly __typename: string } & T);

/** The course of the year does not expect this "no", so that it ends with it. */
export class RefusedOutOfTurn extends Error {
  readonly code: string;

  constructor(verb: string, { code, message, path }: Refusal) {
    super(`${verb}: [${code}] ${message}${path ? ` (${path})` : ''}`);
    this.code = code;
  }
}

/** Whoever reads without an account. */
export class Reader {
  constructor(protected readonly client: GraphQLClient) {}

  /** The one root field of a query. */
  async ask<T>(query: string, variables: Input = {}): Promise<T> {
    const data = await this.client.request<Record<string, T>>(query, variables);
    const [answer] = Object.values(data);
    return answer as T;
  }

  /** A question that must be refused; returns the refusal. */
  async refusalOfAsking(query: string, variables: Input = {}): Promise<Refusal> {
    try {
      await this.ask(query, variables);
    } catch (error) {
      const refused = error instanceof ClientError ? error.response.errors?.[0] : undefined;
      if (!refused) throw error;
      const { code, path } = refused.extensions as { code: string; path?: string | null };
      return { code, message: refused.message, path: path ?? null };
    }
    throw new Error('The question was to be refused and was not');
  }
}

/** Somebody with an account, signed in by its password. */
export class Player extends Reader {
  constructor(
    client: GraphQLClient,
    readonly id: string,
    readonly fullName: string,
    readonly unit: { readonly id: string; readonly nameVi: string } | null,
  ) {
    super(client);
  }

  /** How people speak of them: the name and where they work. */
  get called(): string {
    return this.unit ? `${this.fullName} (${this.unit.nameVi})` : this.fullName;
  }

  /** An act that must succeed; returns the fields asked for. */
  async act<T>(verb: Verb, input: Input, fields: string): Promise<T> {
    const answer = await this.send<T>(verb, input, fields);
    if (isRefusal(answer)) throw new RefusedOutOfTurn(verb, refusalIn(answer));
    return answer;
  }

  /** An act that must be refused; returns the refusal. */
  async refusalOf(verb: Verb, input: Input): Promise<Refusal> {
    const answer = await this.send(verb, input, 'id');
    if (!isRefusal(answer)) throw new Error(`${verb} was to be refused and was not`);
    return refusalIn(answer);
  }

  private send<T>(verb: Verb, input: Input, fields: string): Promise<Answer<T>> {
    const [inputType, result] = ACTS[verb];
    const mutation = gql`mutation ${verb}($input: ${inputType}!) {
      ${verb}(input: $input) { __typename ... on ${result} { ${fields} } ${REFUSAL} }
    }`;
    return this.ask(mutation, { input: { clientMutationId: randomUUID(), ...input } });
  }
}

function isRefusal<T>(answer: Answer<T>): answer is RefusalAnswer {
  return answer.__typename === 'Refusal';
}

export const refusalIn = ({ code, message, path }: RefusalAnswer): Refusal => ({ code, message, path });
