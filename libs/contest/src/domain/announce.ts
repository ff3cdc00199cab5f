import { Refused, whyNotDate } from '#lib/kernel';
import { type DocumentKind } from './contest-parts.entity.js';
import { type PlanFacts, whyNotApproved } from './plan-approval.entity.js';
import { type PhaseDates } from './phases.js';
import { problemsOfRuleBook } from './rule-book-check.js';
import { type RuleBookContent } from './rule-book.js';

/** What a plan says before it is sent to the leader, or announced. */
export interface DrawnPlan {
  readonly documents: readonly { readonly kind: DocumentKind; readonly issuedOn: string }[];
  readonly areas: number;
  readonly prizes: number;
  readonly ruleBook: RuleBookContent | null;
  readonly phases: readonly PhaseDates[];
  /** The day on which one asks. */
  readonly today: string;
}

/** What stands ready when a contest is to be announced. */
export interface AnnouncementFacts extends DrawnPlan, Omit<PlanFacts, 'phase'> {}

/** All that is missing or wrong in a plan, in the order that one would see to it. */
export function problemsOfPlan({ documents, areas, prizes, ruleBook, phases, today }: DrawnPlan): Refused[] {
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

/** All that is missing or wrong before the announcement: what the plan lacks, and its approval. */
export function problemsToAnnounce(facts: AnnouncementFacts): Refused[] {
  return [...problemsOfPlan(facts), ...(whyNotApproved(facts)?.problems ?? [])];
}
