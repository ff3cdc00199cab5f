import { createHash } from 'node:crypto';

/** The id of the thing of that name: the same in every run, in TypeScript as in the SQL that fills the database. */
export const idOf = (kind: string, name: number | string = ''): string =>
  createHash('md5')
    .update(`${kind}${String(name)}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-');

export const JUDGES = 16;

/** Who asks: each with a role for the district and a session. `O` the organiser, `S` who submits, `F` a commune's officer, `J1`… the judges. */
export const ASKERS = ['O', 'L', 'ADMIN', 'S', 'F', ...Array.from({ length: JUDGES }, (_, at) => `J${String(at + 1)}`)] as const;

export const tokenOf = (asker: string): string => `benchmark-token-of-${asker}`;

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The accounts that sign in, and what they all type. */
export const SIGNING_IN = 60;
export const PASSWORD = 'mot mat khau du dai 2026';
/** As the application keeps passwords: argon2id, which is what the library takes where nothing is said. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
export const emailOf = (n: number): string => `a${String(n)}@example.vn`;

/** In SQL: the id of a name, one of a list, and a number below `most` that looks thrown. Of the session, so that nothing is left behind. */
export const HELPERS = `
  create function pg_temp.id(what text) returns uuid language sql immutable as $$ select overlay(overlay(md5(what) placing '4' from 13) placing '8' from 17)::uuid $$;
  create function pg_temp.thrown(what text, most int) returns int language sql immutable as $$ select abs(hashtext(what) % most) $$;
  create function pg_temp.pick(what text, list text[]) returns text language sql immutable as $$ select list[1 + abs(hashtext(what) % cardinality(list))] $$;`;
