import { Refused, type WhyNot } from '#lib/kernel';
import { type DocumentKind } from './contest-parts.entity.js';
import { type PhaseDates } from './phases.js';
import { whyNotRuleBook } from './rule-book-check.js';
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
  const missing: WhyNot[] = [
    documents.includes('PLAN') ? null : new Refused('PLAN_MISSING'),
    documents.includes('RULES') ? null : new Refused('RULES_MISSING'),
    areas > 0 ? null : new Refused('AREAS_MISSING'),
    open ? null : new Refused('DATES_MISSING'),
    ruleBook ? whyNotRuleBook(ruleBook) : new Refused('RULE_BOOK_MISSING'),
    prizes > 0 ? null : new Refused('PRIZE_PLAN_MISSING'),
  ];
  return missing.filter((refused) => refused !== null);
}
