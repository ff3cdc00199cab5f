import { sql } from 'kysely';
import { Contest, ContestDecision, ContestDocument, Phase, PrizeTier } from '#domain/contest';
import { Roster } from '#domain/units';
import { ContestPorts } from '#lib/contest';
import { Refused } from '#lib/kernel';
import { aContest, aRuleBook, anArea, plan, prizePlan, rules } from './support/contests.js';
import { type District, aDistrict, aPerson, aUnit } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let district: District;
let organiser: Client;
let leader: Client;
let submitter: Client;
let areaId: string;

beforeAll(async () => {
  contest = await startContest();
});
afterAll(() => contest.stop());

// Each test has a district of its own and begins on the same day: what the others left is out of its reach.
beforeEach(async () => {
  contest.clock.set('2026-03-02T02:00:00Z');
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  leader = await contest.as(district.people.leader);
  submitter = await contest.as(district.people.submitter);
  areaId = await anArea(contest);
});

const result = (name: string, fields = 'id version phase') =>
  `mutation M($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on Contest { ${fields} } ... on Refusal { code path message } } }`;
const send = (client: Client, name: string, input: object, fields?: string) => client.ask(result(name, fields), { input });
const read = (client: Client, id: string, fields: string) => client.ask(`query Q($id: ID!) { contest(id: $id) { ${fields} } }`, { id });
const audits = async (id: string) => (await contest.em().getKysely().selectFrom('audit_entry' as never).where('subject_id' as never, '=', id as never).execute()).length;

const phases = [
  { kind: 'ANNOUNCED', startsAt: '2026-03-10T08:00:00+07:00' },
  { kind: 'OPEN', startsAt: '2026-04-01T07:00:00+07:00', endsAt: '2026-05-30T22:00:00+07:00' },
  { kind: 'SCREENING', startsAt: '2026-05-30T22:00:00+07:00' },
  { kind: 'JUDGING', startsAt: '2026-06-15T08:00:00+07:00' },
];
const order = () => ({
  hostUnitId: district.units.district,
  year: 2026,
  title: 'Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2026',
  titleEn: 'Search for initiatives in administrative reform, 2026',
  objectives: 'Nâng cao chất lượng phục vụ người dân.',
  rosterAsOf: '2025-06-30',
});
const whole = () => ({ ...order(), phases, areaIds: [areaId], prizePlan, documents: [plan, rules] });

test('a contest is drawn up, furnished piece by piece and announced; each step says what is still missing', async () => {
  const made = await send(organiser, 'createContest', order(), 'id version phase rosterUnits missing { code } canAdvance whyNotAdvance { code message }');
  expect(made).toMatchObject({
    phase: 'DRAFT',
    version: 1,
    rosterUnits: 6,
    missing: ['PLAN_MISSING', 'RULES_MISSING', 'AREAS_MISSING', 'DATES_MISSING', 'RULE_BOOK_MISSING', 'PRIZE_PLAN_MISSING'].map((code) => ({ code })),
    canAdvance: false,
    whyNotAdvance: { code: 'PLAN_MISSING', message: 'Chưa có kế hoạch tổ chức cuộc thi (số, ngày ban hành).' },
  });
  const contestId = made.id as string;
  let version = 1;
  const steps: [string, object, string][] = [
    ['attachDocument', plan, 'RULES_MISSING'],
    ['attachDocument', rules, 'AREAS_MISSING'],
    ['setAreas', { areaIds: [areaId] }, 'DATES_MISSING'],
    ['setPhaseDates', { phases }, 'RULE_BOOK_MISSING'],
    ['setRuleBook', { content: aRuleBook() }, 'PRIZE_PLAN_MISSING'],
  ];
  for (const [name, input, missing] of steps) {
    const step = await send(organiser, name, { contestId, version, ...input });
    version = step.version as number;
    const refused = await send(organiser, 'advancePhase', { contestId, version });
    expect([name, refused.code]).toEqual([name, missing]);
  }
  const planned = await send(organiser, 'setPrizePlan', { contestId, version, tiers: prizePlan }, 'version missing { code } canAdvance prizePlan { key quantity amount }');
  expect(planned).toMatchObject({ missing: [], canAdvance: true, prizePlan: [{ key: 'FIRST', quantity: 1, amount: 3_000_000 }, { key: 'SECOND' }, { key: 'THIRD' }] });

  const announced = await send(organiser, 'advancePhase', { contestId, version: planned.version }, 'phase nextPhase nextPhaseAt due canEdit ruleBook { number hash content { rounds { key rubric { key max } } } }');

  expect(announced).toMatchObject({ phase: 'ANNOUNCED', nextPhase: 'OPEN', nextPhaseAt: '2026-04-01T00:00:00.000Z', due: false, canEdit: false });
  expect(announced.ruleBook).toMatchObject({ number: 1, hash: null, content: { rounds: [{ key: 'dossier', rubric: [{ key: 'novelty', max: '30' }, {}, {}] }, { key: 'final' }] } });
  expect(await audits(contestId)).toBe(8);
});

test('the clock opens and closes it, and what is late is refused by the deadline’s own moment', async () => {
  const { id } = await send(organiser, 'createContest', whole());
  const { version } = await send(organiser, 'setRuleBook', { contestId: id, version: 1, content: aRuleBook() });
  await send(organiser, 'advancePhase', { contestId: id, version });
  const phase = async () => (await contest.em().findOneOrFail(Contest, { id })).phase;

  await contest.tick();
  expect(await phase()).toBe('ANNOUNCED');
  contest.clock.set('2026-04-01T00:00:00Z');
  expect(await read(submitter, id, 'phase canSubmit canDraft')).toEqual({ phase: 'ANNOUNCED', canSubmit: true, canDraft: true });
  await contest.tick();
  expect(await phase()).toBe('OPEN');
  contest.clock.set('2026-05-30T15:14:00Z');
  await contest.tick();
  expect(await phase()).toBe('OPEN');
  expect(await read(submitter, id, 'canSubmit lastMoment')).toEqual({ canSubmit: true, lastMoment: '2026-05-30T15:15:00.000Z' });
  contest.clock.set('2026-05-30T15:15:00Z');
  await contest.tick();
  expect(await phase()).toBe('SCREENING');
  expect(await read(submitter, id, 'canSubmit whyNotSubmit { code message }')).toEqual({
    canSubmit: false,
    whyNotSubmit: { code: 'DEADLINE_PASSED', message: 'Đã hết hạn gửi sáng kiến lúc 22:00 30/05/2026. Nội dung đang soạn vẫn được lưu dưới dạng bản nháp.' },
  });
  contest.clock.set('2026-06-16T00:00:00Z');
  await contest.tick();
  expect(await phase()).toBe('SCREENING');
  expect(await read(organiser, id, 'due canAdvance')).toEqual({ due: true, canAdvance: true });
  const { rows } = await sql<{ kind: string; person: string; times: number }>`
    select kind, person_id as person, count(*)::int as times from notice where kind = 'contest.phaseDue' and person_id = ${district.people.organiser} group by 1, 2`.execute(contest.em().getKysely());
  expect(rows).toEqual([{ kind: 'contest.phaseDue', person: district.people.organiser, times: 1 }]);
});

test('submitters are reminded three days and one day before the deadline, once each', async () => {
  const { deadline } = await aContest(contest, district);
  const told = async () => {
    const { rows } = await sql<{ subject: string }>`select subject_vi as subject from notice where kind = 'contest.deadlineNear' and person_id = ${district.people.submitter}`.execute(
      contest.em().getKysely(),
    );
    return rows.length;
  };
  const before = async (hours: number) => {
    contest.clock.set(new Date(deadline.getTime() - hours * 3_600_000));
    await contest.tick();
    await contest.tick();
    return told();
  };

  expect([await before(80), await before(72), await before(48), await before(24), await before(2)]).toEqual([0, 1, 1, 2, 2]);
});

test('later contexts can ask for something before a phase, for a person and for the clock alike', async () => {
  const { id } = await aContest(contest, district, { phase: 'SCREENING' });
  let screened = false;
  contest.get(ContestPorts).registerPrecondition('JUDGING', () => Promise.resolve(screened ? null : new Refused('SCREENING_UNFINISHED')));
  const { version } = await contest.em().findOneOrFail(Contest, { id });

  expect(await send(organiser, 'advancePhase', { contestId: id, version })).toMatchObject({ code: 'SCREENING_UNFINISHED' });
  screened = true;
  expect(await send(organiser, 'advancePhase', { contestId: id, version })).toMatchObject({ phase: 'JUDGING' });
});

test('a person cannot close the call before its deadline, nor go on while it is held', async () => {
  const { id } = await aContest(contest, district, { phase: 'OPEN' });
  const { version } = await contest.em().findOneOrFail(Contest, { id });
  expect(await send(organiser, 'advancePhase', { contestId: id, version })).toMatchObject({ code: 'PHASE_NOT_DUE' });

  const held = await send(organiser, 'holdPhase', { contestId: id, version, reason: 'Chờ ý kiến chỉ đạo' }, 'version heldReason canResume canHold');
  expect(held).toMatchObject({ heldReason: 'Chờ ý kiến chỉ đạo', canResume: true, canHold: false });
  contest.clock.set('2026-08-01T00:00:00Z');
  await contest.tick();
  expect(await send(organiser, 'advancePhase', { contestId: id, version: held.version })).toMatchObject({ code: 'CONTEST_HELD' });
  expect((await contest.em().findOneOrFail(Contest, { id })).phase).toBe('OPEN');
  await send(organiser, 'resumePhase', { contestId: id, version: held.version, reason: 'Đã có ý kiến' });
  await contest.tick();

  expect(await read(organiser, id, 'phase decisions { kind number reason }')).toEqual({
    phase: 'SCREENING',
    decisions: [
      { kind: 'HELD', number: null, reason: 'Chờ ý kiến chỉ đạo' },
      { kind: 'RESUMED', number: null, reason: 'Đã có ý kiến' },
    ],
  });
});

test('once announced, dates move by a decision; a later deadline opens the call again and is told', async () => {
  const { id, deadline } = await aContest(contest, district, { phase: 'SCREENING' });
  const { version } = await contest.em().findOneOrFail(Contest, { id });
  const open = await contest.em().findOneOrFail(Phase, { contest: id, kind: 'OPEN' });
  const later = new Date(deadline.getTime() + 10 * 86_400_000).toISOString();
  const moved = (startsAt: Date, endsAt: string) => ({ contestId: id, version, phases: [{ kind: 'OPEN', startsAt: startsAt.toISOString(), endsAt }, { kind: 'SCREENING', startsAt: endsAt }] });

  expect(await send(organiser, 'setPhaseDates', moved(open.startsAt, later))).toMatchObject({ code: 'DECISION_NEEDED', path: 'decisionNumber' });
  const decision = { decisionNumber: '215/QĐ-UBND', reason: 'Nhiều đơn vị đề nghị gia hạn' };
  expect(await send(organiser, 'setPhaseDates', { ...moved(open.startsAt, deadline.toISOString()), ...decision, phases: [{ kind: 'ANNOUNCED', startsAt: later }] })).toMatchObject({ code: 'PHASE_OVER' });
  expect(await send(organiser, 'setPhaseDates', { ...moved(new Date(open.startsAt.getTime() + 1000), later), ...decision })).toMatchObject({ code: 'PHASE_BEGUN' });
  expect(await contest.em().count(ContestDecision, { contest: id })).toBe(0);

  const reopened = await send(organiser, 'setPhaseDates', { ...moved(open.startsAt, later), ...decision }, 'phase decisions { kind number reason } canDraft');
  expect(reopened).toMatchObject({ phase: 'OPEN', decisions: [{ kind: 'DATES_MOVED', number: '215/QĐ-UBND', reason: 'Nhiều đơn vị đề nghị gia hạn' }] });
  await contest.drain();
  const { rows } = await sql<{ subject: string }>`select text_vi as subject from notice where kind = 'contest.datesMoved' and person_id = ${district.people.submitter}`.execute(contest.em().getKysely());
  expect(rows).toHaveLength(1);
  expect(rows[0]!.subject).toContain('Quyết định số 215/QĐ-UBND');
});

test('next year is copied: no documents, dates a year on, its own roster, the rule book open again', async () => {
  const { id } = await aContest(contest, district, { phase: 'OPEN' });
  const source = await contest.em().findOneOrFail(Phase, { contest: id, kind: 'OPEN' });
  await aUnit(contest, 'Xã Đức Thượng', { kind: 'COMMUNE', parentId: district.units.district });
  const input = { contestId: id, year: 2027, title: 'Cuộc thi năm 2027', titleEn: 'The contest of 2027', rosterAsOf: '2027-01-01' };
  expect(await send(organiser, 'copyContest', { ...input, year: 2026 })).toMatchObject({ code: 'COPY_GOES_FORWARD', path: 'year' });

  const copy = await send(organiser, 'copyContest', input, 'id year phase rosterAsOf rosterUnits missing { code } areas { id } prizePlan { key } ruleBook { number frozenAt } phases { kind startsAt }');

  expect(copy).toMatchObject({ year: 2027, phase: 'DRAFT', rosterAsOf: '2027-01-01', rosterUnits: 7, ruleBook: { number: 1, frozenAt: null } });
  expect(copy.missing).toEqual([{ code: 'PLAN_MISSING' }, { code: 'RULES_MISSING' }]);
  expect(copy.prizePlan).toHaveLength(3);
  expect(copy.areas).toHaveLength(1);
  expect(copy.phases.find(({ kind }: { kind: string }) => kind === 'OPEN').startsAt).toBe(source.startsAt.toISOString().replace('2026', '2027'));
  expect(await contest.em().count(ContestDocument, { contest: copy.id })).toBe(0);
});

test('a past year is recorded, archived, and everyone reads it; a draft nobody but the host does', async () => {
  const { id: draft } = await send(organiser, 'createContest', order());
  const past = await send(organiser, 'recordPastContest', { ...order(), year: 2022, title: 'Cuộc thi năm 2022', rosterAsOf: '2022-06-30', prizePlan, documents: [plan] }, 'id phase recorded');
  expect(past).toMatchObject({ phase: 'ARCHIVED', recorded: true });

  const everyone = await contest.client().ask('{ publicContests(year: 2022) { totalCount edges { node { year title host { nameVi } documents { number } } } } }');
  expect(everyone).toEqual({ totalCount: 1, edges: [{ node: { year: 2022, title: 'Cuộc thi năm 2022', host: { nameVi: 'Huyện Hoài Đức' }, documents: [{ number: '118/KH-UBND' }] } }] });
  expect(await read(submitter, draft, 'id')).toBeNull();
  expect(await submitter.ask('{ contests { totalCount } }')).toEqual({ totalCount: 1 });
  expect(await organiser.ask('{ contests { totalCount } }')).toEqual({ totalCount: 2 });
  expect(await leader.ask('{ contests(year: 2022) { totalCount edges { node { recorded } } } }')).toEqual({ totalCount: 1, edges: [{ node: { recorded: true } }] });
});

test('the leader cancels, with number and reason; units are told; it ends there', async () => {
  const { id } = await aContest(contest, district, { phase: 'ANNOUNCED' });
  const { version } = await contest.em().findOneOrFail(Contest, { id });
  const input = { contestId: id, version, decisionNumber: '99/QĐ-UBND', reason: 'Sắp xếp đơn vị hành chính' };
  const forbidden = await organiser.send(result('cancelContest'), { input });
  expect(forbidden.errors?.[0]?.extensions.code).toBe('FORBIDDEN');

  const cancelled = await send(leader, 'cancelContest', input, 'version phase cancelReason canSetDates');
  expect(cancelled).toMatchObject({ phase: 'CANCELLED', cancelReason: 'Sắp xếp đơn vị hành chính', canSetDates: false });
  expect(await send(leader, 'cancelContest', { ...input, version: cancelled.version })).toMatchObject({ code: 'TRANSITION' });
  expect(await send(organiser, 'advancePhase', { contestId: id, version: cancelled.version })).toMatchObject({ code: 'CONTEST_ENDED' });
  await contest.drain();
  const { rows } = await sql`select 1 from notice where kind = 'contest.cancelled' and person_id = ${district.people.submitter}`.execute(contest.em().getKysely());
  expect(rows).toHaveLength(1);
});

test('what was announced stands', async () => {
  const { id } = await aContest(contest, district, { phase: 'ANNOUNCED' });
  const { version } = await contest.em().findOneOrFail(Contest, { id });
  const settings = { title: 'Tên khác', titleEn: 'Another title', objectives: '', headConfirms: true, graceMinutes: 0, maxFiles: 1, maxFileBytes: 1024 };
  const { id: documentId } = await contest.em().findOneOrFail(ContestDocument, { contest: id, kind: 'PLAN' });
  const before = await audits(id);

  for (const [name, input] of [['editContest', settings], ['setAreas', { areaIds: [] }], ['setPrizePlan', { tiers: [] }], ['detachDocument', { documentId }]] as const) {
    expect([name, (await send(organiser, name, { contestId: id, version, ...input })).code]).toEqual([name, 'CONTEST_ANNOUNCED']);
  }
  expect(await contest.em().count(PrizeTier, { contest: id })).toBe(3);
  expect((await contest.em().findOneOrFail(Contest, { id })).version).toBe(version);
  expect(await audits(id)).toBe(before);
});

test('an edit made on an old version is stale, whichever part it is about, and of two at once one stands', async () => {
  const { id } = await send(organiser, 'createContest', whole());
  const first = await send(organiser, 'setAreas', { contestId: id, version: 1, areaIds: [] });
  expect(first.version).toBe(2);
  expect(await send(organiser, 'setPrizePlan', { contestId: id, version: 1, tiers: [] })).toMatchObject({ code: 'STALE', path: 'version' });
  expect(await contest.em().count(PrizeTier, { contest: id })).toBe(3);

  const together = await Promise.all(Array.from({ length: 20 }, () => send(organiser, 'setAreas', { contestId: id, version: 2, areaIds: [areaId] })));
  expect(together.filter((reply) => reply.__typename === 'Contest')).toHaveLength(1);
  expect(together.filter((reply) => reply.code === 'STALE')).toHaveLength(19);
});

test('what does not hold is refused with its path, and nothing is written', async () => {
  const contests = () => contest.em().count(Contest);
  const rosters = () => contest.em().count(Roster);
  const { id } = await send(organiser, 'createContest', whole());
  const before = [await contests(), await rosters()];
  const attempts: [string, object, { code: string; path?: string | null }][] = [
    ['createContest', whole(), { code: 'CONTEST_EXISTS' }],
    ['createContest', { ...order(), year: 1999 }, { code: 'INPUT_INVALID', path: 'year' }],
    ['createContest', { ...order(), title: 'Cuộc thi'.normalize('NFD') }, { code: 'TEXT_NOT_NFC', path: 'title' }],
    ['createContest', { ...order(), title: 'Khác', rosterAsOf: '1990-01-01' }, { code: 'ROSTER_EMPTY' }],
    ['createContest', { ...order(), title: 'Khác', hostUnitId: areaId }, { code: 'NOT_FOUND', path: 'hostUnitId' }],
    ['createContest', { ...order(), title: 'Khác', areaIds: [district.units.finance] }, { code: 'NOT_FOUND' }],
    ['createContest', { ...order(), title: 'Khác', phases: [{ ...phases[1], endsAt: null }] }, { code: 'PHASE_NEEDS_END', path: 'phases.0.endsAt' }],
    ['createContest', { ...order(), title: 'Khác', prizePlan: [prizePlan[0], prizePlan[0]] }, { code: 'PRIZE_TIER_TWICE' }],
    ['setPhaseDates', { contestId: id, version: 1, phases: [{ kind: 'JUDGING', startsAt: '2026-04-02T00:00:00Z' }] }, { code: 'PHASE_ORDER', path: 'phases.0.startsAt' }],
    ['attachDocument', { contestId: id, version: 1, ...plan }, { code: 'DOCUMENT_EXISTS' }],
    ['attachDocument', { contestId: id, version: 1, ...plan, number: '2', fileId: areaId }, { code: 'NOT_FOUND', path: 'fileId' }],
    ['holdPhase', { contestId: id, version: 1, reason: 'x' }, { code: 'CONTEST_NOT_RUNNING' }],
    ['resumePhase', { contestId: id, version: 1, reason: 'x' }, { code: 'CONTEST_NOT_HELD' }],
  ];
  for (const [name, input, refusal] of attempts) expect([name, input, await send(organiser, name, input)]).toEqual([name, input, expect.objectContaining(refusal)]);

  expect([await contests(), await rosters()]).toEqual(before);
  expect(await audits(id)).toBe(1);
});

test('the organiser of another district finds nothing', async () => {
  const { id } = await aContest(contest, district, { phase: 'OPEN' });
  const elsewhere = await aUnit(contest, 'Huyện Đan Phượng', { kind: 'DISTRICT', parentId: null });
  const stranger = await contest.as(await aPerson(contest, { unitId: elsewhere, role: 'ORGANISER' }));
  const { version } = await contest.em().findOneOrFail(Contest, { id });

  expect(await read(stranger, id, 'id')).toBeNull();
  expect(await read(stranger, 'không-phải-mã', 'id')).toBeNull();
  expect(await stranger.ask('{ contests { totalCount } }')).toEqual({ totalCount: 0 });
  expect(await send(stranger, 'holdPhase', { contestId: id, version, reason: 'x' })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await send(stranger, 'copyContest', { contestId: id, year: 2027, title: 'x', titleEn: 'x', rosterAsOf: '2026-01-01' })).toMatchObject({ code: 'NOT_FOUND' });
});

test('sent twice under one key, a contest is made once', async () => {
  const input = { ...whole(), clientMutationId: 'create-2026' };
  const [first, again] = await Promise.all([send(organiser, 'createContest', input), send(organiser, 'createContest', input)]);
  expect(again).toEqual(first);
  expect(await contest.em().count(Contest, { host: district.units.district })).toBe(1);
});
