import { type ResultOf, type VariablesOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

export const modelParts = graphql(`
  fragment ServiceModelParts on ServiceModel {
    id
    version
    kind
    title
    decisionText
    howToAsk
    startsOn
    endsOn
    inForce
    canEdit
    illustrative
    entersFor
    rollout {
      titleVi
      titleEn
    }
    procedures {
      procedure {
        id
        procedureCode
        name
      }
      occasion
    }
    units {
      id
      nameVi
      nameEn
    }
  }
`);

/** What a model is made of: the roll-outs that it may carry out, and the communes of all times. */
export const MODEL_CHOICES = graphql(`
  query ServiceModelChoices {
    rollouts(first: 50) {
      edges {
        node {
          id
          titleVi
          titleEn
        }
      }
    }
    publicUnits {
      id
      nameVi
      nameEn
      validFrom
      validTo
    }
  }
`);

export const FIND_PROCEDURES_OF_MODEL = graphql(`
  query FindProceduresOfModel($search: String!) {
    procedures(first: 10, search: $search) {
      edges {
        node {
          id
          procedureCode
          name
        }
      }
    }
  }
`);

export const ADD_SERVICE_MODEL = graphql(
  `
    mutation AddServiceModel($input: AddServiceModelInput!) {
      answer: addServiceModel(input: $input) {
        __typename
        ...ServiceModelParts
        ...RefusalParts
      }
    }
  `,
  [modelParts, refusalParts],
);

export const EDIT_SERVICE_MODEL = graphql(
  `
    mutation EditServiceModel($input: EditServiceModelInput!) {
      answer: editServiceModel(input: $input) {
        __typename
        ...ServiceModelParts
        ...RefusalParts
      }
    }
  `,
  [modelParts, refusalParts],
);

export type ModelRow = ResultOf<typeof modelParts>;
export type Occasion = ModelRow['procedures'][number]['occasion'];
export type ModelChoices = ResultOf<typeof MODEL_CHOICES>;
export type ModelOrder = Omit<VariablesOf<typeof EDIT_SERVICE_MODEL>['input'], 'modelId' | 'version' | 'clientMutationId'>;
