import { Refused, type WhyNot, type Words, addDays, allRefused, day, whyNotDate } from '#lib/kernel';

/** What a model of handing over is: results brought home, or given by leaders at a ceremony. */
export const MODEL_KINDS = ['AT_HOME', 'CEREMONY'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/** What a procedure of a model is about, as far as it rules how its result is handed over. */
export const OCCASIONS = ['BIRTH', 'MARRIAGE', 'DEATH', 'OTHER'] as const;
export type Occasion = (typeof OCCASIONS)[number];

export const HANDOVER_PLACES = ['HOME', 'CEREMONY', 'OFFICE', 'POST'] as const;
export type HandoverPlace = (typeof HANDOVER_PLACES)[number];

/** Who hands over, by what they are and never by name. */
export const HANDOVER_LEVELS = ['DISTRICT_LEADER', 'COMMUNE_LEADER', 'OFFICER', 'POSTAL'] as const;
export type HandoverLevel = (typeof HANDOVER_LEVELS)[number];

export const LETTER_KINDS = ['CONGRATULATION', 'CONDOLENCE'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
export const HANDOVER_LETTERS = [...LETTER_KINDS, 'NONE'] as const;
export type HandoverLetter = (typeof HANDOVER_LETTERS)[number];

export const HANDOVER_OUTCOMES = ['HANDED', 'ABSENT', 'DECLINED'] as const;
export type HandoverOutcome = (typeof HANDOVER_OUTCOMES)[number];

/** Why a handover is corrected or voided: chosen and not typed, so that nobody writes a name there. */
export const CORRECTION_REASONS = ['TYPED_WRONG', 'ENTERED_TWICE', 'NOT_OF_MODEL', 'LEARNT_LATER'] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

export const HANDOVER_PLACE_WORDS: Readonly<Record<HandoverPlace, Words>> = {
  HOME: { vi: 'tại nhà', en: 'at home' },
  CEREMONY: { vi: 'buổi trao', en: 'at a ceremony' },
  OFFICE: { vi: 'bộ phận một cửa', en: 'at the office' },
  POST: { vi: 'qua bưu chính', en: 'by post' },
};
export const HANDOVER_LEVEL_WORDS: Readonly<Record<HandoverLevel, Words>> = {
  DISTRICT_LEADER: { vi: 'lãnh đạo huyện', en: 'a leader of the district' },
  COMMUNE_LEADER: { vi: 'lãnh đạo xã', en: 'a leader of the commune' },
  OFFICER: { vi: 'công chức', en: 'an officer' },
  POSTAL: { vi: 'nhân viên bưu chính', en: 'the post' },
};
export const HANDOVER_LETTER_WORDS: Readonly<Record<HandoverLetter, Words>> = {
  CONGRATULATION: { vi: 'thư chúc mừng', en: 'a letter of congratulation' },
  CONDOLENCE: { vi: 'thư chia buồn', en: 'a letter of condolence' },
  NONE: { vi: 'không kèm thư', en: 'none' },
};
export const HANDOVER_OUTCOME_WORDS: Readonly<Record<HandoverOutcome, Words>> = {
  HANDED: { vi: 'đã trao', en: 'handed over' },
  ABSENT: { vi: 'vắng', en: 'nobody there' },
  DECLINED: { vi: 'từ chối nhận theo cách này', en: 'declined' },
};
export const CORRECTION_REASON_WORDS: Readonly<Record<CorrectionReason, Words>> = {
  TYPED_WRONG: { vi: 'nhập nhầm', en: 'typed wrong' },
  ENTERED_TWICE: { vi: 'nhập trùng', en: 'entered twice' },
  NOT_OF_MODEL: { vi: 'không thuộc mô hình', en: 'not of the model' },
  LEARNT_LATER: { vi: 'biết rõ sau khi nhập', en: 'learnt later' },
};

export const MOST_MODEL_PARTS = 60;
/** So many days back a handover is entered, corrected and voided; what is older stands, as the figures do that were made of it. */
export const OPEN_FOR_DAYS = 62;
/** After so many times that nobody was there, the result waits at the office. */
export const ABSENT_BEFORE_OFFICE = 2;

/** How a result was handed over, or why not; nothing of whose it was. */
export interface HandoverSaid {
  readonly day: string;
  readonly venue: HandoverPlace;
  readonly byLevel: HandoverLevel;
  readonly askedFor: boolean;
  readonly letter: HandoverLetter;
  readonly outcome: HandoverOutcome;
}

/** What a handover is held against. */
export interface HandoverFrame {
  readonly kind: ModelKind;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly occasion: Occasion;
  /** From 1; one more than that of the time before, when nobody was there. */
  readonly attempt: number;
  /** The day of the time before; null for the first. */
  readonly earlierDay: string | null;
  readonly today: string;
}

/**
 * Everything that keeps a handover from being as it is said. Both spouses sign when a marriage is registered and receive the paper together (Law on
 * Civil Status, art. 18), so that it is never brought home or posted.
 */
export function problemsOfHandover(said: HandoverSaid, frame: HandoverFrame): Refused[] {
  return [
    ...present(whyNotDate('HANDOVER', said.day, { now: frame.today, path: 'day' })),
    ...present(whyNotOld(said.day, frame.today)),
    ...problemsOfDay(said.day, frame),
    ...problemsOfPlace(said, frame),
    ...problemsOfLetter(said, frame.occasion),
  ];
}

function problemsOfDay(given: string, { startsOn, endsOn, earlierDay }: HandoverFrame): Refused[] {
  if (given < startsOn || (endsOn !== null && given > endsOn)) return [new Refused('HANDOVER_OUTSIDE_MODEL', {}, 'day')];
  return earlierDay !== null && given < earlierDay ? [new Refused('HANDOVER_BEFORE_EARLIER', { earlier: day(earlierDay) }, 'day')] : [];
}

function problemsOfPlace({ venue, byLevel, askedFor }: HandoverSaid, { kind, occasion, attempt }: HandoverFrame): Refused[] {
  if (attempt > ABSENT_BEFORE_OFFICE && venue !== 'OFFICE') return [new Refused('HANDOVER_NOW_AT_OFFICE', {}, 'venue')];
  if (occasion === 'MARRIAGE' && (venue === 'HOME' || venue === 'POST')) return [new Refused('HANDOVER_MARRIAGE_IN_PERSON', {}, 'venue')];
  if (venue === 'HOME' && kind !== 'AT_HOME') return [new Refused('HANDOVER_HOME_NOT_OF_MODEL', {}, 'venue')];
  if (venue === 'HOME' && !askedFor) return [new Refused('HANDOVER_HOME_NOT_ASKED', {}, 'askedFor')];
  return (venue === 'POST') === (byLevel === 'POSTAL') ? [] : [new Refused('HANDOVER_POST_BY_POST', {}, 'byLevel')];
}

function problemsOfLetter({ letter, outcome }: HandoverSaid, occasion: Occasion): Refused[] {
  if (letter === 'NONE') return [];
  if ((occasion === 'DEATH') !== (letter === 'CONDOLENCE')) return [new Refused('HANDOVER_LETTER_OTHER', {}, 'letter')];
  return outcome === 'HANDED' ? [] : [new Refused('HANDOVER_LETTER_NOT_HANDED', {}, 'letter')];
}

const present = (refused: WhyNot): Refused[] => (refused ? [refused] : []);

/** Why nothing of a day is entered or changed any more. */
export const whyNotOld = (given: string, today: string): WhyNot =>
  given < addDays(today, -OPEN_FOR_DAYS) ? new Refused('HANDOVER_TOO_OLD', { days: OPEN_FOR_DAYS }, 'day') : null;

export interface ChangeFacts {
  readonly enters: boolean;
  readonly voided: boolean;
  /** Whether the next time is entered already. */
  readonly followed: boolean;
  readonly day: string;
  readonly today: string;
}

/** What stands in the way of correcting or voiding a handover. */
export function whyNotChange({ enters, voided, followed, day: given, today }: ChangeFacts): WhyNot {
  if (!enters) return new Refused('HANDOVER_OF_UNIT');
  if (voided) return new Refused('HANDOVER_VOIDED');
  if (followed) return new Refused('HANDOVER_FOLLOWED');
  const old = whyNotOld(given, today);
  return old && new Refused(old.code, old.detail);
}

/** Whether who received it may be asked to rate the office; nobody is after a death. */
export const mayBeAskedToRate = (occasion: Occasion, { letter, outcome }: Pick<HandoverSaid, 'letter' | 'outcome'>): boolean =>
  outcome === 'HANDED' && occasion !== 'DEATH' && letter !== 'CONDOLENCE';

export interface ModelSaid {
  readonly kind: ModelKind;
  readonly title: string;
  readonly decision: string;
  readonly howToAsk: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export interface ModelProcedureSaid {
  readonly procedureId: string;
  readonly occasion: Occasion;
}

/** What cannot be a model: marriages are not handed over at home. */
export function problemsOfModel(
  { kind, startsOn, endsOn }: ModelSaid,
  procedures: readonly ModelProcedureSaid[],
  unitIds: readonly string[],
): Refused[] {
  const known = procedures.map(({ procedureId }) => procedureId);
  return [
    ...(endsOn !== null && endsOn < startsOn ? [new Refused('MODEL_ENDS_FIRST', {}, 'endsOn')] : []),
    ...procedures.flatMap(({ occasion, procedureId }, at) => {
      const path = `procedures.${String(at)}`;
      if (known.indexOf(procedureId) < at) return [new Refused('MODEL_PROCEDURE_TWICE', {}, `${path}.procedureId`)];
      return kind === 'AT_HOME' && occasion === 'MARRIAGE' ? [new Refused('MODEL_MARRIAGE_AT_HOME', {}, `${path}.occasion`)] : [];
    }),
    ...unitIds.flatMap((id, at) => (unitIds.indexOf(id) < at ? [new Refused('MODEL_UNIT_TWICE', {}, `unitIds.${String(at)}`)] : [])),
  ];
}

export const allProblems = (problems: readonly Refused[]): WhyNot => allRefused([...problems]);
