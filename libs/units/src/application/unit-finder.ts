import { type EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Refused } from '#lib/kernel';
import { nameKey, unitCode } from '../domain/unit-keys.js';

/** Where a unit is looked for that a sheet names. */
export interface UnitSought {
  /** Those that may be meant. */
  readonly among: readonly string[];
  /** The day on which it is named: of several of one name or code, the one of that day is meant. */
  readonly day: string;
}

/**
 * The unit that is meant by its statistics code, its short form or its name. Refuses `IMPORT_UNIT_UNKNOWN` where none of those that may be
 * meant is called so, and `IMPORT_UNIT_UNCLEAR` where several are.
 */
export async function findUnit(em: EntityManager, text: string, { among, day }: UnitSought): Promise<{ id: string; nameVi: string }> {
  const { rows } = await sql<{ id: string; nameVi: string; thatDay: boolean }>`
    select u.id, u.name_vi as "nameVi", u.valid_from <= ${day}::date and coalesce(u.valid_to >= ${day}::date, true) as "thatDay"
    from unit u where u.id = any(${among}::uuid[])
      and (u.code = ${unitCode(text)} or name_key(u.name_vi) = ${nameKey(text)} or lower(u.abbreviation) = lower(${text.trim()}))
    order by u.id limit 20`.execute(em.getKysely());
  const thatDay = rows.filter((row) => row.thatDay);
  const [found, another] = thatDay.length > 0 ? thatDay : rows;
  if (!found) throw new Refused('IMPORT_UNIT_UNKNOWN', { unit: text });
  if (another) throw new Refused('IMPORT_UNIT_UNCLEAR', { unit: text });
  return found;
}
