import { type ResultOf, graphql } from '../../api/graphql';

export const LED = graphql(`
  query Led {
    led {
      id
      label
      subject
      done
      whole
      due
      link
    }
  }
`);

export type LedRow = ResultOf<typeof LED>['led'][number];
