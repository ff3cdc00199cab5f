import { isDay, wallClock } from '#lib/kernel';
import { type CellValue } from './table.js';

const DAY_MS = 86_400_000;
/** Workbooks count days from here; those before 1 March 1900 are one off there, and are written as text. */
const FIRST = Date.UTC(1899, 11, 30);
const FIRST_RIGHT = 61;

/** The day as workbooks count it; null for what is no day, or one that they count wrongly. */
export function daySerial(value: CellValue): number | null {
  if (typeof value !== 'string' || !isDay(value)) return null;
  const serial = (Date.parse(`${value}T00:00:00Z`) - FIRST) / DAY_MS;
  return serial >= FIRST_RIGHT ? serial : null;
}

/** The moment as a wall clock in Hà Nội shows it, counted in days and to the second. */
export function momentSerial(value: CellValue): number | null {
  const at = momentOf(value);
  if (!at) return null;
  const serial = Math.round((wallClock(at).getTime() - FIRST) / 1000) / 86_400;
  return serial >= FIRST_RIGHT ? serial : null;
}

/** `2026-11-26 09:41:05`, as a wall clock in Hà Nội shows it. */
export function momentText(value: CellValue): string | null {
  const at = momentOf(value);
  return at && wallClock(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** What JSON has made a text of is the moment that it was. */
function momentOf(value: CellValue): Date | null {
  if (value === null || typeof value === 'number') return null;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? null : at;
}
