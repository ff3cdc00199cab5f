import { type ResultOf, graphql } from '../../api/graphql';

export const basisParts = graphql(`
  fragment BasisParts on PaperBasis {
    text
    from
    to
    replacedBy
    standing
    successorMissing
  }
`);

export type Basis = ResultOf<typeof basisParts>;
