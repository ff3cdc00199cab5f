import { type Fact, day, moment } from './facts.js';
import { Refused, type WhyNot } from './refused.js';

/**
 * Which dates may lie ahead, said once for each kind. What was signed, issued, received or measured has happened, today at the latest;
 * a date by which something is asked lies ahead; what begins or ends by a plan or a resolution may lie on either side of today.
 */
export const DATES = {
  /** Of a decision with its number: on prizes, on a roll-out. */
  DECISION: { lies: 'UP_TO_NOW', code: 'DECISION_IN_FUTURE' },
  /** On an official paper of a contest. */
  DOCUMENT: { lies: 'UP_TO_NOW', code: 'DOCUMENT_IN_FUTURE' },
  FIRST_APPLIED: { lies: 'UP_TO_NOW', code: 'FIRST_APPLIED_IN_FUTURE' },
  PAPER_RECEIVED: { lies: 'UP_TO_NOW', code: 'PAPER_NOT_YET' },
  /** Of the money of a prize. */
  PAYMENT: { lies: 'UP_TO_NOW', code: 'DATE_IN_FUTURE' },
  /** From which a commune uses an initiative by its own choice, is in a state of its adoption, takes part on a basis. */
  ADOPTION: { lies: 'UP_TO_NOW', code: 'DATE_IN_FUTURE' },
  EVIDENCE: { lies: 'UP_TO_NOW', code: 'DATE_IN_FUTURE' },
  /** The last day of what a figure counts. */
  FIGURE: { lies: 'UP_TO_NOW', code: 'FIGURE_IN_FUTURE' },
  /** The day whose units took part in a contest that is recorded afterwards. */
  PAST_ROSTER: { lies: 'UP_TO_NOW', code: 'DATE_IN_FUTURE' },
  /** Until when the cards of a round are signed. */
  ROUND_DUE: { lies: 'AHEAD', code: 'ROUND_DUE_PAST' },
  RETURN_DUE: { lies: 'AHEAD', code: 'RETURN_DUE_PAST' },
  /** The last day on which a unit may type into a closed period. */
  EXCEPTION: { lies: 'FROM_NOW', code: 'DATE_IN_PAST' },
  ACCESS_TOKEN: { lies: 'AHEAD', code: 'TOKEN_LIFETIME' },
  // A contest holds its own phases to their order, and once announced to the time that has gone by.
  PHASE: { lies: 'EITHER' },
  PRESENTATION: { lies: 'EITHER' },
  ROSTER: { lies: 'EITHER' },
  ROLLOUT: { lies: 'EITHER' },
  REPORTING_PERIOD: { lies: 'EITHER' },
  JURY_ABSENCE: { lies: 'EITHER' },
  POSITION: { lies: 'EITHER' },
  ROLE_GRANT: { lies: 'EITHER' },
  UNIT: { lies: 'EITHER' },
  LINEAGE: { lies: 'EITHER' },
  CALENDAR_DAY: { lies: 'EITHER' },
  /** On which a procedure was held against the national portal. */
  PROCEDURE_CHECKED: { lies: 'UP_TO_NOW', code: 'DATE_IN_FUTURE' },
  COUNTER: { lies: 'EITHER' },
  /** On which a legal basis of papers is in force. */
  PAPER_BASIS: { lies: 'EITHER' },
  /** By its first day; that it is over is held by a rule of its own. */
  MONTH: { lies: 'EITHER' },
  /** On which a licence was issued, or its renewal was filed. */
  LICENCE_ISSUED: { lies: 'UP_TO_NOW', code: 'DATE_IN_FUTURE' },
  LICENCE: { lies: 'EITHER' },
  /** By when a corrective action is to be done. */
  ACTION_DUE: { lies: 'FROM_NOW', code: 'ACTION_DUE_PAST' },
  /** From and until when titles of somebody wait, and a kind of title is given. */
  HOLD: { lies: 'EITHER' },
  TITLE_KIND: { lies: 'EITHER' },
  /** On which the first use of an initiative is complete. */
  FIRST_USE: { lies: 'EITHER' },
  /** Of a pilot and what it is held against; that it is registered before its first day is held by a rule of its own. */
  PILOT: { lies: 'EITHER' },
  /** Of a file of a pilot. */
  PILOT_FILE: { lies: 'UP_TO_NOW', code: 'DATE_IN_FUTURE' },
  /** By when units have scored themselves. */
  INDEX_SELF_DUE: { lies: 'FROM_NOW', code: 'DATE_IN_PAST' },
  /** On which a result was handed over or was tried to be, and by a model of handing over. */
  HANDOVER: { lies: 'UP_TO_NOW', code: 'DATE_IN_FUTURE' },
  SERVICE_MODEL: { lies: 'EITHER' },
  /** That stands on a letter. */
  LETTER: { lies: 'EITHER' },
  /** Until when a reminder is put off. */
  REMINDER_SNOOZED: { lies: 'AHEAD', code: 'DATE_IN_PAST' },
} as const satisfies Record<
  string,
  { readonly lies: 'EITHER' } | { readonly lies: 'UP_TO_NOW' | 'FROM_NOW' | 'AHEAD'; readonly code: string }
>;

export type DateKind = keyof typeof DATES;

/** The kinds that have a bound; of the others nothing is to be asked. */
export type BoundKind = { [K in DateKind]: (typeof DATES)[K] extends { readonly code: string } ? K : never }[DateKind];

const FITS = {
  UP_TO_NOW: (given: string | Date, now: string | Date) => given <= now,
  FROM_NOW: (given: string | Date, now: string | Date) => given >= now,
  AHEAD: (given: string | Date, now: string | Date) => given > now,
} as const;

/** Why a date cannot stand: it lies on the wrong side of now. A day is held against today, a moment against this moment; no date is no reason. */
export function whyNotDate<T extends string | Date>(
  kind: BoundKind,
  given: T | null | undefined,
  { now, path }: { now: T; path: string },
): WhyNot {
  const { lies, code } = DATES[kind];
  return given === null || given === undefined || FITS[lies](given, now) ? null : new Refused(code, { today: shown(now) }, path);
}

function shown(now: string | Date): Fact {
  return typeof now === 'string' ? day(now) : moment(now);
}
