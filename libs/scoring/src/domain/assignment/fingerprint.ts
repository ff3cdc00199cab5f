import { createHash } from 'node:crypto';
import { type AssignmentTable } from './assignment-table.js';

/**
 * SHA-256, in hexadecimal, of everything in a table that a proposal rests on: how many judges are needed, initiatives, jury, cards, conflicts, pairs.
 * That a card was begun since is not in it: only a proposal that takes it away minds, and is held against it when it is applied.
 */
export function fingerprintOf({ needed, initiatives, judges, cards, barred, pairs }: AssignmentTable): string {
  const facts = [
    needed,
    initiatives.map(({ id, areaId }) => [id, areaId]),
    judges.map(({ id, loadMin, loadMax, available, unitIds, areaIds }) => [id, loadMin, loadMax, available, unitIds, areaIds]),
    cards.map(({ id, initiativeId, judgeId, excused }) => [id, initiativeId, judgeId, excused]),
    barred.map(({ initiativeId, personId }) => `${initiativeId} ${personId}`).toSorted(),
    pairs,
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
