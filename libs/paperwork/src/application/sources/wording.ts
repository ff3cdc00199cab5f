import { ReadingConfig, doReadNumber } from 'read-vietnamese-number';
import { asSentence, localDate } from '#lib/kernel';

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/** `30.000.000`. */
export const grouped = (amount: number): string => NUMBER.format(amount);

/** `30.000.000 đồng`. */
export const inDong = (amount: number): string => `${grouped(amount)} đồng`;

/** In the words of official papers: `linh`, `tỷ`, and đồng at the end. */
const IN_WORDS = Object.assign(new ReadingConfig(), {
  oddText: 'linh',
  units: [[], ['nghìn'], ['triệu'], ['tỷ']],
  unit: ['đồng'],
});

/** As officials write an amount that is decided: `30.000.000 đồng (Bằng chữ: Ba mươi triệu đồng chẵn)`; even where no hundreds are left over. */
export function inDongAndWords(amount: number): string {
  const words = doReadNumber(BigInt(amount), IN_WORDS);
  const even = amount > 0 && amount % 1000 === 0 ? ' chẵn' : '';
  return `${inDong(amount)} (Bằng chữ: ${asSentence(words)}${even})`;
}

/** A decimal as it is written in Vietnamese: `92,50`, with as many places as it has. */
export const decimal = (value: string): string => {
  const [whole = '0', fraction] = value.split('.');
  return `${NUMBER.format(Number(whole))}${fraction ? `,${fraction}` : ''}`;
};

/** `03/02/2026`, of an ISO day. */
export const dayOf = (day: string): string => day.slice(0, 10).split('-').reverse().join('/');

/** `03 tháng 02 năm 2026`, of an ISO day: days below ten and the first two months with a nought. */
export function longDay(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${date} tháng ${Number(month) > 2 ? String(Number(month)) : month} năm ${year}`;
}

/** `03/02/2026`, of a moment: on the day that it is in Vietnam. */
export const dayAt = (moment: string): string => dayOf(localDate(new Date(moment)));

/** `03` of a count below ten, as counts are written in papers. */
export const counted = (count: number): string => String(count).padStart(2, '0');
