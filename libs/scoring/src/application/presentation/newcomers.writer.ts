import { sql } from 'kysely';
import { newId } from '#lib/kernel';
import { type Act } from '#lib/platform';
import { drawnOrder } from '../../domain/presentation/draw.js';
import { IN_ROUND } from '../common/scope.js';

interface Newcomer {
  readonly id: string;
  readonly code: string;
  readonly drawId: string;
  readonly seed: number;
  readonly last: number;
}

/**
 * Who came into a round after its order was drawn presents after all others, several of them in the order that the seed of the draw
 * gives their codes. The draw itself stands. Nothing is written where there is no draw, or where signing is locked.
 */
export async function placeNewcomers({ em, record }: Act, roundId: string): Promise<void> {
  const { rows } = await sql<Newcomer>`
    select i.id, i.code, drawn.id as "drawId", drawn.seed, (select coalesce(max(s.place), 0) from presentation_slot s where s.draw_id = drawn.id) as last
    from round r join presentation_draw drawn on drawn.round_id = r.id and drawn.superseded_at is null join initiative i on ${IN_ROUND}
    where r.id = ${roundId} and r.state in ('PLANNED', 'OPEN')
      and not exists (select 1 from presentation_slot s where s.draw_id = drawn.id and s.initiative_id = i.id)`.execute(em.getKysely());
  const [first] = rows;
  if (!first) return;
  const idOf = new Map(rows.map(({ id, code }) => [code, id]));
  const codes = drawnOrder([...idOf.keys()], first.seed);
  await sql`
    insert into presentation_slot (id, draw_id, initiative_id, drawn_place, place, version)
    select placed.id, ${first.drawId}::uuid, placed.initiative_id, null, ${first.last}::int + placed.at, 1
    from unnest(${codes.map(() => newId())}::uuid[], ${codes.map((code) => idOf.get(code) ?? '')}::uuid[]) with ordinality as placed (id, initiative_id, at)`.execute(
    em.getKysely(),
  );
  record({ subject: { type: 'Round', id: roundId }, after: { presentLast: codes } });
}
