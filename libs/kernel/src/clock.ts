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

/** The calendar day in Asia/Ho_Chi_Minh, as `YYYY-MM-DD`. */
export function localDate(at: Date): string {
  return LOCAL_DATE.format(at);
}

const DAY_AND_TIME = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** A moment as officials write it: `22:00 15/10/2026`, in Asia/Ho_Chi_Minh; with its seconds where it has any, as in `23:59:59 15/10/2026`. */
export function localMoment(at: Date): string {
  const part = Object.fromEntries(DAY_AND_TIME.formatToParts(at).map(({ type, value }) => [type, value]));
  const seconds = part.second === '00' ? '' : `:${part.second ?? ''}`;
  return `${part.hour ?? ''}:${part.minute ?? ''}${seconds} ${part.day ?? ''}/${part.month ?? ''}/${part.year ?? ''}`;
}
