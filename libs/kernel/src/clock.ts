import { type Locale } from './actor.js';
import { shownDay, wallClock } from './calendar.js';

/** The server's time. Injected, so that a test can say what it is. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands until it is moved. */
export class FixedClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  now(): Date {
    return new Date(this.at);
  }

  set(at: Date | string): void {
    this.at = new Date(at);
  }

  advance(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}

const LOCAL_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit' });

/** Since then the zone has had one offset, and needs no calendar to be looked up. */
const ONE_OFFSET_SINCE = Date.UTC(1976, 0, 1);

/** The calendar day in Asia/Ho_Chi_Minh, as `YYYY-MM-DD`. */
export function localDate(at: Date): string {
  return at.getTime() < ONE_OFFSET_SINCE ? LOCAL_DATE.format(at) : wallClock(at).toISOString().slice(0, 10);
}

/**
 * A moment as officials write it, in Asia/Ho_Chi_Minh: `17 giờ 00 ngày 15/10/2026`, in English `17:00 on 15 October 2026`; with its seconds
 * where it has any, as in `23 giờ 59 phút 59 giây ngày 15/10/2026`.
 */
export function localMoment(at: Date, locale: Locale = 'vi'): string {
  const [date = '', hour = '', minute = '', second = ''] = wallClock(at).toISOString().split(/[T:.]/);
  const onDay = shownDay(date, locale);
  if (locale === 'en') return `${hour}:${minute}${second === '00' ? '' : `:${second}`} on ${onDay}`;
  return `${hour} giờ ${minute}${second === '00' ? '' : ` phút ${second} giây`} ngày ${onDay}`;
}
