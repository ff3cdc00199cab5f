import type pg from 'pg';

/** A foreign key, as the statements that take it away and put it back; putting it back checks every row. */
export async function foreignKeysOf(client: pg.ClientBase): Promise<{ drop: string; add: string }[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by conrelid::regclass::text, conname`);
  return rows;
}

/** Triggers that write rows of their own, and would write them twice; those of constraints only check, and stay. */
export async function rowTriggersOf(client: pg.ClientBase): Promise<{ disable: string; enable: string }[]> {
  const { rows } = await client.query<{ disable: string; enable: string }>(`
    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as disable,
           format('alter table %s enable trigger %I', tgrelid::regclass, tgname) as enable
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and tgconstraint = 0 and tgenabled = 'O' and c.relnamespace = current_schema()::regnamespace`);
  return rows;
}
