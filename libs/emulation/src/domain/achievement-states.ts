import { Refused, type WhyNot, type Words } from '#lib/kernel';

export const ACHIEVEMENT_STATES = ['DECLARED', 'CONFIRMED', 'REJECTED', 'REVOKED', 'WITHDRAWN'] as const;
export type AchievementState = (typeof ACHIEVEMENT_STATES)[number];

export const ACHIEVEMENT_STATE_WORDS: Readonly<Record<AchievementState, Words>> = {
  DECLARED: { vi: 'chờ xác nhận', en: 'waiting to be confirmed' },
  CONFIRMED: { vi: 'đã xác nhận', en: 'confirmed' },
  REJECTED: { vi: 'không xác nhận', en: 'rejected' },
  REVOKED: { vi: 'đã bị thu hồi', en: 'revoked' },
  WITHDRAWN: { vi: 'đã gỡ vì ghi nhầm', en: 'withdrawn' },
};

/** Where a record comes from. */
export const ACHIEVEMENT_SOURCES = ['OWN', 'CONTEST', 'RECOGNITION', 'IMPORT'] as const;
export type AchievementSource = (typeof ACHIEVEMENT_SOURCES)[number];

export const ACHIEVEMENT_SOURCE_WORDS: Readonly<Record<AchievementSource, Words>> = {
  OWN: { vi: 'tự kê khai', en: 'declared' },
  CONTEST: { vi: 'từ kết quả cuộc thi', en: 'from a contest' },
  RECOGNITION: { vi: 'từ kết quả công nhận sáng kiến', en: 'from a recognition' },
  IMPORT: { vi: 'nhập từ danh sách', en: 'from a list' },
};

/** Acts on a record, and in which state each is done. */
export const ACHIEVEMENT_ACTS = { confirm: 'DECLARED', reject: 'DECLARED', revoke: 'CONFIRMED' } as const satisfies Readonly<
  Record<string, AchievementState>
>;
export type AchievementAct = keyof typeof ACHIEVEMENT_ACTS;

export const whyNotMove = (state: AchievementState, act: AchievementAct): WhyNot =>
  state === ACHIEVEMENT_ACTS[act] ? null : new Refused('ACHIEVEMENT_STATE', { state: ACHIEVEMENT_STATE_WORDS[state] });

/** What an actor is to a record. */
export interface Standing {
  /** Of the office whose units it is of. */
  readonly manages: boolean;
  /** Heads the unit whose it is to confirm. */
  readonly heads: boolean;
  /** It is about them. */
  readonly own: boolean;
  /** They declared it, for themselves or for another. */
  readonly declared: boolean;
}

/** Of a record: how far it is, and where it comes from. */
export interface SaidOf {
  readonly state: AchievementState;
  readonly source: AchievementSource;
}

/** The head of the unit or the office confirms, the office alone revokes; nobody what is about themselves, nor confirms what they declared. */
export function whyNotBy({ manages, heads, own, declared }: Standing, act: AchievementAct): WhyNot {
  if (own || (declared && act === 'confirm')) return new Refused('ACHIEVEMENT_OWN');
  if (manages || (heads && act !== 'revoke')) return null;
  return new Refused(act === 'revoke' ? 'ACHIEVEMENT_OF_OFFICE' : 'ACHIEVEMENT_OF_HEAD');
}

/** Whom it is about and who declared it show it, until it is decided on. */
export function whyNotAttach({ own, declared, state }: Pick<Standing, 'own' | 'declared'> & { readonly state: AchievementState }): WhyNot {
  if (!own && !declared) return new Refused('ACHIEVEMENT_EVIDENCE');
  return state === 'DECLARED' ? null : new Refused('ACHIEVEMENT_STATE', { state: ACHIEVEMENT_STATE_WORDS[state] });
}

/**
 * What was written by mistake is taken out: while it waits by whom it is about or who declared it, of a list by the office, never about themselves.
 * It was never a title, so that no decision takes it back; what was declared and confirmed is revoked by one.
 */
export function whyNotWithdraw({ manages, own, declared, state, source }: Standing & SaidOf): WhyNot {
  if (source === 'CONTEST' || source === 'RECOGNITION') return new Refused('ACHIEVEMENT_BY_ITSELF');
  if (source === 'OWN' && !own && !declared) return new Refused('ACHIEVEMENT_OF_DECLARER');
  if (source === 'IMPORT' && own) return new Refused('ACHIEVEMENT_OWN');
  if (source === 'IMPORT' && !manages) return new Refused('ACHIEVEMENT_OF_OFFICE');
  const open: AchievementState = source === 'OWN' ? 'DECLARED' : 'CONFIRMED';
  return state === open ? null : new Refused('ACHIEVEMENT_STATE', { state: ACHIEVEMENT_STATE_WORDS[state] });
}

/** A record that came by itself ends as what it came from does. */
export const whyNotAct = (facts: Standing & SaidOf, act: AchievementAct): WhyNot =>
  whyNotBy(facts, act) ??
  whyNotMove(facts.state, act) ??
  (act === 'revoke' && (facts.source === 'CONTEST' || facts.source === 'RECOGNITION') ? new Refused('ACHIEVEMENT_BY_ITSELF') : null);
