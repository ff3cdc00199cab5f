import { GrantService, PersonService } from '#lib/identity';
import { type Role, SYSTEM } from '#lib/kernel';
import { type PersonSeed, extraAuthors, people } from '../content/index.js';
import { DEMO_PASSWORD } from '../demo-accounts.js';
import { CITY, DISTRICT, type Season, of2025 } from './season.js';
import { REORGANISED_ON } from './units.js';

const BEGINNING = '2021-01-01';

/** The paper by which the district appointed everybody. */
const APPOINTED = { number: '01/QĐ-UBND', decidedOn: BEGINNING };

/** Everyone with an account, each with the roles and the position of the content, and the co-authors who have none. */
export async function loadPeople(season: Season): Promise<void> {
  for (const seed of people) await loadPerson(season, seed);
  for (const { key, fullName, unitCode, position } of extraAuthors) {
    const unitId = season.unit(unitCode);
    const { id } = await season.get(PersonService).createPerson(SYSTEM, { fullName, unitId });
    await season.get(PersonService).addPosition(SYSTEM, { personId: id, unitId, titleVi: position, titleEn: position, from: BEGINNING });
    season.keepPerson(key, id, []);
  }
}

async function loadPerson(season: Season, seed: PersonSeed): Promise<void> {
  const { key, fullName, email, unitCode, position, positionEn, confirms = false } = seed;
  const unitId = unitCode === null ? null : season.unit(unitCode);
  const { id } = await season
    .get(PersonService)
    .createPerson(SYSTEM, { fullName, email, unitId, external: unitId === null, password: DEMO_PASSWORD });
  if (unitId !== null) {
    await season
      .get(PersonService)
      .addPosition(SYSTEM, { personId: id, unitId, titleVi: position, titleEn: positionEn, heads: confirms, from: BEGINNING });
  }
  const grants = rolesOf(seed).map((role) => season.grant(role, reachOf(role, seed)));
  for (const { role, unitId: grantedFor } of grants) {
    await season.get(GrantService).grantRole(SYSTEM, { personId: id, role, unitId: grantedFor, validFrom: BEGINNING, decision: APPOINTED });
  }
  const now = sinceReorganised(seed).map(([role, code]) => season.grant(role, code));
  for (const { role, unitId: grantedFor } of now)
    await season
      .get(GrantService)
      .grantRole(SYSTEM, { personId: id, role, unitId: grantedFor, validFrom: REORGANISED_ON, decision: APPOINTED });
  season.keepPerson(key, id, [...grants, ...now]);
}

/** An officer goes on in the commune that theirs became; who organises and who signs go on for the city, since no district is above communes now. */
function sinceReorganised({ roles, since2025 }: PersonSeed): (readonly [Role, string])[] {
  if (since2025) return [['COMMUNE_OFFICER', of2025(since2025)]];
  return roles.filter((role) => role === 'ORGANISER' || role === 'LEADER').map((role) => [role, CITY]);
}

/** Who confirms what a unit sends in reads it as its submitters do. */
function rolesOf({ roles, confirms = false }: PersonSeed): Role[] {
  return [...new Set<Role>([...roles, ...(confirms ? (['SUBMITTER'] as const) : [])])];
}

/** An administrator sees to the whole tree, the office and the jury to the district, everybody else to their own unit. */
function reachOf(role: Role, { unitCode }: PersonSeed): string {
  if (role === 'ADMIN') return CITY;
  return role === 'ORGANISER' || role === 'LEADER' || role === 'JUDGE' ? DISTRICT : (unitCode ?? DISTRICT);
}
