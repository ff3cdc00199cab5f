import { type Locale } from './actor.js';
import { isDay, readMoment, shownDay } from './calendar.js';
import { localMoment } from './clock.js';
import { shownNumber } from './numbers.js';

/** How something is called, in both languages. */
export type Words = Readonly<Record<Locale, string>>;

interface DayFact {
  readonly day: string;
}
interface MomentFact {
  readonly moment: string;
}
interface BytesFact {
  readonly bytes: number;
}
interface DecimalFact {
  readonly decimal: string;
}

/** One thing that a message names. A text is said as it was written: a name, a code, what somebody typed, a year. */
export type Fact = string | number | Words | DayFact | MomentFact | BytesFact | DecimalFact;

/** A calendar day (`YYYY-MM-DD`), said as `15/10/2026` or `15 October 2026`. */
export const day = (text: string): DayFact => ({ day: text });

/** A moment, said as `17 giờ 00 ngày 15/10/2026` or `17:00 on 15 October 2026`, in Asia/Ho_Chi_Minh. */
export const moment = (at: Date): MomentFact => ({ moment: at.toISOString() });

/** A size, said in the largest unit that fits: `20 MB`. */
export const bytes = (size: number): BytesFact => ({ bytes: size });

/** An exact decimal, said as `1.250,5` or `1,250.5`. */
export const decimal = (text: string): DecimalFact => ({ decimal: text });

/** What people call a criterion, a round, a tier or an indicator: its name, its key where nobody has named it yet. */
export function nameOf({ key, nameVi, nameEn }: { readonly key: string; readonly nameVi: string; readonly nameEn: string }): Words {
  return { vi: nameVi.trim() || key, en: nameEn.trim() || key };
}

/** A fact, or a list of them, as people read it in a language. */
export function shownFact(fact: Fact | readonly Fact[], locale: Locale): string {
  if (isList(fact)) return fact.map((one) => shownFact(one, locale)).join(', ');
  if (typeof fact === 'number') return shownNumber(String(fact), locale);
  if (typeof fact === 'string') return shownText(fact, locale);
  if ('day' in fact) return shownDay(fact.day, locale);
  if ('moment' in fact) return localMoment(new Date(fact.moment), locale);
  if ('bytes' in fact) return shownSize(fact.bytes, locale);
  return 'decimal' in fact ? shownNumber(fact.decimal, locale) : fact[locale];
}

const isList = (fact: Fact | readonly Fact[]): fact is readonly Fact[] => Array.isArray(fact);

/** No message shows a date as machines write it, whoever forgot to say that it is one. */
function shownText(text: string, locale: Locale): string {
  if (isDay(text)) return shownDay(text, locale);
  const at = readMoment(text);
  return at ? localMoment(at, locale) : text;
}

const UNITS = ['byte', 'KB', 'MB', 'GB', 'TB'] as const;

function shownSize(size: number, locale: Locale): string {
  const step = Math.min(size > 0 ? Math.floor(Math.log2(size) / 10) : 0, UNITS.length - 1);
  const inUnit = size / 1024 ** step;
  const unit = UNITS[step] ?? 'byte';
  return `${shownNumber(inUnit.toFixed(inUnit < 10 ? 1 : 0), locale)} ${unit === 'byte' && locale === 'en' && size !== 1 ? 'bytes' : unit}`;
}

/** Whether a number of this name is a year, which is said without a mark between its digits. */
export const namesYear = (name: string): boolean => /(^y|Y)ear$/.test(name);

/** A text with its holes filled: `{name}` is the fact of that name. */
export function fill(text: string, facts: Readonly<Record<string, Fact | readonly Fact[] | undefined>>, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const fact = facts[name];
    if (typeof fact === 'number' && namesYear(name)) return String(fact);
    return fact === undefined ? hole : shownFact(fact, locale);
  });
}

/** A sentence begins with a capital: what fills its first hole may not. */
export function asSentence(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase('vi') + text.slice(first.length);
}
