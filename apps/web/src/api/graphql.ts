import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.generated';

/** Operations as text whose answers the compiler knows from the schema. Moments are ISO 8601 strings, decimals and days strings. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    ID: string;
    DateTime: string;
    LocalDate: string;
    Decimal: string;
    Dong: string;
  };
}>();

export { type ResultOf, type VariablesOf } from 'gql.tada';
