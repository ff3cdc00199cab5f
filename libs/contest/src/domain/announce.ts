import { Refused } from '#lib/kernel';
import { type DocumentKind } from './contest-parts.entity.js';
import { type PhaseDates } from './phases.js';
import { problemsOfRuleBook } from './rule-book-check.js';
import { type RuleBookContent } from './rule-book.js';

/** What stands ready when a contest is to be announced. */
export interface AnnouncementFacts {
  readonly documents: readonly DocumentKind[];
  readonly areas: number;
  readonly prizes: number;
  readonly ruleBook: RuleBookContent | null;
  readonly phases: readonly PhaseDates[];
}

/** All that is missing before the announcement, in the order that one would see to it. */
export function missingToAnnounce({ documents, areas, prizes, ruleBook, phases }: AnnouncementFacts): Refused[] {
  const open = phases.find(({ kind }) => kind === 'OPEN');
  const unless = (there: boolean, code: string) => (there ? [] : [new Refused(code)]);
  return [
    ...unless(documents.includes('PLAN'), 'PLAN_MISSING'),
    ...unless(documents.includes('RULES'), 'RULES_MISSING'),
    ...unless(areas > 0, 'AREAS_MISSING'),
    ...unless(open !== undefined, 'DATES_MISSING'),
    ...(ruleBook ? problemsOfRuleBook(ruleBook) : [new Refused('RULE_BOOK_MISSING')]),
    ...unless(prizes > 0, 'PRIZE_PLAN_MISSING'),
  ];
}
