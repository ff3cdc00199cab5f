import { Refused, type WhyNot } from '#lib/kernel';

export const VERDICTS = ['MET', 'NOT_MET', 'CANNOT_TELL'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What one year says: reached, known not to be reached or taken back, or nothing is recorded. */
export const YEAR_FINDINGS = ['REACHED', 'NONE', 'REVOKED', 'NOTHING'] as const;
export type YearFinding = (typeof YEAR_FINDINGS)[number];

/** One of these kinds in each of so many years in a row. */
export interface Link {
  readonly kindIds: readonly string[];
  readonly years: number;
}

export interface Recorded {
  readonly id: string;
  readonly kindId: string;
  readonly year: number;
  readonly state: 'CONFIRMED' | 'REVOKED';
  readonly without: boolean;
}

export interface YearFound {
  readonly year: number;
  readonly finding: YearFinding;
  /** The records that say so. */
  readonly recordIds: readonly string[];
}

export interface LinkFound {
  readonly link: Link;
  readonly verdict: Verdict;
  readonly years: readonly YearFound[];
}

export const LINK_YEARS = 10;
export const CHAIN_MOST = 5;

/** A chain has a link, and each link kinds and years. */
export const whyNotChain = (chain: readonly Link[]): WhyNot =>
  chain.length > 0 && chain.every(({ kindIds, years }) => kindIds.length > 0 && years > 0 && years <= LINK_YEARS)
    ? null
    : new Refused('RULE_CHAIN', { most: LINK_YEARS }, 'links');

/** By the records here, no more: where nothing is recorded of a year nothing is said of it, and it proposes nothing. */
export function eligibilityOf(
  chain: readonly Link[],
  lastYear: number,
  records: readonly Recorded[],
): { readonly verdict: Verdict; readonly links: readonly LinkFound[] } {
  const links = chain.map((link) => {
    const years = Array.from({ length: link.years }, (_, at) => yearOf(link, lastYear - link.years + 1 + at, records));
    return { link, years, verdict: verdictOf(years.map(({ finding }) => FINDING_SAYS[finding])) };
  });
  return { verdict: verdictOf(links.map((link) => link.verdict)), links };
}

const FINDING_SAYS: Readonly<Record<YearFinding, Verdict>> = {
  REACHED: 'MET',
  NONE: 'NOT_MET',
  REVOKED: 'NOT_MET',
  NOTHING: 'CANNOT_TELL',
};

/** One that is not met is enough to say so, whatever is not known besides. */
const verdictOf = (parts: readonly Verdict[]): Verdict =>
  parts.includes('NOT_MET') ? 'NOT_MET' : parts.includes('CANNOT_TELL') ? 'CANNOT_TELL' : 'MET';

function yearOf({ kindIds }: Link, year: number, records: readonly Recorded[]): YearFound {
  const of = records.filter((record) => record.year === year && kindIds.includes(record.kindId));
  const reached = of.filter(({ state, without }) => state === 'CONFIRMED' && !without);
  const revoked = of.filter(({ state, without }) => state === 'REVOKED' && !without);
  // Of several kinds each has to be known not to be reached.
  const none = of.filter(({ state, without }) => state === 'CONFIRMED' && without);
  const known = (found: readonly Recorded[]) => kindIds.every((id) => found.some(({ kindId }) => kindId === id));
  const [finding, used]: [YearFinding, Recorded[]] =
    reached.length > 0
      ? ['REACHED', reached]
      : known([...revoked, ...none])
        ? [revoked.length > 0 ? 'REVOKED' : 'NONE', [...revoked, ...none]]
        : ['NOTHING', []];
  return { year, finding, recordIds: used.map(({ id }) => id) };
}
