import { type RawBuilder, sql } from 'kysely';
import { plainAddress } from '#domain/identity';
import { nameKey } from '#domain/units';
import { reachablePerson } from '#lib/identity';
import { Refused, type Words, localDate } from '#lib/kernel';
import { type Act } from '#lib/platform';

const PERMISSION = 'achievement:manage';
/** As many are shown of those who may be meant. */
const SHOWN = 5;

/** How a list says whom it means. */
export interface OfficialSought {
  readonly fullName: string;
  readonly email: string | null;
  /** What they are there; tells apart those of one name. */
  readonly position: string | null;
  readonly unitId: string;
}

interface Candidate {
  readonly id: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly unitVi: string | null;
  readonly unitEn: string | null;
  readonly positionVi: string | null;
  readonly positionEn: string | null;
  /** Works in the unit, or held a position there. */
  readonly here: boolean;
  /** Holds or held the position that the list names. */
  readonly fits: boolean;
}

/**
 * The official whom a list means, of those whom the actor reaches: by the address, else who has the name and works or worked in the unit, of
 * several who holds or held the position. A name alone is nobody's: who has it elsewhere is shown, as all are of whom one may be meant, for the
 * address to be written. Refuses `ACHIEVEMENT_PERSON_UNKNOWN`, `IMPORT_PERSON_OTHER`, `ACHIEVEMENT_PERSON_ELSEWHERE`, `ACHIEVEMENT_PERSON_UNCLEAR`.
 */
export async function findOfficial(act: Act, sought: OfficialSought): Promise<string> {
  const { fullName, email, position } = sought;
  const found = await candidates(act, sought);
  const one = email === null ? byName(found, { fullName, position }) : byAddress(found, { fullName, email });
  return one.id;
}

function byAddress([found]: readonly Candidate[], { fullName, email }: { fullName: string; email: string }): Candidate {
  if (!found) throw new Refused('ACHIEVEMENT_PERSON_UNKNOWN', { who: email }, 'email');
  if (nameKey(found.fullName) !== nameKey(fullName)) throw new Refused('IMPORT_PERSON_OTHER', { name: found.fullName }, 'email');
  return found;
}

function byName(found: readonly Candidate[], { fullName, position }: { fullName: string; position: string | null }): Candidate {
  const here = found.filter((one) => one.here);
  if (found.length === 0) throw new Refused('ACHIEVEMENT_PERSON_UNKNOWN', { who: fullName }, 'fullName');
  if (here.length === 0) throw new Refused('ACHIEVEMENT_PERSON_ELSEWHERE', { name: fullName, known: shown(found) }, 'fullName');
  const fitting = position !== null && here.length > 1 ? here.filter((one) => one.fits) : here;
  const [one, another] = fitting;
  if (!one || another) throw new Refused('ACHIEVEMENT_PERSON_UNCLEAR', { name: fullName, known: shown(here) }, 'fullName');
  return one;
}

const shown = (found: readonly Candidate[]): Words[] =>
  found.slice(0, SHOWN).map(({ email, unitVi, unitEn, positionVi, positionEn }) => {
    const said = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(', ');
    return { vi: said(email ?? 'chưa có thư điện tử', positionVi, unitVi), en: said(email ?? 'no e-mail address', positionEn, unitEn) };
  });

async function candidates({ em, actor, at }: Act, { fullName, email, position, unitId }: OfficialSought): Promise<readonly Candidate[]> {
  const today = localDate(at);
  const who = email === null ? sql`name_key(p.full_name) = ${nameKey(fullName)}` : sql`p.email = ${plainAddress(email)}`;
  const reached = actor.isSystem ? sql`true` : reachablePerson(actor, PERMISSION, today);
  const fits =
    position === null
      ? sql`false`
      : sql`exists (select 1 from position o where o.person_id = p.id and name_key(o.title_vi) = ${nameKey(position)})`;
  const last = (title: RawBuilder<unknown>) =>
    sql`(select ${title} from position o where o.person_id = p.id order by o."to" desc nulls first, o."from" desc, o.id limit 1)`;
  const { rows } = await sql<Candidate>`
    select p.id, p.full_name as "fullName", p.email, u.name_vi as "unitVi", u.name_en as "unitEn",
      ${last(sql`o.title_vi`)} as "positionVi", ${last(sql`o.title_en`)} as "positionEn", ${fits} as fits,
      coalesce(p.unit_id = ${unitId}, false) or exists (select 1 from position o where o.person_id = p.id and o.unit_id = ${unitId}) as here
    from person p left join unit u on u.id = p.unit_id
    where ${who} and p.merged_into_id is null and ${reached} order by here desc, p.id limit 20`.execute(em.getKysely());
  return rows;
}
