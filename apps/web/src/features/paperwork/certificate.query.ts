import { type ResultOf, graphql } from '../../api/graphql';
import { jobParts } from '../../api/jobs.query';
import { refusalParts } from '../../api/refusal';

const printedParts = graphql(`
  fragment PrintedParts on PrintedCertificate {
    superior
    issuer
    authority
    name
    unitName
    prize
    initiative
    contest
    decisionNumber
    decidedOn
    closing
    place
    issuedOn
    signer {
      on
      position
      name
    }
    illustrative
    recognition {
      authorship
      reach
      benefit
    }
  }
`);

export const PUBLIC_CERTIFICATE = graphql(
  `
    query PublicCertificate($code: String!) {
      publicCertificate(certificateCode: $code) {
        certificateCode
        state
        endedOn
        endNumber
        groundNumber
        groundRevoked
        fieldsHash
        printed {
          ...PrintedParts
        }
      }
    }
  `,
  [printedParts],
);

const certificateParts = graphql(`
  fragment CertificateParts on Certificate {
    id
    version
    certificateCode
    state
    endedOn
    endNumber
    groundNumber
    groundRevoked
    prints
    withheldAt
    canChange
    canWithhold
    printed {
      name
      unitName
      prize
      initiative
      illustrative
    }
  }
`);

export const CONTEST_CERTIFICATES = graphql(
  `
    query ContestCertificates($contestId: ID!, $states: [CertificateState!], $search: String, $after: String) {
      contestCertificates(contestId: $contestId) {
        contest {
          id
          titleVi
          titleEn
        }
        hostId
        published
        decisionNumber
        decidedOn
        due
        missing
        recognised
        recognisedMissing
        unprinted
        canIssue
      }
      certificates(contestId: $contestId, states: $states, search: $search, first: 50, after: $after) {
        edges {
          node {
            ...CertificateParts
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [certificateParts],
);

export const CERTIFICATE_TEMPLATES = graphql(`
  query CertificateTemplates($unitId: ID!) {
    paperTemplates(unitId: $unitId) {
      id
      kind
      number
      issuer
    }
  }
`);

export const ISSUE_CERTIFICATES = graphql(
  `
    mutation IssueCertificates($input: IssueCertificatesInput!) {
      answer: issueCertificates(input: $input) {
        __typename
        ... on ContestCertificates {
          contest {
            id
          }
          due
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const REVOKE_CERTIFICATE = graphql(
  `
    mutation RevokeCertificate($input: RevokeCertificateInput!) {
      answer: revokeCertificate(input: $input) {
        __typename
        ...CertificateParts
        ...RefusalParts
      }
    }
  `,
  [certificateParts, refusalParts],
);

export const REPLACE_CERTIFICATE = graphql(
  `
    mutation ReplaceCertificate($input: ReplaceCertificateInput!) {
      answer: replaceCertificate(input: $input) {
        __typename
        ...CertificateParts
        ...RefusalParts
      }
    }
  `,
  [certificateParts, refusalParts],
);

export const WITHHOLD_NAME = graphql(
  `
    mutation WithholdCertificateName($input: WithholdCertificateNameInput!) {
      answer: withholdCertificateName(input: $input) {
        __typename
        ...CertificateParts
        ...RefusalParts
      }
    }
  `,
  [certificateParts, refusalParts],
);

export const PRINT_CERTIFICATES = graphql(
  `
    mutation PrintCertificates($input: PrintCertificatesInput!) {
      answer: printCertificates(input: $input) {
        ...JobParts
        ...RefusalParts
      }
    }
  `,
  [jobParts, refusalParts],
);

export type PublicCertificate = NonNullable<ResultOf<typeof PUBLIC_CERTIFICATE>['publicCertificate']>;
export type CertificateRow = ResultOf<typeof certificateParts>;
export type CertificateState = CertificateRow['state'];
export type CertificatesSummary = NonNullable<ResultOf<typeof CONTEST_CERTIFICATES>['contestCertificates']>;
