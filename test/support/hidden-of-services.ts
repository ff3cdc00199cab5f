import { sql } from 'kysely';
import { type HiddenChange, type Hiding, judges, others, seal, some } from './hiding.js';

const surprise = (hiding: Hiding) => sql`kind = 'SURPRISE' and state = 'ORDERED' and ${others(hiding, 'ordered_by_id')}`;

/** Holds are the office's and the leader's: neither whom they are about nor their head, an organiser of themselves or anybody else may tell. */
const HOLDS: readonly HiddenChange[] = [
  {
    table: 'hold',
    shownTo: ['conflicted organiser', 'conflicted leader'],
    statement: (h) => sql`insert into hold (id, subject_id, starts_on, ground, illustrative)
      select gen_random_uuid(), p.id, current_date - ${h.seed % 90}::int, ${`Đơn ${String(h.seed)}`}, false from person p where ${some(h, 2, 'p.id')}`,
  },
  {
    table: 'hold',
    shownTo: ['conflicted organiser', 'conflicted leader'],
    statement: (h) => sql`insert into hold (id, subject_id, starts_on, ground, illustrative)
      select gen_random_uuid(), p.id, current_date - 900, ${`Đơn ${String(h.seed)}`}, false from person p where p.id = any(${[...h.readers]}::uuid[])`,
  },
];

const OVERSEES = ['conflicted leader'];

/** A surprise is known to its team, to who orders it and to the leader until it starts. */
const SURPRISES: readonly HiddenChange[] = [
  {
    table: 'inspection',
    shownTo: OVERSEES,
    statement: (
      h,
    ) => sql`insert into inspection (id, kind, unit_id, decision_number, decided_on, ordered_by_id, ordered_at, state, salt, illustrative)
      select gen_random_uuid(), 'SURPRISE', u.id, ${`${String(h.seed)}/QĐ`}, current_date, j.id, now(), 'ORDERED', ${seal(h.seed)}, false
      from unit u cross join (select min(id::text)::uuid as id from ${judges(h)} one) j where ${some(h, 2, 'u.id')}`,
  },
  {
    table: 'inspection',
    shownTo: OVERSEES,
    statement: (
      h,
    ) => sql`update inspection set decision_number = ${`${String(h.seed)}/QĐ-KT`}, version = version + 1, salt = ${seal(h.seed)}
      where ${surprise(h)} and ${some(h, 2)}`,
  },
  {
    table: 'inspection',
    shownTo: OVERSEES,
    statement: (h) => sql`delete from inspection where ${surprise(h)} and ${some(h, 3)}
      and id not in (select inspection_id from inspection_member union all select inspection_id from inspection_item)`,
  },
  {
    table: 'inspection_member',
    shownTo: OVERSEES,
    statement: (h) => sql`insert into inspection_member (id, inspection_id, person_id, leads, place)
      select gen_random_uuid(), inspection.id, j.id, false, ${h.seed + 2} from inspection join ${judges(h)} j on true
      where ${surprise(h)} and ${some(h, 2, 'j.id')} on conflict do nothing`,
  },
  {
    table: 'inspection_item',
    shownTo: OVERSEES,
    statement: (h) => sql`insert into inspection_item (id, inspection_id, place, question)
      select gen_random_uuid(), inspection.id, ${h.seed + 1}, ${`Mục ${String(h.seed)}`} from inspection where ${surprise(h)} on conflict do nothing`,
  },
];

/** What is not settled of the index is the office's and the unit's. */
const UNSETTLED = sql`(select sh.id from index_sheet sh where sh.state = 'OPEN')`;
const INDEX: readonly HiddenChange[] = [
  {
    table: 'index_score',
    shownTo: ['conflicted organiser', 'conflicted leader', 'commune officer'],
    statement: (h) => sql`update index_score set self_points = mod(${h.seed}::int, 4) * step, evidence = ${`Văn bản ${String(h.seed)}`}
      where sheet_id in ${UNSETTLED} and ${some(h, 2)}`,
  },
];

export const HIDDEN_OF_SERVICES: readonly HiddenChange[] = [...HOLDS, ...SURPRISES, ...INDEX];
