export { Actor, type Grant, type Locale, ROLES, type Role, SYSTEM } from './actor.js';
export { Clock, FixedClock, SystemClock, localDate } from './clock.js';
export { Decimal } from './decimal.js';
export { newId } from './id.js';
export { type Page, type PageArgs, PAGE_MAX, cursorOf, readPage } from './page.js';
export { Randomness, SystemRandomness } from './randomness.js';
export { type Messages, type RefusalBook, type RefusalDetail, Refused, type WhyNot, refuseIf } from './refused.js';
export { fold, whyNotText } from './text.js';
