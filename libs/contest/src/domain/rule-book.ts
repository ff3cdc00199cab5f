import { Decimal, sha256Hex } from '#lib/kernel';

/** A stretch of a criterion's marks and how it reads, both ends included. */
export interface Band {
  readonly from: string;
  readonly to: string;
  readonly vi: string;
  readonly en: string;
}

/** One thing that is judged. Marks are given on leaves; a criterion with children is the plain sum of theirs. */
export interface CriterionRule {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** What the judge should look for. */
  readonly guidanceVi: string | null;
  readonly guidanceEn: string | null;
  /** Decimals, as strings: `30`, `0.5`. */
  readonly max: string;
  readonly step: string;
  /** Below this mark an initiative is out, whatever its total (điểm liệt). */
  readonly knockOutMinimum: string | null;
  readonly commentRequired: boolean;
  readonly bands: readonly Band[];
  readonly children: readonly CriterionRule[];
}

export const AGGREGATIONS = ['MEAN', 'MEDIAN', 'TRIMMED_MEAN'] as const;
export type AggregationKind = (typeof AGGREGATIONS)[number];

/** Whether the highest and lowest sheets are dropped whole, or the highest and lowest mark of each criterion. */
export const TRIMMINGS = ['SHEETS', 'CRITERIA'] as const;
export type Trimming = (typeof TRIMMINGS)[number];

/**
 * What the mark of a further judge does, whom divergence called: it counts beside the first ones, takes the place of the one
 * farthest from it, or counts alone.
 */
export const FURTHER_MARKS = ['JOINS', 'REPLACES', 'DECIDES'] as const;
export type FurtherMark = (typeof FURTHER_MARKS)[number];

/** Whether judges see whose an initiative is. */
export const VISIBILITIES = ['NAMED', 'ANONYMOUS'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** A round in which initiatives are presented one after another; usually ten minutes, and five for questions. */
export interface PresentationRule {
  readonly presentMinutes: number;
  readonly questionMinutes: number;
  /** A card is marked only once its presentation has begun. */
  readonly marksInRoom: boolean;
}

/** Whether who passes needs the score and a place among the top, or either of them. */
export const CUT_OFF_JOINS = ['ALL', 'ANY'] as const;
export type CutOffJoin = (typeof CUT_OFF_JOINS)[number];

/** Who passes: by score, by place, or by both; all who tie at the edge pass. */
export interface CutOffRule {
  readonly score: string | null;
  readonly top: number | null;
  /** `ALL` where left out; another only with both bounds. */
  readonly join?: CutOffJoin;
}

/** Whether equals and the cut-off are told by the exact value, or by the rounded one that is shown. */
export const RANKED_ON = ['UNROUNDED', 'ROUNDED'] as const;
export type RankedOn = (typeof RANKED_ON)[number];

export interface RoundingRule {
  /** Decimal places that scores are shown with. */
  readonly places: number;
  /** `UNROUNDED` where left out. */
  readonly rankOn?: RankedOn;
}

/** A round of judging: its own rubric, how many judges each initiative needs, how cards become a score, and who passes. */
export interface RoundRule {
  readonly key: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly rubric: readonly CriterionRule[];
  readonly judgesPerInitiative: number;
  /** Where a card is excused, this many must still count. */
  readonly minimumCards: number;
  /** The round's part of a weighted combination, 0 to 1; only there. */
  readonly weight?: string | null;
  readonly aggregation: { readonly kind: AggregationKind; readonly trimming: Trimming };
  /** Totals further apart than this call for one more judge. */
  readonly divergenceThreshold: string | null;
  readonly cutOff: CutOffRule;
  // What follows may be left out, and is in the plain content where it says nothing new: a book without it keeps its hash.
  /** `JOINS` where left out; another only with a threshold. */
  readonly furtherMark?: FurtherMark;
  /** `NAMED` where left out. */
  readonly visibility?: Visibility;
  readonly presentation?: PresentationRule | null;
  /** Judges score two samples first and see the spread; only then may they mark. */
  readonly calibration?: boolean;
}

export const COMBINATIONS = ['FINAL_ONLY', 'WEIGHTED'] as const;
export type CombinationKind = (typeof COMBINATIONS)[number];

export const TIE_BREAKS = ['CRITERION', 'ROUND_SCORE', 'CHAIR_VOTE'] as const;

/** A step of the ladder that parts equals: the mean of a criterion in a round, the score of a round, the chair's word. */
export type TieBreakRule =
  | { readonly kind: 'CRITERION'; readonly round: string; readonly criterion: string }
  | { readonly kind: 'ROUND_SCORE'; readonly round: string }
  | { readonly kind: 'CHAIR_VOTE' };

/**
 * What a rule book means changes with its edition alone, so that a frozen one means for ever what it meant when it was frozen.
 * Since the second, a sheet that trimming drops counts for no minimum and no tie-break either; rounds are weighted by share of their
 * maximum; and what cannot hold together is refused.
 */
/** The texts of an initiative that may be shown to everybody once it has a prize or is rolled out; its title always is. */
export const PUBLIC_TEXTS = ['PROBLEM', 'SOLUTION', 'NOVELTY', 'EFFECT', 'INFLUENCE'] as const;
export type PublicText = (typeof PUBLIC_TEXTS)[number];

/** What the authors of an initiative, and who writes it with them, may read of its result; that it was published they read anyhow. */
export const AUTHOR_READS = ['ROUNDS', 'RANK', 'SCORE', 'COMMENTS'] as const;
export type AuthorRead = (typeof AUTHOR_READS)[number];

export const EDITIONS = [1, 2] as const;
export type Edition = (typeof EDITIONS)[number];

/** The edition of every book that is begun. */
export const PRESENT_EDITION: Edition = 2;

/** How a contest is judged, as data. */
export interface RuleBookContent {
  readonly rounds: readonly RoundRule[];
  readonly combination: { readonly kind: CombinationKind };
  readonly rounding: RoundingRule;
  readonly tieBreak: readonly TieBreakRule[];
  /** Anyone may download the result pack once the result is published. */
  readonly publicPack?: boolean;
  /** Texts that everybody may read of an initiative with a prize or a roll-out: none where left out. */
  readonly publicText?: readonly PublicText[];
  /** Anyone may read the final ranking, with its scores, once the result is published. */
  readonly publicRanking?: boolean;
  /** What authors may read of their result: of rounds that it reached while judging goes on, all else once the result is published. None where left out. */
  readonly authorsRead?: readonly AuthorRead[];
  /** What the same words mean: 1 where left out. */
  readonly edition?: Edition;
}

/** A round's rule with everything said that may be left out. */
export interface StatedRound extends Required<RoundRule> {
  readonly cutOff: Required<CutOffRule>;
}

/** A rule book with everything said that may be left out. */
export interface StatedRuleBook extends RuleBookContent {
  readonly rounds: readonly StatedRound[];
  readonly rounding: Required<RoundingRule>;
  readonly publicPack: boolean;
  readonly publicText: readonly PublicText[];
  readonly publicRanking: boolean;
  readonly authorsRead: readonly AuthorRead[];
  readonly edition: Edition;
}

export function editionOf({ edition = 1 }: Pick<RuleBookContent, 'edition'>): Edition {
  return edition;
}

/** The same rules as a new book says them: of the present edition, and with weights only where rounds are weighted. */
export function renewedRuleBook(content: RuleBookContent): RuleBookContent {
  const rounds = content.combination.kind === 'WEIGHTED' ? content.rounds : content.rounds.map((round) => ({ ...round, weight: null }));
  return plainRuleBook({ ...content, rounds, edition: PRESENT_EDITION });
}

/** The criteria that marks are given on, in reading order. */
export function leaves(rubric: readonly CriterionRule[]): CriterionRule[] {
  return rubric.flatMap((criterion) => (criterion.children.length > 0 ? leaves(criterion.children) : [criterion]));
}

/** Every criterion of the tree, parents before their children. */
export function allCriteria(rubric: readonly CriterionRule[]): CriterionRule[] {
  return rubric.flatMap((criterion) => [criterion, ...allCriteria(criterion.children)]);
}

/** The most that one card of this rubric can total. */
export function rubricMaximum(rubric: readonly CriterionRule[]): Decimal {
  return leaves(rubric).reduce((sum, { max }) => sum.plus(max), new Decimal(0));
}

/** The same content always gives these bytes: known fields only, keys in order, decimals without trailing zeros. */
export function canonicalRuleBook(content: RuleBookContent): string {
  return canonical(plainRuleBook(content));
}

/** SHA-256 of the canonical text, in hexadecimal. */
export function ruleBookHash(content: RuleBookContent): string {
  return sha256Hex(canonicalRuleBook(content));
}

/** The content with its known fields alone and every decimal in its plain form; for content that passed `whyNotRuleBook`. */
export function plainRuleBook(content: RuleBookContent): RuleBookContent {
  const { rounds, combination, rounding, tieBreak, publicPack, publicText = [], publicRanking, authorsRead = [], edition = 1 } = content;
  const { places, rankOn = 'UNROUNDED' } = rounding;
  return {
    rounds: rounds.map(plainRound),
    combination: { kind: combination.kind },
    rounding: { places, ...(rankOn !== 'UNROUNDED' && { rankOn }) },
    tieBreak: tieBreak.map(plainTieBreak),
    ...(publicPack && { publicPack }),
    ...(publicText.length > 0 && { publicText: PUBLIC_TEXTS.filter((text) => publicText.includes(text)) }),
    ...(publicRanking && { publicRanking }),
    ...(authorsRead.length > 0 && { authorsRead: AUTHOR_READS.filter((what) => authorsRead.includes(what)) }),
    ...(edition !== 1 && { edition }),
  };
}

/** The content as it is shown, with the value of everything that was left out. */
export function statedRuleBook(content: RuleBookContent): StatedRuleBook {
  const { rounds, rounding, publicPack = false, publicText = [], publicRanking = false, authorsRead = [] } = content;
  return {
    ...content,
    rounds: rounds.map(statedRound),
    rounding: { rankOn: 'UNROUNDED', ...rounding },
    publicPack,
    publicText,
    publicRanking,
    authorsRead,
    edition: editionOf(content),
  };
}

/** A round's rule with the value of everything that was left out. */
export function statedRound(rule: RoundRule): StatedRound {
  const unsaid = { weight: null, furtherMark: 'JOINS', visibility: 'NAMED', presentation: null, calibration: false } as const;
  return { ...unsaid, ...rule, cutOff: { join: 'ALL', ...rule.cutOff } };
}

function plainRound(round: RoundRule): RoundRule {
  const { key, nameVi, nameEn, rubric, judgesPerInitiative, minimumCards, weight, aggregation, divergenceThreshold, cutOff } = round;
  return {
    key,
    nameVi,
    nameEn,
    rubric: rubric.map(plainCriterion),
    judgesPerInitiative,
    minimumCards,
    ...(weight != null && { weight: plain(weight) }),
    aggregation: { kind: aggregation.kind, trimming: aggregation.trimming },
    divergenceThreshold: plainOrNull(divergenceThreshold),
    cutOff: plainCutOff(cutOff),
    ...plainOptions(round),
  };
}

function plainCutOff({ score, top, join = 'ALL' }: CutOffRule): CutOffRule {
  return { score: plainOrNull(score), top, ...(join !== 'ALL' && { join }) };
}

function plainOptions({ furtherMark = 'JOINS', visibility = 'NAMED', presentation, calibration }: RoundRule): Partial<RoundRule> {
  return {
    ...(furtherMark !== 'JOINS' && { furtherMark }),
    ...(visibility !== 'NAMED' && { visibility }),
    ...(presentation && { presentation: plainPresentation(presentation) }),
    ...(calibration && { calibration }),
  };
}

function plainPresentation({ presentMinutes, questionMinutes, marksInRoom }: PresentationRule): PresentationRule {
  return { presentMinutes, questionMinutes, marksInRoom };
}

function plainCriterion(criterion: CriterionRule): CriterionRule {
  const { key, nameVi, nameEn, guidanceVi, guidanceEn, max, step, knockOutMinimum, commentRequired, bands, children } = criterion;
  return {
    key,
    nameVi,
    nameEn,
    guidanceVi,
    guidanceEn,
    max: plain(max),
    step: plain(step),
    knockOutMinimum: plainOrNull(knockOutMinimum),
    commentRequired,
    bands: bands.map(({ from, to, vi, en }) => ({ from: plain(from), to: plain(to), vi, en })),
    children: children.map(plainCriterion),
  };
}

function plainTieBreak(rule: TieBreakRule): TieBreakRule {
  switch (rule.kind) {
    case 'CRITERION':
      return { kind: rule.kind, round: rule.round, criterion: rule.criterion };
    case 'ROUND_SCORE':
      return { kind: rule.kind, round: rule.round };
    case 'CHAIR_VOTE':
      return { kind: rule.kind };
  }
}

const plain = (decimal: string): string => new Decimal(decimal).toFixed();
const plainOrNull = (decimal: string | null): string | null => (decimal === null ? null : plain(decimal));

function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}
