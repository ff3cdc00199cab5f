export const ROUND_RESULT_CAUSES = ['CLOSING', 'CORRECTION'] as const;
export type RoundResultCause = (typeof ROUND_RESULT_CAUSES)[number];

export const CONTEST_RESULT_CAUSES = ['CLOSING', 'CORRECTION', 'CHAIR_VOTE'] as const;
export type ContestResultCause = (typeof CONTEST_RESULT_CAUSES)[number];

/** The last entry of the audit log when a result was computed: every card that counts was signed before it. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}
