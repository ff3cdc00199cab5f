import { type ResultOf, graphql } from '../../api/graphql';
import { refusalParts } from '../../api/refusal';

const ruleParts = graphql(`
  fragment RuleParts on EligibilityRule {
    id
    number
    kind {
      id
      nameVi
      nameEn
    }
    unit {
      id
      nameVi
      nameEn
    }
    links {
      years
      kinds {
        id
        nameVi
        nameEn
      }
    }
    legalBasis
    unchecked
    illustrative
  }
`);

export const TITLES = graphql(
  `
    query Titles {
      titleKinds {
        id
        version
        nameVi
        nameEn
        level
        multiple
        startsOn
        endsOn
        legalBasis
        illustrative
        whyNotEnd {
          code
          message
        }
      }
      eligibilityRules {
        ...RuleParts
      }
    }
  `,
  [ruleParts],
);

export const ENTER_TITLE_KIND = graphql(
  `
    mutation EnterTitleKind($input: EnterTitleKindInput!) {
      answer: enterTitleKind(input: $input) {
        __typename
        ... on TitleKind {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const END_TITLE_KIND = graphql(
  `
    mutation EndTitleKind($input: EndTitleKindInput!) {
      answer: endTitleKind(input: $input) {
        __typename
        ... on TitleKind {
          id
          version
          endsOn
        }
        ...RefusalParts
      }
    }
  `,
  [refusalParts],
);

export const ENTER_ELIGIBILITY_RULE = graphql(
  `
    mutation EnterEligibilityRule($input: EnterEligibilityRuleInput!) {
      answer: enterEligibilityRule(input: $input) {
        __typename
        ...RuleParts
        ...RefusalParts
      }
    }
  `,
  [ruleParts, refusalParts],
);

/** Which titles ask for something. */
export const RULED_TITLES = graphql(`
  query RuledTitles {
    eligibilityRules {
      id
      kind {
        id
        nameVi
        nameEn
      }
    }
  }
`);

export const TITLE_ELIGIBILITY = graphql(`
  query TitleEligibility($personId: ID, $kindId: ID!, $lastYear: Int!) {
    titleEligibility(personId: $personId, kindId: $kindId, lastYear: $lastYear) {
      person {
        id
        fullName
      }
      kind {
        id
        nameVi
        nameEn
      }
      lastYear
      ruleNumber
      legalBasis
      unchecked
      illustrative
      verdict
      held
      links {
        years
        verdict
        kinds {
          id
          nameVi
          nameEn
        }
        found {
          year
          finding
          records {
            id
            year
            decisionNumber
            kind {
              id
              nameVi
              nameEn
            }
          }
        }
      }
    }
  }
`);

export const PUBLIC_ACHIEVEMENTS = graphql(`
  query PublicAchievements($year: Int, $kindId: ID, $order: AgeOrder, $after: String) {
    publicAchievements(first: 25, year: $year, kindId: $kindId, order: $order, after: $after) {
      edges {
        node {
          id
          fullName
          kind {
            id
            nameVi
            nameEn
          }
          unitThen {
            id
            nameVi
            nameEn
          }
          year
          decisionNumber
          decidedOn
          issuer
          illustrative
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    publicAchievementYears
    publicTitleKinds {
      id
      nameVi
      nameEn
    }
  }
`);

export type Titles = ResultOf<typeof TITLES>;
export type TitleKindShown = Titles['titleKinds'][number];
export type RuleShown = Titles['eligibilityRules'][number];
export type EligibilityShown = NonNullable<ResultOf<typeof TITLE_ELIGIBILITY>['titleEligibility']>;
export type LinkShown = EligibilityShown['links'][number];
export type PublicTitles = ResultOf<typeof PUBLIC_ACHIEVEMENTS>;
export type PublicAchievement = PublicTitles['publicAchievements']['edges'][number]['node'];
export type TitleLevel = TitleKindShown['level'];
export type Verdict = EligibilityShown['verdict'];
export type YearFinding = LinkShown['found'][number]['finding'];
