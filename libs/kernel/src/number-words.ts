const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const digit = (value: number): string => DIGITS[value] ?? '';
/** After tens, some digits have another name. */
const AFTER_TENS: Readonly<Record<number, string>> = { 1: 'mốt', 4: 'tư', 5: 'lăm' };
const BILLION = 1_000_000_000;

/** A whole number as it is said in Vietnamese: `mười triệu`, `hai mươi mốt nghìn ba trăm linh năm`. */
export function inVietnameseWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${String(value)} is no whole number that can be said`);
  return value === 0 ? digit(0) : said(value).join(' ');
}

function said(value: number): string[] {
  const billions = Math.floor(value / BILLION);
  const rest = belowBillion(value % BILLION, billions > 0);
  return billions > 0 ? [...said(billions), 'tỷ', ...rest] : rest;
}

/** `follows`: something greater was said before, so that noughts in front are said too. */
function belowBillion(value: number, follows: boolean): string[] {
  const parts = [
    [Math.floor(value / 1_000_000), 'triệu'],
    [Math.floor(value / 1000) % 1000, 'nghìn'],
    [value % 1000, ''],
  ] as const;
  return parts.reduce<string[]>((words, [part, scale]) => {
    if (part === 0) return words;
    return [...words, ...belowThousand(part, follows || words.length > 0), ...(scale ? [scale] : [])];
  }, []);
}

function belowThousand(value: number, follows: boolean): string[] {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const beyond = hundreds > 0 || follows;
  return [...(beyond ? [digit(hundreds), 'trăm'] : []), ...belowHundred(tens, ones, beyond)];
}

function belowHundred(tens: number, ones: number, beyond: boolean): string[] {
  if (tens === 0) return ones === 0 ? [] : [...(beyond ? ['linh'] : []), digit(ones)];
  if (tens === 1) return ['mười', ...(ones === 0 ? [] : [ones === 5 ? 'lăm' : digit(ones)])];
  return [digit(tens), 'mươi', ...(ones === 0 ? [] : [AFTER_TENS[ones] ?? digit(ones)])];
}
