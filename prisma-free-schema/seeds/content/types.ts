import { type PlatformService } from '#domain/rollout';

/** A text in the two languages of the platform. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** A specialised department of the district. `code` is the demo season's own; departments have no code of the statistics office. */
export interface DepartmentSeed {
  readonly code: string;
  readonly name: Text;
  readonly abbreviation: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A commune or town of 2021–2025, under its code of that time. */
export interface CommuneSeed {
  readonly gsoCode: string;
  readonly name: Text;
}

export type AreaCode = 'LEADERSHIP' | 'INSTITUTION' | 'PROCEDURE' | 'APPARATUS' | 'CIVIL_SERVICE' | 'PUBLIC_FINANCE' | 'DIGITAL_GOV';

export interface AreaSeed {
  readonly code: AreaCode;
  readonly name: Text;
  readonly source: string;
}

export type RoleName = 'ADMIN' | 'ORGANISER' | 'LEADER' | 'JUDGE' | 'SUBMITTER' | 'COMMUNE_OFFICER';

/** A fictitious person with an account. `unitCode` is a department code, a commune code of 2021, the district's, or null for outsiders. */
export interface PersonSeed {
  readonly key: string;
  readonly fullName: string;
  readonly email: string;
  readonly unitCode: string | null;
  readonly position: string;
  readonly positionEn: string;
  readonly roles: readonly RoleName[];
  /** The unit of `units-2025.csv` that they report for since the communes of 2021 ended. */
  readonly since2025?: string;
  /** May confirm what the unit sends in. */
  readonly confirms?: boolean;
}

/** A fictitious co-author without an account. */
export interface ExtraAuthorSeed {
  readonly key: string;
  readonly fullName: string;
  readonly unitCode: string;
  readonly position: string;
}

/** `person` is the key of a `PersonSeed` or of an `ExtraAuthorSeed`; the shares of an initiative sum to 100. */
export interface AuthorShare {
  readonly person: string;
  readonly share: number;
}

export type DocumentKind = 'PLAN' | 'RULES' | 'JURY_DECISION' | 'RESULT_DECISION' | 'ROLLOUT_DECISION';

/** An official paper. `date` null: laid around the day the season is loaded. */
export interface DocumentSeed {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: string | null;
  readonly title: string;
  readonly illustrative: boolean;
  readonly note: string;
}

export interface BandSeed {
  readonly from: number;
  readonly to: number;
  readonly wording: Text;
}

/** A criterion of a rubric; one with children is marked on its children only and its maximum is their sum. */
export interface CriterionSeed {
  readonly key: string;
  readonly name: Text;
  readonly description: Text;
  readonly max: number;
  readonly step: number;
  readonly knockOutMin?: number;
  readonly commentDue?: boolean;
  readonly bands?: readonly BandSeed[];
  readonly children?: readonly CriterionSeed[];
}

export type PrizeKey = 'FIRST' | 'SECOND' | 'THIRD' | 'CONSOLATION';

/** A tier of the prize plan; money in whole đồng for each prize. */
export interface PrizeTierSeed {
  readonly key: PrizeKey;
  readonly name: Text;
  readonly quantity: number;
  readonly amountVnd: number;
}

/** A contest's texts. `year` null: a fixture year, put in for `{year}` in every text when the season is loaded. */
export interface ContestSeed {
  readonly key: string;
  readonly year: number | null;
  readonly title: Text;
  readonly objectives: Text;
  readonly documents: readonly DocumentSeed[];
  readonly prizePlan: readonly PrizeTierSeed[];
  readonly illustrative: boolean;
  readonly note: string;
}

/** A winner of a year that enters by import, without cards. */
export interface PastWinnerSeed {
  readonly key: string;
  readonly year: number;
  readonly title: string;
  readonly areaCode: AreaCode;
  readonly ownerCode: string;
  readonly summary: string;
  readonly prize: PrizeKey;
  readonly authors: readonly AuthorShare[];
  readonly illustrative: boolean;
  readonly note: string;
}

export type InfluenceScope = 'ESTABLISHMENT' | 'PROVINCE' | 'NATIONAL';

export interface InitiativeSeed {
  readonly key: string;
  /** Row of the collection of published models (domain notes, section 7) that it is drawn from; null for fillers. */
  readonly row: number | null;
  readonly title: string;
  readonly areaCode: AreaCode;
  readonly ownerCode: string;
  readonly problem: string;
  readonly solution: string;
  readonly novelty: string;
  readonly effect: string;
  readonly scope: string;
  readonly influence: InfluenceScope;
  readonly firstAppliedOn: string | null;
  readonly authors: readonly AuthorShare[];
  /** 1 to 10: how good the jury will find it. A hint for making marks, not a mark. */
  readonly quality: number;
  readonly illustrative: boolean;
  readonly note: string;
}

/** An initiative of the open contest, with where it stands on the day of loading. */
export interface OpenInitiativeSeed extends InitiativeSeed {
  readonly state: 'DRAFT' | 'SUBMITTED' | 'RETURNED';
  /** Key of an earlier initiative that the screener should be shown. */
  readonly resembles?: string;
}

/** A window of the periodic report (công văn 581/BNV-CCHC): periods overlap, and are not calendar quarters. */
export interface PeriodSeed {
  readonly key: string;
  readonly name: Text;
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
}

export interface IndicatorSeed {
  readonly key: string;
  readonly name: Text;
  readonly unit: Text;
  readonly direction: 'UP' | 'DOWN';
  readonly aggregation: 'SUM' | 'LAST' | 'RATIO';
  readonly kind: 'COUNT' | 'MONEY' | 'SHARE' | 'DURATION' | 'SCORE';
  readonly baseline: number | null;
  readonly target: number | null;
}

export type AdoptionState = 'NOT_STARTED' | 'PREPARING' | 'PILOTING' | 'IN_USE' | 'SUSTAINED' | 'PAUSED' | 'NOT_SUITABLE' | 'DROPPED';

export interface AdoptionStep {
  readonly state: AdoptionState;
  readonly on: string;
  readonly reason?: string;
}

/** What one commune did with a rollout: the steps in order; none means not started. */
export interface AdoptionSeed {
  readonly communeCode: string;
  readonly basis: 'REQUIRED' | 'VOLUNTARY' | 'EXEMPT';
  readonly exemptReason?: string;
  readonly steps: readonly AdoptionStep[];
}

/** A sum or a last value is one number; a ratio is its numerator and denominator. */
export type FigureValue = number | readonly [numerator: number, denominator: number];

/** A figure for a window of its own, outside the periodic reports: what the press or a check says. */
export interface FigureSeed {
  readonly indicatorKey: string;
  readonly unitCode: string;
  readonly from: string;
  readonly to: string;
  readonly value: FigureValue;
  readonly source: string;
  readonly sourceKind: 'PRESS' | 'INSPECTION';
  readonly verified: boolean;
  readonly illustrative: boolean;
  readonly note: string;
}

/** One indicator in one reporting period, commune by commune; a commune that is missing did not report. */
export interface FigureTableSeed {
  readonly indicatorKey: string;
  readonly periodKey: string;
  readonly source: string;
  readonly verified: boolean;
  readonly illustrative: boolean;
  readonly values: Readonly<Record<string, FigureValue>>;
  /** Why a value is right that jumps out of those before, by commune. */
  readonly answers?: Readonly<Record<string, string>>;
}

export interface RolloutSeed {
  readonly key: string;
  readonly initiativeKey: string;
  readonly title: Text;
  readonly reason: string;
  readonly legalBasis: string;
  readonly leadUnitCode: string;
  readonly startedOn: string;
  readonly dueOn: string;
  readonly decision: DocumentSeed;
  /** What of the platform it runs on. */
  readonly service?: PlatformService;
  readonly indicators: readonly IndicatorSeed[];
  readonly adoptions: readonly AdoptionSeed[];
  readonly figures: readonly FigureSeed[];
  readonly tables: readonly FigureTableSeed[];
}

/** A remark of a judge and the marks it goes with. */
export interface CommentSeed {
  readonly text: string;
  readonly tone: 'HIGH' | 'MIDDLE' | 'LOW';
}
