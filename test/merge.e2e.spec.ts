import { Account, Person, PersonDouble, PersonMerge, RoleGrant } from '#domain/identity';
import { Conflict } from '#domain/jury';
import { PersonService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { AuditEntry } from '#lib/platform';
import { awaitedOf } from './support/awaiting.js';
import { type District, PASSWORD, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aJudging } from './support/judging.js';
import { lastMailTo, mutation, signIn } from './support/sign-in.js';
import { suspected } from './support/suspected.js';

const MERGE = '... on PersonMerge { id state merged { id } kept { id } version canConfirm canUndo }';
const OUTLOOK = `query ($mergedId: ID!, $keptId: ID!) { mergeOutlook(mergedId: $mergedId, keptId: $keptId) {
  merged { id } kept { id } touched { kind merged kept } needsSecond whyNotMerge { code problems { code } } } }`;
const DOUBLES =
  '{ personDoubles(first: 50) { edges { node { id version first { id fullName email } second { id fullName email } sameName sameMailbox unit { nameVi } } } } }';
const reason = 'Một người có hai hồ sơ.';

let contest: RunningContest;
let district: District;
let admin: Client;
let leader: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  admin = await contest.as(district.people.admin);
  leader = await contest.as(district.people.leader);
});
afterAll(() => contest.stop());

const merge = (mergedId: string, keptId: string, by = admin): Promise<any> =>
  by.ask(mutation('mergePersons', 'MergePersonsInput', MERGE), { input: { mergedId, keptId, reason } });
const decide = (name: 'confirm' | 'refuse' | 'undo', { id, version }: any, by: Client): Promise<any> => {
  const Name = name.charAt(0).toUpperCase() + name.slice(1);
  const input = { mergeId: id, version, ...(name !== 'confirm' && { reason }) };
  return by.ask(mutation(`${name}PersonMerge`, `${Name}PersonMergeInput`, MERGE), { input });
};
const outlook = (mergedId: string, keptId: string, by = admin): Promise<any> => by.ask(OUTLOOK, { mergedId, keptId });
const codes = ({ whyNotMerge }: any): string[] => (whyNotMerge?.problems ?? []).map(({ code }: any) => code);
const doubles = async (by = admin): Promise<any[]> => (await by.ask(DOUBLES)).edges.map(({ node }: any) => node);
const doubleOf = async (...ids: string[]) =>
  (await doubles()).find(({ first, second }) => ids.includes(first.id) && ids.includes(second.id));

let serial = 0;
/** Two records of one name in one unit; the second has no account. */
async function two(): Promise<{ account: string; plain: string; email: string }> {
  serial += 1;
  const fullName = `Đào Thị Bích ${'ABCDEFGHIJKLMNOP'.charAt(serial)}`;
  const email = `bich${String(serial)}@example.vn`;
  const { culture: unitId } = district.units;
  const account = await aPerson(contest, { fullName, unitId, role: 'SUBMITTER', email, password: PASSWORD });
  const { id: plain } = await contest.get(PersonService).createPerson(SYSTEM, { fullName: fullName.toUpperCase(), unitId });
  return { account, plain, email };
}

test('records of one name in one unit are found, tone marks and case aside, and those of one mailbox; others are not', async () => {
  const { culture, finance } = district.units;
  const people = contest.get(PersonService);
  const make = async (fullName: string, unitId: string, email: string | null = null) =>
    (await people.createPerson(SYSTEM, { fullName, unitId, email })).id;
  const one = await make('Tống Thị Mây', culture);
  const same = await make('TONG THI MAY', culture);
  const elsewhere = await make('Tống Thị Mây', finance);
  const mail = await make('Hà Văn Gió', culture, 'ha.gio@example.vn');
  const tagged = await make('Nông Văn Khác', finance, 'hagio+thi@example.vn');

  expect(await doubleOf(one, same)).toMatchObject({ sameName: true, sameMailbox: false, unit: { nameVi: 'Phòng Văn hóa và Thông tin' } });
  const ofOneBox = await doubleOf(mail, tagged);
  expect(ofOneBox).toMatchObject({ sameName: false, sameMailbox: true, unit: null });
  expect([ofOneBox.first, ofOneBox.second]).toContainEqual({ id: mail, fullName: 'Hà Văn Gió', email: 'ha.gio@example.vn' });
  expect(await doubleOf(one, elsewhere)).toBeUndefined();
  await contest.em().nativeUpdate(Person, { id: same }, { fullName: 'Tống Thị Mận' });
  expect(await doubleOf(one, same)).toBeUndefined();
  const local = await contest.as(await aPerson(contest, { unitId: finance, role: 'ADMIN' }));
  expect(await doubles(local)).toEqual([]);
});

test('two people of one name are said to be two, and leave the list for good', async () => {
  const { account, plain } = await two();
  const { id: doubleId, version } = (await doubleOf(account, plain)) as { id: string; version: number };
  const waits = async () =>
    (await awaitedOf(admin, 'doubleDecide')).filter(({ subjectId }) => [account, plain].includes(subjectId as string));
  expect(await waits()).toMatchObject([{ count: 1, link: '/doubles' }]);
  const APART = mutation('keepPersonsApart', 'KeepPersonsApartInput', '... on PersonDouble { id dismissedAt }');
  const input = { doubleId, version, reason: 'Hai chị em họ.' };

  expect(await admin.ask(APART, { input })).toMatchObject({ id: doubleId, dismissedAt: contest.clock.now().toISOString() });
  expect(await waits()).toEqual([]);
  expect(await admin.ask(APART, { input })).toMatchObject({ code: 'DOUBLE_DISMISSED' });
  await contest.em().nativeUpdate(Person, { id: plain }, { phone: '0900', fullName: 'Đào Thị Bích' });
  await contest.em().nativeUpdate(Person, { id: account }, { fullName: 'ĐÀO THỊ BÍCH' });
  expect(await doubleOf(account, plain)).toBeUndefined();
});

test('records that nothing says are of one person are not merged, nor those that were said to be two, nor once they are alike no more', async () => {
  const [a, b] = [await two(), await two()];
  expect(codes(await outlook(a.plain, b.account))).toEqual(['MERGE_NOT_ALIKE']);
  expect(await merge(a.plain, b.account)).toMatchObject({ code: 'MERGE_NOT_ALIKE', path: 'mergedId' });

  const { id: doubleId, version } = (await doubleOf(a.account, a.plain)) as { id: string; version: number };
  const APART = mutation('keepPersonsApart', 'KeepPersonsApartInput', '... on PersonDouble { id }');
  expect(await admin.ask(APART, { input: { doubleId, version, reason: 'Hai chị em họ.' } })).toEqual({
    __typename: 'PersonDouble',
    id: doubleId,
  });
  expect(await merge(a.plain, a.account)).toMatchObject({ code: 'MERGE_NOT_ALIKE' });

  expect(codes(await outlook(b.plain, b.account))).toEqual([]);
  await contest.em().nativeUpdate(Person, { id: b.plain }, { fullName: 'Tên khác hẳn' });
  expect(await merge(b.plain, b.account)).toMatchObject({ code: 'MERGE_NOT_ALIKE' });
  expect(await contest.em().count(PersonMerge, { merged: { $in: [a.plain, b.plain] } })).toBe(0);
});

test('a merge shows what it touches first; then one record points to the other, its account is shut, its roles rest, and nothing is gone', async () => {
  const kept = await two();
  const { account: merged, email } = await two();
  await suspected(contest, merged, kept.account);
  const people = await contest.em().count(Person);
  expect(await outlook(merged, kept.account)).toEqual({
    merged: { id: merged },
    kept: { id: kept.account },
    touched: [
      { kind: 'ROLES', merged: 1, kept: 1 },
      { kind: 'POSITIONS', merged: 0, kept: 0 },
      { kind: 'SESSIONS', merged: 0, kept: 0 },
      { kind: 'SEATS', merged: 0, kept: 0 },
      { kind: 'AUTHORSHIPS', merged: 0, kept: 0 },
      { kind: 'CARDS', merged: 0, kept: 0 },
    ],
    needsSecond: false,
    whyNotMerge: null,
  });

  const done = await merge(merged, kept.account);
  expect(done).toMatchObject({
    __typename: 'PersonMerge',
    state: 'IN_FORCE',
    merged: { id: merged },
    kept: { id: kept.account },
    canUndo: true,
  });
  expect(await contest.em().count(Person)).toBe(people);
  expect((await contest.em().findOneOrFail(Person, { id: merged })).mergedInto?.id).toBe(kept.account);
  expect(await contest.em().findOneOrFail(RoleGrant, { person: merged })).toMatchObject({ state: 'RESTING' });
  expect(await contest.em().count(RoleGrant, { person: kept.account })).toBe(1);
  expect((await signIn(contest, email)).body.code).toBe('SIGN_IN_FAILED');
  expect((await signIn(contest, kept.email)).body.__typename).toBe('Session');
  expect(await lastMailTo(contest, email)).toContain('đã được gộp vào hồ sơ');
  expect(await lastMailTo(contest, kept.email)).toContain('đã được gộp vào hồ sơ');
  const [entry] = await contest.em().find(AuditEntry, { operation: 'mergePersons', subjectType: 'PersonMerge', subjectId: done.id });
  expect(entry?.body).toContain(reason);
  const EDIT = mutation('editPerson', 'EditPersonInput', '... on Person { id }');
  expect(await admin.ask(EDIT, { input: { personId: merged, version: 1, fullName: 'Tên khác', locale: 'vi' } })).toMatchObject({
    code: 'PERSON_MERGED',
  });

  const undone = await decide('undo', done, admin);
  expect(undone).toMatchObject({ state: 'UNDONE', canUndo: false });
  expect((await contest.em().findOneOrFail(Person, { id: merged })).mergedInto).toBeNull();
  expect(await contest.em().findOneOrFail(RoleGrant, { person: merged })).toMatchObject({ state: 'IN_FORCE' });
  expect((await signIn(contest, email)).body.__typename).toBe('Session');
  expect(await decide('undo', undone, admin)).toMatchObject({ code: 'MERGE_NOT_IN_FORCE' });
});

test('no chain, no merge into oneself, none of the one who merges, none that loses the account, none of a leader', async () => {
  const a = await two();
  const b = await two();
  const refusedOf = async (mergedId: string, keptId: string, by = admin) => {
    const { __typename, code } = await merge(mergedId, keptId, by);
    return __typename === 'Refusal' ? code : __typename;
  };
  expect(await refusedOf(a.plain, a.plain)).toBe('MERGE_SAME');
  expect(await refusedOf(a.account, a.plain)).toBe('MERGE_ACCOUNT_LOST');
  expect(await refusedOf(a.account, district.people.admin)).toBe('MERGE_OWN');
  await suspected(contest, district.people.leader, a.account);
  expect(await refusedOf(district.people.leader, a.account)).toBe('PERSON_LEADS');
  expect(await refusedOf(a.plain, a.account)).toBe('PersonMerge');
  expect(await refusedOf(a.plain, b.account)).toBe('PERSON_MERGED');
  expect(await refusedOf(b.plain, a.plain)).toBe('MERGE_INTO_MERGED');
  expect(await refusedOf(a.account, b.account)).toBe('MERGE_HOLDS_OTHERS');
  expect(await contest.em().count(PersonMerge, { merged: { $in: [a.account, b.plain, b.account] } })).toBe(0);

  const points = (from: string, to: string) =>
    contest.em().getConnection().execute('update person set merged_into_id = ? where id = ?', [to, from]);
  await expect(points(a.account, b.account)).rejects.toThrow('would be merged in a chain');
  await expect(points(b.plain, a.plain)).rejects.toThrow('would be merged in a chain');
  await expect(points(b.plain, b.plain)).rejects.toThrow('person_merged_into_another');
  const local = await contest.as(await aPerson(contest, { unitId: district.units.finance, role: 'ADMIN' }));
  expect(await refusedOf(b.plain, b.account, local)).toBe('NOT_FOUND');
  expect(await outlook(b.plain, b.account, local)).toBeNull();
});

test('two merges at once make no chain: one of them is refused', async () => {
  const [a, b, c] = [await two(), await two(), await two()];
  await suspected(contest, a.account, b.account);
  await suspected(contest, b.account, c.account);
  const answers = await Promise.all([merge(a.account, b.account), merge(b.account, c.account)]);

  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['PersonMerge', 'Refusal']);
});

test('while a contest is being judged a second person confirms a merge and its undoing, each in an act that asks all rules again', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 3 });
  const { account, plain } = await two();
  expect(await outlook(plain, account)).toMatchObject({ needsSecond: true });

  const proposed = await merge(plain, account);
  expect(proposed).toMatchObject({ state: 'PROPOSED', canConfirm: false });
  expect(await merge(plain, account)).toMatchObject({ code: 'MERGE_PROPOSED' });
  expect((await contest.em().findOneOrFail(Person, { id: plain })).mergedInto).toBeNull();
  expect(await decide('confirm', proposed, admin)).toMatchObject({ code: 'SECOND_PERSON_SAME' });
  const { edges } = await leader.ask('{ awaiting(first: 50) { edges { node { kind subjectId } } } }');
  expect(edges.map(({ node }: any) => node)).toContainEqual({ kind: 'personMergeConfirm', subjectId: proposed.id });
  const refused = await decide('refuse', proposed, leader);
  expect(refused).toMatchObject({ state: 'REFUSED' });
  expect(await decide('confirm', refused, leader)).toMatchObject({ code: 'MERGE_DECIDED' });

  const again = await merge(plain, account);
  const confirmed = await decide('confirm', again, leader);
  expect(confirmed).toMatchObject({ state: 'IN_FORCE' });
  const asked = await decide('undo', confirmed, admin);
  expect(asked).toMatchObject({ state: 'UNDO_PROPOSED' });
  expect((await contest.em().findOneOrFail(Person, { id: plain })).mergedInto?.id).toBe(account);
  expect(await decide('confirm', asked, leader)).toMatchObject({ state: 'UNDONE' });
  expect((await contest.em().findOneOrFail(Person, { id: plain })).mergedInto).toBeNull();

  const stale = await merge(plain, account);
  await contest.em().getConnection().execute('update person set merged_into_id = ? where id = ?', [district.people.submitter, plain]);
  expect(await decide('confirm', stale, leader)).toMatchObject({ code: 'PERSON_MERGED' });
  expect(judging.initiatives).toHaveLength(2);
});

test('who was merged is held against the initiatives they wrote: the conflict is found in the act, and goes when it is undone', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 3 });
  const [judge] = judging.judges;
  const [initiativeId] = judging.initiatives;
  const { plain } = await two();
  await contest.em().getConnection().execute('delete from seat where person_id = ?', [plain]);
  await contest
    .em()
    .getConnection()
    .execute('update initiative_author set person_id = ? where initiative_id = ? and lead', [plain, initiativeId]);
  const authorsConflict = () => contest.em().count(Conflict, { person: judge!, initiative: initiativeId!, type: 'AUTHOR', active: true });

  await suspected(contest, plain, judge!);
  expect(codes(await outlook(plain, judge!))).toEqual(['MERGE_AUTHOR_AND_SEAT']);
  expect(await merge(plain, judge!)).toMatchObject({ code: 'MERGE_AUTHOR_AND_SEAT', path: 'mergedId' });
  expect(codes(await outlook(judge!, plain))).toEqual(expect.arrayContaining(['MERGE_AUTHOR_AND_SEAT', 'MERGE_SEATED']));

  const organiser = await aPerson(contest, { unitId: null, role: 'ORGANISER', roleUnitId: district.units.district });
  await suspected(contest, plain, organiser);
  const proposed = await merge(plain, organiser);
  const inForce = await decide('confirm', proposed, leader);
  expect(inForce).toMatchObject({ state: 'IN_FORCE' });
  expect(await contest.em().count(Conflict, { person: organiser, initiative: initiativeId!, type: 'AUTHOR', active: true })).toBe(1);
  expect(await authorsConflict()).toBe(0);
  expect(await decide('confirm', await decide('undo', inForce, admin), leader)).toMatchObject({ state: 'UNDONE' });
  expect(await contest.em().count(Conflict, { person: organiser, initiative: initiativeId! })).toBe(0);
});

test('two authors of one dossier, and who gave the other a role, are not one person', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 3 });
  const { account, plain } = await two();
  await contest
    .em()
    .getConnection()
    .execute(
      `with lead as (update initiative_author set share = 40, person_id = ? where initiative_id = ? and lead returning initiative_id)
     insert into initiative_author (id, initiative_id, person_id, share, lead, "order") select gen_random_uuid(), initiative_id, ?, 60, false, 9 from lead`,
      [account, judging.initiatives[0], plain],
    );
  expect(codes(await outlook(plain, account))).toEqual(['MERGE_AUTHORS_BOTH']);
  const other = await aPerson(contest, { unitId: district.units.interior, role: 'ADMIN', roleUnitId: district.units.district });
  const third = await two();
  await contest.em().nativeUpdate(RoleGrant, { person: third.account }, { proposedBy: other });
  await suspected(contest, third.account, other);
  expect(codes(await outlook(third.account, other))).toEqual(['MERGE_GRANTED_OTHER']);
});

test('the author of a merged record reads and answers for its dossiers under the record that goes on, and is told what is told of it', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 3 });
  const [initiativeId] = judging.initiatives;
  const { account, plain } = await two();
  await contest
    .em()
    .getConnection()
    .execute('update initiative_author set person_id = ? where initiative_id = ? and lead', [plain, initiativeId]);
  const READ = 'query ($id: ID!) { initiative(id: $id) { id authors { person { id } } } }';
  const author = await contest.as(account);
  expect(await author.ask(READ, { id: initiativeId })).toBeNull();

  await decide('confirm', await merge(plain, account), leader);
  expect(await author.ask(READ, { id: initiativeId })).toMatchObject({ id: initiativeId, authors: [{ person: { id: plain } }] });
  const rows = await contest.em().getConnection().execute('select merged_id from person_merge where kept_id = ?', [account]);
  expect(rows).toEqual([{ merged_id: plain }]);
  expect(await contest.em().count(PersonDouble, { $or: [{ first: plain }, { second: plain }] })).toBe(0);
  expect(await contest.em().count(Account, { person: account, disabledAt: null })).toBe(1);
});
