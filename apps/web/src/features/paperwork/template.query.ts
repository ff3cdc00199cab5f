import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';
import { basisParts } from './basis.query';

const templateParts = graphql(
  `
    fragment TemplateParts on PaperTemplate {
      id
      kind
      number
      superior
      issuer
      symbol
      place
      addressees
      authority
      bases {
        ...BasisParts
      }
      closing
      signers {
        on
        position
        name
      }
      recipients
      madeAt
      madeByName
      canManage
    }
  `,
  [basisParts],
);

export const TEMPLATES = graphql(
  `
    query PaperTemplates($unitId: ID!) {
      paperTemplates(unitId: $unitId) {
        ...TemplateParts
      }
    }
  `,
  [templateParts],
);

export const SAVE_TEMPLATE = graphql(
  `
    mutation SavePaperTemplate($input: SavePaperTemplateInput!) {
      answer: savePaperTemplate(input: $input) {
        __typename
        ...TemplateParts
        ...RefusalParts
      }
    }
  `,
  [templateParts, refusalParts],
);

export const PAPER_TRIAL = graphql(`
  query PaperTrial($templateId: ID!) {
    paperTrial(templateId: $templateId) {
      url
    }
  }
`);

export type Template = ResultOf<typeof templateParts>;
