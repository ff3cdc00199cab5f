import { Refused, whyNotDate } from '#lib/kernel';
import { type DocumentKind } from './contest-parts.entity.js';
import { type PhaseDates } from './phases.js';
import { problemsOfRuleBook } from './rule-book-check.js';
import { type RuleBookContent } from './rule-book.js';

/** What stands ready when a contest is to be announced. */
export interface AnnouncementFacts {
  readonly documents: readonly { readonly kind: DocumentKind; readonly issuedOn: string }[];
  readonly areas: number;
  readonly prizes: number;
  readonly ruleBook: RuleBookContent | null;
  readonly phases: readonly PhaseDates[];
  /** The day on which one asks. */
  readonly today: string;
}

/** All that is missing or wrong before the announcement, in the order that one would see to it. */
export function problemsToAnnounce({ documents, areas, prizes, ruleBook, phases, today }: AnnouncementFacts): Refused[] {
  const open = phases.find(({ kind }) => kind === 'OPEN');
  const there = (wanted: DocumentKind) => documents.some(({ kind }) => kind === wanted);
  const unless = (there: boolean, code: string) => (there ? [] : [new Refused(code)]);
  return [
    ...unless(there('PLAN'), 'PLAN_MISSING'),
    ...unless(there('RULES'), 'RULES_MISSING'),
    ...documents.flatMap(({ issuedOn }) => whyNotDate('DOCUMENT', issuedOn, { now: today, path: 'documents' }) ?? []),
    ...unless(areas > 0, 'AREAS_MISSING'),
    ...unless(open !== undefined, 'DATES_MISSING'),
    ...(ruleBook ? problemsOfRuleBook(ruleBook) : [new Refused('RULE_BOOK_MISSING')]),
    ...unless(prizes > 0, 'PRIZE_PLAN_MISSING'),
  ];
}
