export { Actor, type Grant, type GuardedOperation, type Locale, ROLES, type Role, SYSTEM, type SessionLimit, type Way } from './actor.js';
export { addDays, addMonths, atWallClock, dayAfter, isDay, readMoment, shownDay, wallClock } from './calendar.js';
export { Clock, FixedClock, SystemClock, localDate, localMoment } from './clock.js';
export { DATES, type DateKind, whyNotDate } from './dated.js';
export { Decimal } from './decimal.js';
export { type Fact, type Words, asSentence, bytes, day, decimal, fill, moment, nameOf, namesYear, shownFact } from './facts.js';
export { newId, randomId } from './id.js';
export { networkOf } from './network.js';
export { meantNumber, shownNumber } from './numbers.js';
export { oneOf } from './one-of.js';
export {
  type Page,
  type PageArgs,
  type PageInfo,
  type SoughtPage,
  PAGE_MAX,
  PAGE_USUAL,
  TABLE_MAX,
  pageAs,
  pageWith,
  soughtPage,
} from './page.js';
export { Randomness, SystemRandomness } from './randomness.js';
export { type Messages, type RefusalBook, type RefusalDetail, Refused, type WhyNot, allRefused, refuseIf } from './refused.js';
export { said } from './said.js';
export { Sha256, sha256Hex } from './sha256.js';
export { type TextKind, byVietnamese, charactersIn, cleanText, fold, foldMarks, patternAnywhere, searchPatterns } from './text.js';
