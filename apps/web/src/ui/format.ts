import { languageInForce } from '../api/language';

/** The contest's clock, wherever the reader is. */
const ZONE = 'Asia/Ho_Chi_Minh';
const NBSP = '\u00a0';

const locale = (): string => (languageInForce() === 'vi' ? 'vi-VN' : 'en-GB');

/** A format costs more to make than a hundred values to write with it. */
function kept<Options, Format>(make: (options: Options) => Format): (options: Options) => Format {
  const cache = new Map<string, Format>();
  return (options) => {
    const key = `${languageInForce()} ${JSON.stringify(options)}`;
    const format = cache.get(key) ?? make(options);
    cache.set(key, format);
    return format;
  };
}

const dates = kept((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...options }));
const numbers = kept((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale(), options));

const parts = (at: Date, options: Intl.DateTimeFormatOptions): Record<string, string> =>
  Object.fromEntries(
    dates(options)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** A day without a clock stands at noon, so that no zone moves it. */
const moment = (value: string | Date): Date =>
  value instanceof Date ? value : new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00+07:00` : value);

/** `09:41` */
export function clock(value: string | Date): string {
  const { hour = '', minute = '' } = parts(moment(value), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${hour}:${minute}`;
}

/** `26/11/2026`, `26 Nov 2026` */
export function day(value: string | Date): string {
  const vietnamese = languageInForce() === 'vi';
  const {
    day: d = '',
    month = '',
    year = '',
  } = parts(moment(value), { day: vietnamese ? '2-digit' : 'numeric', month: vietnamese ? '2-digit' : 'short', year: 'numeric' });
  return vietnamese ? `${d}/${month}/${year}` : `${d}${NBSP}${month}${NBSP}${year}`;
}

/** `15/9`, `15 Sep`: where the year is said elsewhere. */
export function shortDay(value: string | Date): string {
  const vietnamese = languageInForce() === 'vi';
  const { day: d = '', month = '' } = parts(moment(value), { day: 'numeric', month: vietnamese ? 'numeric' : 'short' });
  return vietnamese ? `${d}/${month}` : `${d}${NBSP}${month}`;
}

/** `26/11/2026 09:41` */
export const dayAndClock = (value: string | Date): string => `${day(value)}${NBSP}${clock(value)}`;

/** The clock and the day of an end: the minute of midnight is the end of the day before, of which people think. */
function endOf(value: string | Date): { readonly at: string; readonly on: Date } {
  const on = moment(value);
  return clock(on) === '00:00' ? { at: '24:00', on: new Date(on.getTime() - 60_000) } : { at: clock(on), on };
}

/** `17:00, 15/11/2026`: until when. */
export function deadline(value: string | Date): string {
  const { at, on } = endOf(value);
  return `${at}, ${day(on)}`;
}

/** `17:00, Chủ nhật 15/11/2026`: until when, in public. */
export function longDeadline(value: string | Date): string {
  const { at, on } = endOf(value);
  const { weekday = '' } = parts(on, { weekday: 'long' });
  return `${at}, ${weekday} ${day(on)}`;
}

/** `15/9 – 15/11` */
export const range = (from: string, to: string | null): string => `${shortDay(from)} – ${to === null ? '' : shortDay(to)}`.trim();

/** `1.355`, `78,5`; `decimals` where all of a column have as many. */
export const number = (value: number | string, decimals?: number): string =>
  numbers({ minimumFractionDigits: decimals, maximumFractionDigits: decimals ?? 4 })
    .format(Number(value))
    .replace('-', '−');

/** A decimal with as many places as it was rounded to: `65,50` of "65.50". */
export const rounded = (decimal: string): string => number(decimal, decimal.split('.')[1]?.length ?? 0);

/** `94,8 %` */
export const percent = (value: number | string, decimals?: number): string => `${number(value, decimals)}${NBSP}%`;

/** `500.000 đồng` */
export const money = (value: number | string): string =>
  languageInForce() === 'vi' ? `${number(value)}${NBSP}đồng` : `VND${NBSP}${number(value)}`;

/** `5,2 MB` of a file. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${number(bytes)}${NBSP}B`;
  if (bytes < 1024 * 1024) return `${number(Math.round(bytes / 1024))}${NBSP}KB`;
  return `${number(Math.round((bytes / 1024 / 1024) * 10) / 10)}${NBSP}MB`;
}

/** The name in the language in force, Vietnamese where there is no other. */
export const named = (thing: { readonly nameVi: string; readonly nameEn?: string | null }): string =>
  languageInForce() === 'en' && thing.nameEn ? thing.nameEn : thing.nameVi;

/** The title in the language in force, Vietnamese where there is no other. */
export const titled = (thing: { readonly titleVi: string; readonly titleEn?: string | null }): string =>
  named({ nameVi: thing.titleVi, nameEn: thing.titleEn });
