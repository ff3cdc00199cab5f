import { Refused } from '#lib/kernel';
import { type AwardDecision } from '../domain/award-decision.entity.js';
import { type ListOf, type NamedPlace } from './prize-field.queries.js';

/** Of a list that follows a result: prizes of the past follow none. */
export function listOf({ id, contest, drawnFrom, leftOut }: AwardDecision): ListOf {
  if (!drawnFrom) throw new Refused('STANDINGS_NOT_FINAL');
  return { id, contestId: contest.id, resultId: drawnFrom.id, leftOut };
}

/** The codes of initiatives, as they are named to people. */
export function codesOf(places: readonly NamedPlace[], ids: readonly string[]): string {
  const codes = new Map(places.map(({ initiativeId, code }) => [initiativeId, code]));
  return ids.map((id) => codes.get(id) ?? id).join(', ');
}
