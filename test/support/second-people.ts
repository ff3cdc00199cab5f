import { PersonDouble, RoleGrant } from '#domain/identity';
import { type District, aPerson, aUnit } from './factories.js';
import { type RunningContest } from './harness.js';
import { type Twice } from './twice.js';

interface Edited {
  readonly id: string;
  readonly version: number;
}

/** Roles that wait for a second person, each decided in its way; and the first leader of a district that has none. */
export async function playGrants(contest: RunningContest, { units, people }: District, twice: Twice): Promise<void> {
  const personId = await aPerson(contest, { unitId: units.culture });
  const propose = async (role: string, unitId: string) =>
    (await twice.send(people.admin, 'grantRole', { personId, role, unitId }, 10)) as Edited;
  const decide = ({ id, version }: Edited, name: string, more = {}) =>
    twice.send(people.leader, name, { grantId: id, version, ...more }, 10);
  const { id: grantId } = await propose('JUDGE', units.culture);
  await twice.send(people.admin, 'withdrawGrant', { grantId, reason: 'Nhầm đơn vị.' }, 10);
  await decide(await propose('JUDGE', units.district), 'confirmGrant');
  await decide(await propose('LEADER', units.culture), 'refuseGrant', { reason: 'Không đúng thẩm quyền.' });
  const led = await aPerson(contest, { unitId: units.district, role: 'LEADER' });
  const held = await contest.em().findOneOrFail(RoleGrant, { person: led });
  const ask = async () => (await twice.send(people.admin, 'revokeGrant', { grantId: held.id, reason: 'Nghỉ hưu.' }, 10)) as Edited;
  await decide(await ask(), 'refuseRevocation', { reason: 'Chưa đến hạn.' });
  await decide(await ask(), 'confirmRevocation');
  const unitId = await aUnit(contest, 'Huyện Đan Phượng', { kind: 'DISTRICT', parentId: null });
  const first = await aPerson(contest, { unitId, role: 'ADMIN' });
  const named = { personId: await aPerson(contest, { unitId }), unitId, decision: { number: '5/QĐ-UBND', decidedOn: '2026-01-05' } };
  await twice.send(first, 'nameLeader', named, 10);
}

/** Records that look alike: two are of two people; others are merged while a contest is judged, refused, confirmed and put apart again. */
export async function playMerges(contest: RunningContest, { units, people }: District, twice: Twice): Promise<void> {
  const { culture: unitId } = units;
  const fullName = 'Phí Thị Hai Lần';
  const [mergedId, keptId] = [await aPerson(contest, { fullName, unitId }), await aPerson(contest, { fullName, unitId })];
  const propose = async () => (await twice.send(people.admin, 'mergePersons', { mergedId, keptId, reason: 'Một người.' }, 10)) as Edited;
  const on = ({ id, version: seen }: Edited) => ({ mergeId: id, version: seen });
  const decide = (name: string, edited: Edited, more = {}, by = people.leader) => twice.send(by, name, { ...on(edited), ...more }, 10);
  await decide('refusePersonMerge', await propose(), { reason: 'Chưa rõ.' });
  const merged = (await decide('confirmPersonMerge', await propose())) as Edited;
  const asked = (await decide('undoPersonMerge', merged, { reason: 'Hai người khác nhau.' }, people.admin)) as Edited;
  await decide('confirmPersonMerge', asked);
  const { id: doubleId, version } = await contest.em().findOneOrFail(PersonDouble, { $or: [{ first: mergedId }, { second: mergedId }] });
  await twice.send(people.admin, 'keepPersonsApart', { doubleId, version, reason: 'Hai chị em.' }, 10);
}

/** Conflicts told of the leader: one is answered and refused, one confirmed. */
export async function playConflicts(
  contest: RunningContest,
  { units, people }: District,
  twice: Twice,
  initiativeId: string,
): Promise<void> {
  const { organiser, leader } = people;
  const tell = async (type: string) =>
    (await twice.send(organiser, 'setConflict', { initiativeId, personId: leader, type, reason: 'Họ hàng.' }, 3)) as Edited;
  const other = await aPerson(contest, { unitId: units.interior, role: 'ORGANISER', roleUnitId: units.district });
  const on = ({ id, version }: Edited) => ({ conflictId: id, version });
  const told = on(await tell('FAMILY'));
  const heard = on((await twice.send(leader, 'answerConflict', { ...told, answer: 'Không phải họ hàng.' }, 3)) as Edited);
  await twice.send(other, 'refuseConflict', { ...heard, reason: 'Đã xác minh.' }, 3);
  const held = on((await twice.send(other, 'confirmConflict', { ...on(await tell('OTHER')), reason: 'Đúng.' }, 3)) as Edited);
  await twice.send(organiser, 'withdrawConflict', { ...on(await tell('FINANCIAL')), reason: 'Nhầm người.' }, 3);
  await twice.send(organiser, 'liftConflict', { ...held, reason: 'Đã hết.' }, 3);
}
