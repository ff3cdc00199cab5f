import { Refused, type WhyNot, foldMarks } from '#lib/kernel';

const SHORTEST = 2;

/** `SEARCH_TOO_SHORT` for less than two letters of a name, so that nobody walks the whole list. */
export function whyNotSearch(search: string): WhyNot {
  return foldMarks(search).length < SHORTEST ? new Refused('SEARCH_TOO_SHORT', { min: SHORTEST }, 'search') : null;
}
