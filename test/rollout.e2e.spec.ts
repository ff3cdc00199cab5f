import { randomUUID } from 'node:crypto';
import { Notice } from '#domain/notice';
import { Unit } from '#domain/units';
import { Actor } from '#lib/kernel';
import { FilesService } from '#lib/platform';
import { aContest } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { ADOPT, ADOPTIONS, CHANGE, aPastContest, aRollout, adoptInput, adoptionOf, anEligibleInitiative, ratio, sum, takeThrough } from './support/rollouts.js';

const OWN = `mutation ($input: RecordOwnAdoptionInput!) { recordOwnAdoption(input: $input) { __typename ... on Adoption { id rollout { id } basis state } ... on Refusal { code path } } }`;
const BASIS = `mutation ($input: SetAdoptionBasisInput!) { setAdoptionBasis(input: $input) { __typename ... on Adoption { basis nextStates version } ... on Refusal { code path } } }`;
const EVIDENCE = `mutation ($input: GiveEvidenceInput!) { giveEvidence(input: $input) { __typename ... on Adoption { confirmed evidence { note fileId } } ... on Refusal { code path } } }`;
const EDIT = `mutation ($input: EditRolloutInput!) { editRollout(input: $input) { __typename ... on Rollout { id version titleVi cost } ... on Refusal { code path } } }`;
const INDICATORS = `mutation ($input: SetIndicatorsInput!) { setIndicators(input: $input) { __typename ... on Rollout { version indicators { key } } ... on Refusal { code path } } }`;

let contest: RunningContest;
let district: District;
let organiser: Client;
let officer: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  officer = await contest.as(district.people.communeOfficer);
});
afterAll(() => contest.stop());

async function count(table: string): Promise<number> {
  const [row] = await contest.em().getConnection().execute<{ n: string }[]>(`select count(*) as n from ${table}`);
  return Number(row?.n);
}

/** Everything a refusal must leave as it was. */
const written = async (): Promise<number[]> =>
  Promise.all(['rollout', 'adoption', 'adoption_change', 'adoption_evidence', 'indicator', 'roster', 'audit_entry', 'outbox_event'].map(count));

test('an adopted initiative goes to every commune of its day; each is asked, and none has begun', async () => {
  const initiativeId = await anEligibleInitiative(contest, district, await aPastContest(contest, district));
  const reply = await organiser.ask(ADOPT, { input: adoptInput(district, initiativeId) });
  expect(reply).toMatchObject({
    __typename: 'Rollout',
    version: 1,
    kind: 'DECISION',
    decisionNumber: '8451/QĐ-UBND',
    rosterAsOf: '2024-01-02',
    expected: 3,
    exempt: 0,
    inUse: 0,
    coverage: '0',
    counts: [{ state: 'NOT_STARTED', count: 3 }],
    canManage: true,
  });
  const { edges } = await organiser.ask(ADOPTIONS, { rolloutId: reply.id });
  expect(edges.map(({ node }: any) => [node.basis, node.state, node.since, node.history.length])).toEqual(Array(3).fill(['REQUIRED', 'NOT_STARTED', '2024-01-02', 1]));
});

test('officers of the communes that are expected are told, and the unit that leads; nobody of one that is exempt', async () => {
  const other = await aDistrict(contest);
  const [{ anKhanh, sonDong, laPhu, finance }, { communeOfficer, submitter, head, organiser: secretary }] = [other.units, other.people];
  const officerOf = (unitId: string) => aPerson(contest, { unitId, role: 'COMMUNE_OFFICER' });
  const [volunteer, exempt] = [await officerOf(sonDong), await officerOf(laPhu)];
  const communes = [{ unitId: anKhanh, basis: 'REQUIRED' }, { unitId: sonDong, basis: 'VOLUNTARY' }, { unitId: laPhu, basis: 'EXEMPT', reason: 'Đã có mô hình riêng.' }];
  const { id } = await aRollout(contest, other, await contest.as(secretary), { communes, leadUnitId: finance });
  await contest.drain();

  const notices = await contest.em().find(Notice, { kind: 'rollout.adopted', path: `/rollouts/${id}` });
  const toldOf = (people: string[]) => notices.filter(({ person }) => people.includes(person.id)).map(({ textVi }) => textVi);
  expect(notices).toHaveLength(4);
  expect(toldOf([communeOfficer, volunteer])).toEqual(Array(2).fill(expect.stringContaining('Quyết định số 8451/QĐ-UBND ngày 28/12/2023, bắt đầu từ ngày 02/01/2024, hạn hoàn thành ngày 30/06/2024.')));
  expect(toldOf([submitter, head])).toEqual(Array(2).fill(expect.stringContaining('Đơn vị được giao chủ trì')));
  expect(toldOf([exempt])).toEqual([]);
});

test('begun later, it can count with the units of an earlier day; omitted, with those of its start', async () => {
  const other = await aDistrict(contest);
  await contest.em().nativeUpdate(Unit, other.units.laPhu, { validTo: '2025-06-30' });
  const secretary = await contest.as(other.people.organiser);
  const past = await aPastContest(contest, other);
  const [earlier, present] = [await anEligibleInitiative(contest, other, past), await anEligibleInitiative(contest, other, past)];
  const dates = { startedOn: '2025-09-01', dueOn: null };

  const counted = await secretary.ask(ADOPT, { input: adoptInput(other, earlier, { ...dates, rosterAsOf: '2025-06-30' }) });
  expect(counted).toMatchObject({ __typename: 'Rollout', rosterAsOf: '2025-06-30', expected: 3 });
  expect((await adoptionOf(secretary, counted.id, other.units.laPhu)).since).toBe('2025-09-01');
  expect(await secretary.ask(ADOPT, { input: adoptInput(other, present, dates) })).toMatchObject({ rosterAsOf: '2025-09-01', expected: 2 });
});

test('communes are required, volunteers, or exempt with a reason', async () => {
  const { anKhanh, sonDong, laPhu } = district.units;
  const communes = [{ unitId: anKhanh, basis: 'REQUIRED' }, { unitId: sonDong, basis: 'VOLUNTARY' }, { unitId: laPhu, basis: 'EXEMPT', reason: 'Chưa có bộ phận một cửa riêng.' }];
  const rollout = await aRollout(contest, district, organiser, { communes });
  expect((await adoptionOf(organiser, rollout.id, laPhu)).history).toEqual([
    { fromState: null, toState: 'NOT_STARTED', basis: 'EXEMPT', effectiveOn: '2024-01-02', reason: 'Chưa có bộ phận một cửa riêng.', byName: 'Lê Thị Minh' },
  ]);
  expect((await adoptionOf(organiser, rollout.id, laPhu)).nextStates).toEqual([]);
});

test.each<[string, string, string | null, (district: District) => Record<string, unknown>]>([
  ['a decision dated tomorrow', 'DECISION_IN_FUTURE', 'decision.decidedOn', () => ({ decision: { number: '1', decidedOn: '2026-03-03' } })],
  ['a due date before the start', 'DUE_BEFORE_START', 'dueOn', () => ({ dueOn: '2024-01-01' })],
  ['an indicator key given twice', 'INDICATOR_TWICE', 'indicators.1.key', () => ({ indicators: [sum, { ...ratio, key: sum.key }] })],
  ['a commune named twice', 'UNIT_TWICE', 'communes.1.unitId', ({ units }) => ({ communes: [{ unitId: units.laPhu, basis: 'REQUIRED' }, { unitId: units.laPhu, basis: 'VOLUNTARY' }] })],
  ['a department among the communes', 'UNIT_NOT_IN_ROLLOUT', 'communes.0.unitId', ({ units }) => ({ communes: [{ unitId: units.finance, basis: 'REQUIRED' }] })],
  ['an exemption without a reason', 'REASON_MISSING', 'communes.0.reason', ({ units }) => ({ communes: [{ unitId: units.laPhu, basis: 'EXEMPT', reason: ' ' }] })],
  ['a day on which the district had no units', 'ROSTER_EMPTY', null, () => ({ startedOn: '2019-01-01', dueOn: null })],
  ['a lead unit that is not there', 'NOT_FOUND', null, () => ({ leadUnitId: randomUUID() })],
])('%s is refused, and nothing is written', async (_, code, path, changes) => {
  const initiativeId = await anEligibleInitiative(contest, district, await aPastContest(contest, district));
  const before = await written();
  expect(await organiser.ask(ADOPT, { input: adoptInput(district, initiativeId, changes(district)) })).toEqual({ __typename: 'Refusal', code, path });
  expect(await written()).toEqual(before);
});

test('an initiative that is not eligible, of a contest without a result, or rolled out already, is not rolled out', async () => {
  const past = await aPastContest(contest, district);
  const rejected = await anEligibleInitiative(contest, district, past, 'REJECTED');
  const open = await aContest(contest, district);
  const running = await anEligibleInitiative(contest, district, open);
  const adopted = await anEligibleInitiative(contest, district, past);
  await organiser.ask(ADOPT, { input: adoptInput(district, adopted) });
  const before = await written();
  const codes = [];
  for (const id of [rejected, running, adopted, randomUUID()]) codes.push((await organiser.ask(ADOPT, { input: adoptInput(district, id) })).code);
  expect(codes).toEqual(['INITIATIVE_NOT_ELIGIBLE', 'CONTEST_NOT_PUBLISHED', 'ROLLOUT_EXISTS', 'NOT_FOUND']);
  expect(await written()).toEqual(before);
});

test('a commune takes an initiative up by itself; a later decision keeps what it has done', async () => {
  const initiativeId = await anEligibleInitiative(contest, district, await aPastContest(contest, district));
  const unitId = district.units.anKhanh;
  const own = await officer.ask(OWN, { input: { initiativeId, unitId, startedOn: '2024-03-01', reason: 'Xã tự học tập mô hình.' } });
  expect(own).toMatchObject({ __typename: 'Adoption', basis: 'VOLUNTARY', state: 'NOT_STARTED' });
  await takeThrough(officer, { rolloutId: own.rollout.id, unitId }, [['IN_USE', '2024-04-01', 'Đã thí điểm tại xã bạn.']]);
  expect(await officer.ask(OWN, { input: { initiativeId, unitId, startedOn: '2024-03-01', reason: 'Lại.' } })).toMatchObject({ code: 'ADOPTION_EXISTS' });
  expect(await officer.ask(OWN, { input: { initiativeId, unitId: district.units.laPhu, startedOn: '2024-03-01', reason: 'Xã khác.' } })).toMatchObject({ code: 'NOT_FOUND' });

  const before = await written();
  expect(await organiser.ask(ADOPT, { input: adoptInput(district, initiativeId, { rosterAsOf: '2024-01-02' }) })).toEqual({ __typename: 'Refusal', code: 'ROSTER_DRAWN', path: 'rosterAsOf' });
  expect(await written()).toEqual(before);
  expect(await organiser.ask(ADOPT, { input: adoptInput(district, initiativeId) })).toMatchObject({ id: own.rollout.id, kind: 'DECISION', expected: 3, inUse: 1, coverage: '33.3' });
  expect(await adoptionOf(officer, own.rollout.id, unitId)).toMatchObject({ basis: 'REQUIRED', state: 'IN_USE', since: '2024-04-01' });
});

test('an adoption moves as its officer says, with who, when and why; as of a day it is as it was', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const unitId = district.units.anKhanh;
  await takeThrough(officer, { rolloutId, unitId }, [['PREPARING', '2024-01-08'], ['PILOTING', '2024-01-22'], ['IN_USE', '2024-02-19'], ['PAUSED', '2025-01-13', 'Hỏng thiết bị.']]);
  const now = await adoptionOf(officer, rolloutId, unitId);
  expect(now).toMatchObject({ state: 'PAUSED', since: '2025-01-13', version: 5, nextStates: ['PREPARING', 'PILOTING', 'IN_USE', 'NOT_SUITABLE', 'DROPPED'], canReport: true });
  expect(now.history.at(-1)).toEqual({ fromState: 'IN_USE', toState: 'PAUSED', basis: 'REQUIRED', effectiveOn: '2025-01-13', reason: 'Hỏng thiết bị.', byName: 'Vương Thị Lan' });
  const asOf = async (day: string) => (await officer.ask(ADOPTIONS, { rolloutId, asOf: day })).edges.map(({ node }: any) => [node.state, node.since]);
  expect(await asOf('2024-02-18')).toEqual([['PILOTING', '2024-01-22']]);
  expect(await asOf('2024-12-31')).toEqual([['IN_USE', '2024-02-19']]);
  expect(await asOf('2024-01-01')).toEqual([]);
});

test.each<[string, string, string | null, Record<string, unknown>]>([
  ['a transition that the table has not', 'ADOPTION_MOVE', 'to', { to: 'SUSTAINED' }],
  ['a refusal without a reason', 'REASON_MISSING', 'reason', { to: 'NOT_SUITABLE' }],
  ['a day in the future', 'DATE_IN_FUTURE', 'effectiveOn', { effectiveOn: '2027-01-01' }],
  ['a day before the last change', 'DATE_OUT_OF_ORDER', 'effectiveOn', { effectiveOn: '2024-01-01' }],
  ['an old version', 'STALE', 'version', { version: 9 }],
  ['a file of somebody else', 'NOT_FOUND', 'fileId', { fileId: randomUUID() }],
])('%s is refused, and the adoption stays', async (_, code, path, changes) => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const { id, version } = await adoptionOf(officer, rolloutId, district.units.anKhanh);
  const before = await written();
  expect(await officer.ask(CHANGE, { input: { adoptionId: id, version, to: 'PREPARING', effectiveOn: '2024-01-08', ...changes } })).toEqual({ __typename: 'Refusal', code, path });
  expect(await written()).toEqual(before);
});

test("another commune's adoption is not found, to read or to change", async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const { id, version } = await adoptionOf(organiser, rolloutId, district.units.laPhu);
  expect(await officer.ask(CHANGE, { input: { adoptionId: id, version, to: 'PREPARING', effectiveOn: '2024-01-08' } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await officer.ask('query ($id: ID!) { adoption(id: $id) { id } }', { id })).toBeNull();
});

test('twenty who change one adoption at once: one does, and the others are told where it stands', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const { id, version } = await adoptionOf(officer, rolloutId, district.units.anKhanh);
  const input = { adoptionId: id, version, to: 'PREPARING', effectiveOn: '2024-01-08' };
  const replies = await Promise.all(Array.from({ length: 20 }, () => officer.ask(CHANGE, { input })));
  expect(replies.filter(({ __typename }) => __typename === 'Adoption')).toHaveLength(1);
  expect(replies.filter(({ code }) => code === 'ADOPTION_MOVE')).toHaveLength(19);
});

test('the office exempts a commune as of a day; it is asked for nothing from then on', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const unitId = district.units.anKhanh;
  const { id: adoptionId, version } = await adoptionOf(officer, rolloutId, unitId);
  const input = { adoptionId, version, basis: 'EXEMPT', effectiveOn: '2024-05-01', reason: 'Đang xây trụ sở.' };
  expect(await officer.send(BASIS, { input })).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  expect(await organiser.ask(BASIS, { input: { ...input, reason: null } })).toMatchObject({ code: 'REASON_MISSING' });
  expect(await organiser.ask(BASIS, { input: { ...input, basis: 'REQUIRED' } })).toMatchObject({ code: 'BASIS_UNCHANGED' });
  const exempt = await organiser.ask(BASIS, { input });
  expect(exempt).toEqual({ __typename: 'Adoption', basis: 'EXEMPT', nextStates: [], version: 2 });
  expect(await officer.ask(CHANGE, { input: { adoptionId, version: 2, to: 'PREPARING', effectiveOn: '2024-06-01' } })).toMatchObject({ code: 'UNIT_EXEMPT' });
  expect(await officer.ask(EVIDENCE, { input: { adoptionId, givenOn: '2024-06-01', note: 'Ảnh chụp' } })).toMatchObject({ code: 'UNIT_EXEMPT' });
  const before = await officer.ask(ADOPTIONS, { rolloutId, asOf: '2024-04-30' });
  expect(before.edges[0].node.basis).toBe('REQUIRED');
});

test('sustained use without fresh evidence shows as unconfirmed, and evidence with its file confirms it', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const unitId = district.units.anKhanh;
  await takeThrough(officer, { rolloutId, unitId }, [['IN_USE', '2024-02-12', 'Đã thí điểm tại xã bạn.'], ['SUSTAINED', '2024-08-12']]);
  const { id: adoptionId, confirmed } = await adoptionOf(officer, rolloutId, unitId);
  const asOf = async (day: string) => (await officer.ask(ADOPTIONS, { rolloutId, asOf: day })).edges[0].node.confirmed;
  expect([confirmed, await asOf('2024-02-11'), await asOf('2024-06-01'), await asOf('2025-02-11'), await asOf('2025-02-12')]).toEqual([false, null, true, true, false]);
  const reader = await contest.as(await aPerson(contest, { unitId, role: 'COMMUNE_OFFICER' }));
  const upload = { ownerType: 'adoption', ownerId: adoptionId, fileName: 'anh.pdf', contentType: 'application/pdf', size: 10 };
  const REQUEST = 'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename ... on Refusal { code } } }';
  expect(await reader.ask(REQUEST, { input: upload })).toMatchObject({ __typename: 'FileUpload' });
  expect(await organiser.ask(REQUEST, { input: upload })).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND' });
  expect(await officer.ask(EVIDENCE, { input: { adoptionId, givenOn: '2026-03-03', note: 'Ảnh chụp' } })).toMatchObject({ code: 'DATE_IN_FUTURE', path: 'givenOn' });
  const grant = { role: 'COMMUNE_OFFICER' as const, unitId, unitIds: [unitId], permissions: ['adoption:report'] };
  const content = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
  const file = await contest.get(FilesService).attach(new Actor(district.people.communeOfficer, [grant]), upload, content);
  const shown = await officer.ask(EVIDENCE, { input: { adoptionId, givenOn: '2026-03-01', note: 'Ảnh chụp', fileId: file.id } });
  expect(shown).toEqual({ __typename: 'Adoption', confirmed: true, evidence: [...Array(2).fill({ note: 'Biên bản kiểm tra.', fileId: null }), { note: 'Ảnh chụp', fileId: file.id }] });
  expect([await asOf('2026-02-28'), await asOf('2026-03-01')]).toEqual([false, true]);
});

test('a rollout is edited on the version that was on the screen; its indicators are set as a whole', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const { leadUnitId, titleVi, titleEn, reason, dueOn } = adoptInput(district, '');
  const texts = { leadUnitId, titleVi, titleEn, reason, dueOn };
  expect(await organiser.ask(EDIT, { input: { ...texts, rolloutId, version: 1, titleVi: 'Tên mới', cost: 250_000_000 } })).toEqual({
    __typename: 'Rollout',
    id: rolloutId,
    version: 2,
    titleVi: 'Tên mới',
    cost: 250_000_000,
  });
  expect(await organiser.ask(EDIT, { input: { ...texts, rolloutId, version: 1 } })).toMatchObject({ code: 'STALE' });
  expect(await organiser.ask(INDICATORS, { input: { rolloutId, version: 1, indicators: [] } })).toMatchObject({ code: 'STALE' });
  expect(await organiser.ask(INDICATORS, { input: { rolloutId, version: 2, indicators: [ratio, { ...sum, key: 'new' }] } })).toEqual({
    __typename: 'Rollout',
    version: 3,
    indicators: [{ key: 'qr.satisfied' }, { key: 'new' }],
  });
});

test('every mutation sent twice with one key has one effect and one outcome', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const { id: adoptionId, version } = await adoptionOf(officer, rolloutId, district.units.anKhanh);
  const input = { adoptionId, version, to: 'PREPARING', effectiveOn: '2024-01-08', clientMutationId: randomUUID() };
  const [first, again] = [await officer.ask(CHANGE, { input }), await officer.ask(CHANGE, { input })];
  expect(again).toEqual(first);
  expect(first.history).toHaveLength(2);
});
