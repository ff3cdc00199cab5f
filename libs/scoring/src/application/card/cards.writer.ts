import { type RawBuilder, sql } from 'kysely';
import { newId } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { type Round } from '../../domain/round/round.entity.js';

/**
 * New cards for a round, in one statement; their judges are told by the event. `extra` are those of further judges.
 * Returns the ids, in the order of the pairs.
 */
export async function addCards(
  { em, at, record, emit }: Act,
  round: Round,
  { pairs, extra }: { pairs: readonly { initiativeId: string; judgeId: string }[]; extra: boolean },
): Promise<string[]> {
  if (pairs.length === 0) return [];
  const ids = inChanceOrder(pairs.map(() => newId()));
  await sql`
    insert into scorecard (id, round_id, initiative_id, judge_id, state, extra, late, marks, assigned_at, version)
    select added.id, ${round.id}::uuid, added.initiative_id, added.judge_id, 'DRAFT', ${extra}, ${round.state === 'SETTLING'}, '[]', ${at}, 1
    from unnest(${ids}::uuid[], ${pairs.map(({ initiativeId }) => initiativeId)}::uuid[], ${pairs.map(({ judgeId }) => judgeId)}::uuid[])
      as added (id, initiative_id, judge_id)`.execute(em.getKysely());
  if (pairs.length === 1) record({ subject: { type: 'Scorecard', id: ids[0] ?? '' }, after: { roundId: round.id, ...pairs[0], extra } });
  const judgeIds = [...new Set(pairs.map(({ judgeId }) => judgeId))];
  emit({ type: 'judges.assigned', payload: { roundId: round.id, contestId: round.contest.id, judgeIds } });
  return ids;
}

interface DroppedCard {
  readonly roundId: string;
  readonly initiativeId: string;
  readonly judgeId: string;
}

/**
 * Takes back cards `c` of initiatives `i` from rounds `r` that are planned: nobody has begun on one, so nothing is lost; the log keeps who
 * was to judge what.
 */
export async function dropCards({ em, record }: Act, which: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<DroppedCard>`
    delete from scorecard c using round r, initiative i where r.id = c.round_id and i.id = c.initiative_id and r.state = 'PLANNED' and ${which}
    returning c.round_id as "roundId", c.initiative_id as "initiativeId", c.judge_id as "judgeId"`.execute(em.getKysely());
  for (const [id, cards] of Map.groupBy(rows, ({ roundId }) => roundId)) {
    const assigned = cards.map(({ initiativeId, judgeId }) => ({ initiativeId, judgeId }));
    record({ subject: { type: 'Round', id }, before: { assigned }, after: { assigned: [] } });
  }
}

/** An id has its moment in it, and a result pack shows ids: in the order of the pairs they would tell which of its judges comes first. */
function inChanceOrder(ids: readonly string[]): string[] {
  const random = (id: string) => id.slice(-12);
  return ids.toSorted((a, b) => (random(a) < random(b) ? -1 : 1));
}
