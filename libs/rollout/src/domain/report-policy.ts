import { Refused, type WhyNot, type Words } from '#lib/kernel';

export const REPORT_STATES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'RETURNED'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What people call the states of a report. */
export const REPORT_STATE_WORDS: Readonly<Record<ReportState, Words>> = {
  DRAFT: { vi: 'đang soạn', en: 'a draft' },
  SUBMITTED: { vi: 'đã gửi, chờ duyệt', en: 'submitted and waiting for approval' },
  APPROVED: { vi: 'đã duyệt', en: 'approved' },
  RETURNED: { vi: 'trả lại để chỉnh sửa', en: 'returned for correction' },
};

/** What is known when a unit wants to type its report of a period; days as `YYYY-MM-DD`. */
export interface ReportFacts {
  readonly today: string;
  readonly startsOn: string;
  readonly closed: boolean;
  /** The last day of the exception that reopens the closed period for this unit. */
  readonly exceptionUntil: string | null;
  /** `NONE`: no rollout of the period expects anything of the unit. `EXEMPT`: it is exempt in every one that does. */
  readonly expected: 'EXPECTED' | 'EXEMPT' | 'NONE';
  readonly state: ReportState | null;
  /** The last day of a unit that was no longer there when the period ended. */
  readonly endedOn?: string | null;
}

/** Why a unit may not type now, in the order a person would want to know it. */
export function whyNotReport(facts: ReportFacts): WhyNot {
  const { today, startsOn, closed, exceptionUntil, expected, state, endedOn } = facts;
  if (expected === 'NONE' && endedOn) return new Refused('UNIT_CLOSED', { on: endedOn });
  if (expected === 'NONE') return new Refused('UNIT_NOT_EXPECTED');
  if (expected === 'EXEMPT') return new Refused('UNIT_EXEMPT');
  if (state === 'APPROVED') return new Refused('REPORT_APPROVED');
  if (state === 'SUBMITTED') return new Refused('REPORT_SUBMITTED');
  if (today < startsOn) return new Refused('PERIOD_NOT_OPEN', { startsOn });
  if (!closed) return null;
  if (exceptionUntil === null) return new Refused('PERIOD_CLOSED');
  return exceptionUntil < today ? new Refused('EXCEPTION_ENDED', { until: exceptionUntil }) : null;
}
