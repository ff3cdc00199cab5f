import { addDays } from '#lib/kernel';
import { type Window } from './windows.js';

/**
 * The system counts in half-months, 1–14 and 15–end of month: reporting windows of administrative reform run from a 15th to a 14th, years and
 * months from a 1st, and whole pieces fit both.
 */
export function pieceOf(day: string): Window {
  const month = day.slice(0, 8);
  return day.slice(8) < '15' ? { from: `${month}01`, to: `${month}14` } : { from: `${month}15`, to: lastOfMonth(day) };
}

export function isPiece({ from, to }: Window): boolean {
  const piece = pieceOf(from);
  return piece.from === from && piece.to === to;
}

/** The pieces that together are a window, in order of time; null for a window that begins or ends within one. */
export function piecesOf({ from, to }: Window): Window[] | null {
  const pieces: Window[] = [];
  for (let piece = pieceOf(from); piece.from <= to; piece = pieceOf(addDays(piece.to, 1))) pieces.push(piece);
  return pieces[0]?.from === from && pieces.at(-1)?.to === to ? pieces : null;
}

/** The pieces that are over on a day, from the one of so many days before; in order of time. */
export function piecesOver(today: string, daysBack: number): Window[] {
  const pieces: Window[] = [];
  for (let piece = pieceOf(addDays(today, -daysBack)); piece.to < today; piece = pieceOf(addDays(piece.to, 1))) pieces.push(piece);
  return pieces;
}

/** Working days after its end in which a piece may still change without a word, as late slips and reviews come in. */
export const SETTLES_AFTER = 5;

function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
