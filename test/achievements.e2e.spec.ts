import { GrantService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { ACHIEVEMENTS, A_TITLE, ELIGIBILITY, HOLD, HOLDS, SHOWN, aDeclared, aTitle, act } from './support/achievements.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aFile } from './support/uploads.js';

let contest: RunningContest;
let district: District;
let organiser: Client;
let official: Client;
let head: Client;
let kindId: string;

beforeEach(async () => {
  contest = await startContest('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  official = await contest.as(district.people.submitter);
  head = await contest.as(district.people.head);
  kindId = await aTitle(contest, 'CSTD_CO_SO');
});
afterEach(() => contest.stop());

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const send = (client: Client, name: string, input: object): Promise<any> => client.ask(act(name), { input });
const declared = (year: number, more: object = {}, by = official): Promise<any> =>
  send(by, 'declareAchievement', aDeclared(kindId, year, more));
const of = ({ id, version }: any) => ({ achievementId: id, version });
const confirmed = async (year: number, more: object = {}): Promise<any> => send(head, 'confirmAchievement', of(await declared(year, more)));
const idsOf = async (client: Client, variables: object = {}): Promise<string[]> =>
  (await client.ask(ACHIEVEMENTS, { ...variables })).edges.map(({ node }: any) => node.id).toSorted();
const aHold = (personId = district.people.submitter, by = organiser): Promise<any> =>
  by.ask(act('placeHold', 'Hold', HOLD), { input: { personId, startsOn: '2026-02-01', ground: 'Đang xem xét khiếu nại.' } });

test('an official declares, the head of the unit confirms, the office revokes by a decision; each is told and recorded', async () => {
  const one = await declared(2025);
  expect(one).toMatchObject({
    state: 'DECLARED',
    source: 'OWN',
    unit: { id: district.units.finance },
    whyNotConfirm: { code: 'ACHIEVEMENT_OWN' },
  });
  const AWAITING = '{ awaiting(first: 50) { edges { node { kind link } } } }';
  const waits = async (client: Client) =>
    (await client.ask(AWAITING)).edges.map(({ node }: any) => node).filter(({ kind }: any) => kind === 'achievementConfirm');
  expect([await waits(head), await waits(official), await waits(organiser)]).toEqual([
    [{ kind: 'achievementConfirm', link: `/achievements/${one.id as string}` }],
    ...[[], []],
  ]);
  const two = await send(head, 'confirmAchievement', of(one));
  expect(two).toMatchObject({ state: 'CONFIRMED', whyNotRevoke: { code: 'ACHIEVEMENT_OF_OFFICE' } });
  const revocation = { decisionNumber: '9/QĐ-UBND', decidedOn: '2026-03-01', reason: 'Kê khai sai.' };
  expect(await send(organiser, 'revokeAchievement', { ...of(two), ...revocation })).toMatchObject({
    state: 'REVOKED',
    revocationNumber: '9/QĐ-UBND',
  });
  await contest.drain();
  expect(await rows(`select last_error from outbox_event where last_error is not null`)).toEqual([]);
  expect(await rows(`select person_id from notice where kind = 'achievement.settled'`)).toEqual([
    ...[{ person_id: district.people.submitter }, { person_id: district.people.submitter }],
  ]);
  const log = await rows(`select operation from audit_entry where subject_type = 'Achievement' order by seq`);
  expect(log.map(({ operation }) => operation)).toEqual(['declareAchievement', 'confirmAchievement', 'revokeAchievement']);
});

test('nobody confirms their own: not the official, not a head of themselves, not who declared it for another, not an organiser of themselves', async () => {
  const own = await declared(2025);
  expect(await send(official, 'confirmAchievement', of(own))).toMatchObject({ code: 'ACHIEVEMENT_OWN' });
  const ofHead = await send(head, 'declareAchievement', aDeclared(kindId, 2024));
  expect(await send(head, 'confirmAchievement', of(ofHead))).toMatchObject({ code: 'ACHIEVEMENT_OWN' });
  const forAnother = await declared(2023, { personId: district.people.submitter }, head);
  expect(await send(head, 'confirmAchievement', of(forAnother))).toMatchObject({ code: 'ACHIEVEMENT_OWN' });
  const ofOffice = await send(organiser, 'declareAchievement', aDeclared(kindId, 2024, { unitThenId: district.units.district }));
  expect(await send(organiser, 'confirmAchievement', of(ofOffice))).toMatchObject({ code: 'ACHIEVEMENT_OWN' });
  expect(await rows(`select distinct state from achievement`)).toEqual([{ state: 'DECLARED' }]);
  expect(await send(organiser, 'confirmAchievement', of(ofHead))).toMatchObject({ state: 'CONFIRMED' });
});

test('of a title and a year one is confirmed, also of ten at once; of a kind that may be had several times, several', async () => {
  const all = [];
  for (let at = 0; at < 10; at++) all.push(await declared(2025, { decisionNumber: `${String(at)}/QĐ` }));
  const replies = await Promise.all(all.map((one) => send(head, 'confirmAchievement', of(one))));
  expect(replies.filter(({ code }) => code === 'ACHIEVEMENT_TWICE')).toHaveLength(9);
  expect(await rows(`select count(*)::int as n from achievement where state = 'CONFIRMED'`)).toEqual([{ n: 1 }]);
  const multiple = await aTitle(contest, 'GIAY_KHEN', { multiple: true });
  for (const decisionNumber of ['1/QĐ', '2/QĐ'])
    expect(await send(head, 'confirmAchievement', of(await declared(2025, { kindId: multiple, decisionNumber })))).toMatchObject({
      state: 'CONFIRMED',
    });
});

test('what is declared rests on a decision of a day that has come, of a year the title was given in, and on confirmed achievements of the same person', async () => {
  const code = async (more: object, year = 2025) => (await declared(year, more)).code as string;
  expect(await code({ issuer: null })).toBe('ACHIEVEMENT_DECISION');
  expect(await code({ without: true })).toBe('ACHIEVEMENT_WITHOUT_DECISION');
  expect(await code({ decidedOn: '2026-03-03' })).toBe('DECISION_IN_FUTURE');
  expect(await code({}, 2027)).toBe('ACHIEVEMENT_YEAR');
  expect(await code({}, 2003)).toBe('TITLE_KIND_NOT_IN_YEAR');
  const waiting = await rows('select 1 from achievement');
  expect(waiting).toEqual([]);
  const one = await declared(2024);
  expect(await declared(2025, { basedOnIds: [one.id] })).toMatchObject({ code: 'ACHIEVEMENT_BASIS', path: 'basedOnIds.0' });
  await send(head, 'confirmAchievement', of(one));
  expect(await declared(2025, { basedOnIds: [one.id] })).toMatchObject({ basedOn: [{ id: one.id, year: 2024 }] });
  const prize = await aTitle(contest, 'PRIZE');
  expect(await code({ kindId: prize })).toBe('ACHIEVEMENT_BY_ITSELF');
});

test('everyone reads their own, the head those of the unit, the office all; another unit reads nothing and acts on nothing', async () => {
  const [mine, ofHead] = [await declared(2025), await send(head, 'declareAchievement', aDeclared(kindId, 2024))];
  const stranger = await contest.as(await aPerson(contest, { unitId: district.units.culture }));
  const both = [mine.id, ofHead.id].toSorted();
  expect([await idsOf(official), await idsOf(head), await idsOf(organiser), await idsOf(stranger)]).toEqual([[mine.id], both, both, []]);
  expect(await idsOf(head, { mine: true })).toEqual([ofHead.id]);
  for (const name of ['confirmAchievement', 'rejectAchievement'])
    expect(await send(stranger, name, { ...of(mine), ...(name === 'rejectAchievement' ? { reason: 'Không.' } : {}) })).toMatchObject({
      code: 'NOT_FOUND',
    });
  expect(await declared(2024, { personId: district.people.submitter }, stranger)).toMatchObject({
    code: expect.stringMatching(/NOT_FOUND|FORBIDDEN/),
  });
});

test('what was declared by mistake is withdrawn by whom it is about or who declared it, while it waits; once confirmed a decision alone takes it back', async () => {
  const withdraw = (client: Client, one: any) => send(client, 'withdrawAchievement', { ...of(one), reason: 'Nhầm năm.' });
  const mine = await declared(2025);
  expect(await withdraw(head, mine)).toMatchObject({ code: 'ACHIEVEMENT_OF_DECLARER' });
  expect(await withdraw(organiser, mine)).toMatchObject({ code: 'ACHIEVEMENT_OF_DECLARER' });
  expect(mine.whyNotWithdraw).toBeNull();
  const gone = await withdraw(official, mine);
  expect(gone).toMatchObject({ state: 'WITHDRAWN', withdrawalReason: 'Nhầm năm.', whyNotWithdraw: { code: 'ACHIEVEMENT_STATE' } });
  expect(await send(head, 'confirmAchievement', of(gone))).toMatchObject({ code: 'ACHIEVEMENT_STATE' });
  const forAnother = await declared(2024, { personId: district.people.submitter }, head);
  expect(await withdraw(head, forAnother)).toMatchObject({ state: 'WITHDRAWN' });
  const stands = await confirmed(2023);
  expect([await withdraw(official, stands), await withdraw(organiser, stands)]).toMatchObject([
    { code: 'ACHIEVEMENT_STATE' },
    { code: 'ACHIEVEMENT_OF_DECLARER' },
  ]);
  await expect(rows(`update achievement set state = 'WITHDRAWN' where state = 'CONFIRMED'`)).rejects.toMatchObject({
    constraint: 'achievement_withdrawn_with_reason',
  });
  await contest.drain();
  const told = await rows(`select subject_vi as said from notice where kind = 'achievement.settled' order by subject_vi`);
  expect(told.map(({ said }) => said)).toEqual([
    'Gỡ thành tích ghi nhầm: Chiến sĩ thi đua cơ sở 2024',
    'Đã xác nhận thành tích: Chiến sĩ thi đua cơ sở 2023',
  ]);
});

test('files hang on a record by whom it is about or who declared it until it is decided on, and are read by whoever reads it', async () => {
  const own = await declared(2025);
  const forAnother = await declared(2024, { personId: district.people.submitter }, head);
  const attach = (client: Client, ownerId: string) => aFile(contest, client, { ownerType: 'achievement', ownerId });
  const [mine, theirs] = [await attach(official, own.id), await attach(head, forAnother.id)];
  await expect(attach(head, own.id)).rejects.toThrow('NOT_FOUND');
  const FILES = 'query ($id: ID!) { files(ownerType: achievement, ownerId: $id, first: 9) { edges { node { id } } } }';
  const read = async (client: Client, id: string) => (await client.ask(FILES, { id })).edges.map(({ node }: any) => node.id);
  expect([await read(head, own.id), await read(official, forAnother.id)]).toEqual([[mine], [theirs]]);
  const why = async (client: Client) => (await client.ask(ACHIEVEMENTS)).edges.map(({ node }: any) => node.whyNotAttach?.code ?? null);
  expect([await why(official), await why(head)]).toEqual([
    [null, null],
    [null, 'ACHIEVEMENT_EVIDENCE'],
  ]);
  expect(await send(head, 'confirmAchievement', of(own))).toMatchObject({ whyNotAttach: { code: 'ACHIEVEMENT_EVIDENCE' } });
  expect((await why(official))[1]).toBe('ACHIEVEMENT_STATE');
  await expect(attach(official, own.id)).rejects.toThrow('ACHIEVEMENT_STATE');
});

test('the years that titles are public of are each told once, the latest first, and none of an empty system', async () => {
  const years = () => contest.client().ask('{ publicAchievementYears }');
  expect(await years()).toEqual([]);
  const multiple = await aTitle(contest, 'GIAY_KHEN', { multiple: true, startsOn: '1990-01-01' });
  for (const year of [2004, 2025, 1998, 2025]) await confirmed(year, { kindId: multiple });
  await declared(2024);
  expect(await years()).toEqual([2025, 2004, 1998]);
});

test('in public stand name, unit, title and number of what is confirmed, and nothing of what waits, was rejected or not reached', async () => {
  await confirmed(2025);
  await declared(2024);
  await confirmed(2023, { without: true, decisionNumber: null, decidedOn: null, issuer: null });
  const YEARS = '{ publicAchievementYears }';
  expect(await contest.client().ask(YEARS)).toEqual([2025]);
  const PUBLIC =
    '{ publicAchievements(first: 50) { totalCount edges { node { fullName year decisionNumber issuer unitThen { id } kind { kindCode } } } } }';
  const told = await contest.client().ask(PUBLIC);
  expect(told.edges.map(({ node }: any) => node)).toEqual([
    expect.objectContaining({
      year: 2025,
      decisionNumber: '2025/QĐ-UBND',
      unitThen: { id: district.units.finance },
      kind: { kindCode: 'CSTD_CO_SO' },
    }),
  ]);
  await aTitle(contest, 'BANG_KHEN', { level: 'UNIT' });
  expect(await contest.client().ask('{ publicTitleKinds { kindCode } }')).toEqual([{ kindCode: 'BANG_KHEN' }, { kindCode: 'CSTD_CO_SO' }]);
});

async function aRule(): Promise<void> {
  const links = [{ kindIds: [kindId], years: 3 }];
  const order = { kindId, unitId: district.units.district, links, legalBasis: A_TITLE.legalBasis, unchecked: 'Có khả năng nhân rộng.' };
  expect(await organiser.ask(act('enterEligibilityRule', 'EligibilityRule', 'id number'), { input: order })).toMatchObject({
    number: expect.any(Number),
  });
}
const eligibility = (client: Client, personId = district.people.submitter): Promise<any> =>
  client.ask(ELIGIBILITY, { personId, kindId, lastYear: 2025 });

test('three consecutive years: met by the records it rests on; with a gap it cannot be told; with a year recorded as none it is not met', async () => {
  await aRule();
  expect(await eligibility(official)).toMatchObject({ verdict: 'CANNOT_TELL', unchecked: 'Có khả năng nhân rộng.' });
  for (const year of [2022, 2023, 2025]) await confirmed(year);
  const gap = await eligibility(official);
  expect([gap.verdict, gap.links[0].found.map(({ year, finding, records }: any) => [year, finding, records.length])]).toEqual([
    'CANNOT_TELL',
    [
      [2023, 'REACHED', 1],
      [2024, 'NOTHING', 0],
      [2025, 'REACHED', 1],
    ],
  ]);
  const none = await declared(2024, { without: true, decisionNumber: null, decidedOn: null, issuer: null });
  expect((await eligibility(official)).verdict).toBe('CANNOT_TELL');
  await send(head, 'confirmAchievement', of(none));
  expect((await eligibility(official)).verdict).toBe('NOT_MET');
  await rows(
    `update achievement set without = false, decision_number = '7/QĐ', decided_on = '2024-12-20', issuer = 'UBND' where year = 2024`,
  );
  expect((await eligibility(head)).verdict).toBe('MET');
  await aRule();
  expect((await eligibility(organiser)).ruleNumber).toBe(2);
  const stranger = await contest.as(await aPerson(contest, { unitId: district.units.culture }));
  expect(await eligibility(stranger)).toBeNull();
});

test('a hold is seen by the office and the leader alone; nobody else can tell by anything that there is one', async () => {
  await aRule();
  await confirmed(2025);
  const ALL = `{ achievements(first: 9) { totalCount edges { node { ${SHOWN} } } } awaiting(first: 9) { totalCount } auditTrail: me { id } }`;
  const others = [official, head, await contest.as(district.people.admin)];
  const looks = async () =>
    JSON.stringify(
      await Promise.all(others.map(async (one) => [await one.send(ALL, {}), await one.send(HOLDS, {}), await eligibility(one)])),
    );
  const before = await looks();
  const hold = await aHold();
  expect(hold).toMatchObject({ inForce: true, ground: 'Đang xem xét khiếu nại.' });
  await contest.drain();
  expect(await looks()).toBe(before);
  expect(await rows(`select 1 from notice where kind like '%hold%'`)).toEqual([]);
  expect([(await eligibility(official)).held, (await eligibility(head)).held, (await eligibility(organiser)).held]).toEqual([
    null,
    null,
    true,
  ]);
  const leader = await contest.as(district.people.leader);
  const led = await leader.ask(HOLDS);
  expect([(await eligibility(leader)).held, led.totalCount]).toEqual([true, 1]);
  // It is the office's to end, and offered to nobody else: not to an office of another unit either.
  const { units } = district;
  const elsewhere = await aPerson(contest, { unitId: units.anKhanh, role: 'LEADER', roleUnitId: units.district });
  await contest
    .get(GrantService)
    .grantRole(SYSTEM, { personId: elsewhere, role: 'ORGANISER', unitId: units.anKhanh, validFrom: '2021-01-01' });
  const reads = await (await contest.as(elsewhere)).ask(HOLDS);
  const offered = [hold, led.edges[0].node, reads.edges[0].node].map(({ whyNotEnd }: any) => whyNotEnd?.code ?? null);
  expect(offered).toEqual([null, 'ACHIEVEMENT_OF_OFFICE', 'ACHIEVEMENT_OF_OFFICE']);
  const AUDIT = '{ auditEntries(first: 200) { edges { node { operation } } } }';
  const admin = await contest.as(district.people.admin);
  const told = JSON.stringify(await admin.send(AUDIT, {}));
  expect([told.includes('confirmAchievement') || told.includes('errors'), told.includes('placeHold')]).toEqual([true, false]);
});

test('whoever reads holds reads none of their own, and nobody places or ends one of themselves', async () => {
  const { organiser: office, leader } = district.people;
  expect(await aHold(office)).toMatchObject({ code: 'HOLD_OWN' });
  const second = await contest.as(
    await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district }),
  );
  const hold = await aHold(office, second);
  expect([(await second.ask(HOLDS)).totalCount, (await organiser.ask(HOLDS)).totalCount]).toEqual([1, 0]);
  const end = (by: Client, more: object = {}) =>
    by.ask(act('endHold', 'Hold', HOLD), {
      input: { holdId: hold.id, version: hold.version, endsOn: '2026-03-01', reason: 'Đã giải quyết xong đơn.', ...more },
    });
  expect(await end(organiser)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await end(second, { endsOn: '2026-01-01' })).toMatchObject({ code: 'HOLD_TURNED' });
  const ended = await end(second);
  expect(ended).toMatchObject({ endsOn: '2026-03-01', inForce: false, whyNotEnd: { code: 'HOLD_ENDED' } });
  expect(await end(second, { version: ended.version })).toMatchObject({ code: 'HOLD_ENDED' });
  expect(leader).not.toBe(office);
});
