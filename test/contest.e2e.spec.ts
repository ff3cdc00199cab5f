import { Contest, ContestDocument, Phase, PrizeTier } from '#domain/contest';
import { Roster } from '#domain/units';
import { approvedPlan, read, send } from './support/contest-acts.js';
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

const audits = async (id: string) =>
  (
    await contest
      .em()
      .getKysely()
      .selectFrom('audit_entry' as never)
      .where('subject_id' as never, '=', id as never)
      .execute()
  ).length;

const phases = [
  { kind: 'ANNOUNCED', startsAt: '2026-03-10T08:00:00+07:00' },
  { kind: 'OPEN', startsAt: '2026-04-01T07:00:00+07:00', endsAt: '2026-05-30T22:00:00+07:00' },
  { kind: 'SCREENING', startsAt: '2026-05-30T22:00:00+07:00' },
  { kind: 'JUDGING', startsAt: '2026-06-15T08:00:00+07:00' },
];
const order = () => ({
  hostUnitId: district.units.district,
  year: 2026,
  titleVi: 'Tìm kiếm sáng kiến, giải pháp về cải cách hành chính năm 2026',
  titleEn: 'Search for initiatives in administrative reform, 2026',
  objectives: 'Nâng cao chất lượng phục vụ người dân.',
  rosterAsOf: '2025-06-30',
});
const whole = () => ({ ...order(), phases, areaIds: [areaId], prizePlan, documents: [plan, rules] });

test('a contest is drawn up, furnished piece by piece and announced; each step says what is still missing', async () => {
  const made = await send(
    organiser,
    'createContest',
    order(),
    'id version phase rosterUnits problems { code } canAdvance whyNotAdvance { code message }',
  );
  expect(made).toMatchObject({
    phase: 'DRAFT',
    version: 1,
    rosterUnits: 6,
    problems: [
      ...['PLAN_MISSING', 'RULES_MISSING', 'AREAS_MISSING', 'DATES_MISSING', 'RULE_BOOK_MISSING', 'PRIZE_PLAN_MISSING'],
      'PLAN_NOT_APPROVED',
    ].map((code) => ({ code })),
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
  const planned = await send(
    organiser,
    'setPrizePlan',
    { contestId, version, tiers: prizePlan },
    'version problems { code } canAdvance prizePlan { key quantity amount }',
  );
  expect(planned).toMatchObject({
    problems: [{ code: 'PLAN_NOT_APPROVED' }],
    canAdvance: false,
    prizePlan: [{ key: 'FIRST', quantity: 1, amount: 3_000_000 }, { key: 'SECOND' }, { key: 'THIRD' }],
  });

  await approvedPlan({ organiser, leader }, { contestId, version: planned.version });
  const announced = await send(
    organiser,
    'advancePhase',
    { contestId, version: planned.version },
    'phase nextPhase nextPhaseAt due canEdit ruleBook { number hash content { rounds { key rubric { key max } } } }',
  );

  expect(announced).toMatchObject({
    phase: 'ANNOUNCED',
    nextPhase: 'OPEN',
    nextPhaseAt: '2026-04-01T00:00:00.000Z',
    due: false,
    canEdit: false,
  });
  expect(announced.ruleBook).toMatchObject({
    number: 1,
    hash: null,
    content: { rounds: [{ key: 'dossier', rubric: [{ key: 'novelty', max: '30' }, {}, {}] }, { key: 'final' }] },
  });
  expect(await audits(contestId)).toBe(10);
});

test('next year is copied: no documents, dates a year on, its own roster, the rule book open again', async () => {
  const { id } = await aContest(contest, district, { phase: 'OPEN' });
  const source = await contest.em().findOneOrFail(Phase, { contest: id, kind: 'OPEN' });
  await aUnit(contest, 'Xã Đức Thượng', { kind: 'COMMUNE', parentId: district.units.district });
  const input = { contestId: id, year: 2027, titleVi: 'Cuộc thi năm 2027', titleEn: 'The contest of 2027', rosterAsOf: '2027-01-01' };
  expect(await send(organiser, 'copyContest', { ...input, year: 2026 })).toMatchObject({ code: 'COPY_GOES_FORWARD', path: 'year' });

  const copy = await send(
    organiser,
    'copyContest',
    input,
    'id year phase rosterAsOf rosterUnits problems { code } areas { id } prizePlan { key } ruleBook { number frozenAt } phases { kind startsAt }',
  );

  expect(copy).toMatchObject({
    year: 2027,
    phase: 'DRAFT',
    rosterAsOf: '2027-01-01',
    rosterUnits: 7,
    ruleBook: { number: 1, frozenAt: null },
  });
  expect(copy.problems.map(({ code }: { code: string }) => code)).toEqual(['PLAN_MISSING', 'RULES_MISSING', 'PLAN_NOT_APPROVED']);
  expect(copy.prizePlan).toHaveLength(3);
  expect(copy.areas).toHaveLength(1);
  expect(copy.phases.find(({ kind }: { kind: string }) => kind === 'OPEN').startsAt).toBe(
    source.startsAt.toISOString().replace('2026', '2027'),
  );
  expect(await contest.em().count(ContestDocument, { contest: copy.id })).toBe(0);
});

test('a past year is recorded, archived, and everyone reads it; a draft nobody but the host does', async () => {
  const { id: draft } = await send(organiser, 'createContest', order());
  const past = await send(
    organiser,
    'recordPastContest',
    { ...order(), year: 2022, titleVi: 'Cuộc thi năm 2022', rosterAsOf: '2022-06-30', prizePlan, documents: [plan] },
    'id phase recorded',
  );
  expect(past).toMatchObject({ phase: 'ARCHIVED', recorded: true });

  const everyone = await contest
    .client()
    .ask('{ publicContests(year: 2022) { totalCount edges { node { year titleVi host { nameVi } documents { number } } } } }');
  expect(everyone).toEqual({
    totalCount: 1,
    edges: [
      { node: { year: 2022, titleVi: 'Cuộc thi năm 2022', host: { nameVi: 'Huyện Hoài Đức' }, documents: [{ number: '118/KH-UBND' }] } },
    ],
  });
  expect(await read(submitter, draft, 'id')).toBeNull();
  expect(await submitter.ask('{ contests { totalCount } }')).toEqual({ totalCount: 1 });
  expect(await organiser.ask('{ contests { totalCount } }')).toEqual({ totalCount: 2 });
  expect(await leader.ask('{ contests(year: 2022) { totalCount edges { node { recorded } } } }')).toEqual({
    totalCount: 1,
    edges: [{ node: { recorded: true } }],
  });
});

test('what was announced stands', async () => {
  const { id } = await aContest(contest, district, { phase: 'ANNOUNCED' });
  const { version } = await contest.em().findOneOrFail(Contest, { id });
  const settings = {
    titleVi: 'Tên khác',
    titleEn: 'Another title',
    objectives: '',
    headConfirms: true,
    graceMinutes: 0,
    maxFiles: 1,
    maxFileBytes: 1024,
  };
  const { id: documentId } = await contest.em().findOneOrFail(ContestDocument, { contest: id, kind: 'PLAN' });
  const before = await audits(id);

  for (const [name, input] of [
    ['editContest', settings],
    ['setAreas', { areaIds: [] }],
    ['setPrizePlan', { tiers: [] }],
    ['detachDocument', { documentId }],
  ] as const) {
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

  const together = await Promise.all(
    Array.from({ length: 20 }, () => send(organiser, 'setAreas', { contestId: id, version: 2, areaIds: [areaId] })),
  );
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
    ['createContest', { ...order(), titleVi: ' \u200b\u00a0' }, { code: 'INPUT_INVALID', path: 'titleVi' }],
    ['createContest', { ...order(), titleVi: 'Khác', rosterAsOf: '1990-01-01' }, { code: 'ROSTER_EMPTY' }],
    ['createContest', { ...order(), titleVi: 'Khác', hostUnitId: areaId }, { code: 'NOT_FOUND', path: 'hostUnitId' }],
    ['createContest', { ...order(), titleVi: 'Khác', areaIds: [district.units.finance] }, { code: 'NOT_FOUND' }],
    [
      'createContest',
      { ...order(), titleVi: 'Khác', phases: [{ ...phases[1], endsAt: null }] },
      { code: 'PHASE_NEEDS_END', path: 'phases.0.endsAt' },
    ],
    ['createContest', { ...order(), titleVi: 'Khác', prizePlan: [prizePlan[0], prizePlan[0]] }, { code: 'PRIZE_TIER_TWICE' }],
    [
      'setPhaseDates',
      { contestId: id, version: 1, phases: [{ kind: 'JUDGING', startsAt: '2026-04-02T00:00:00Z' }] },
      { code: 'PHASE_ORDER', path: 'phases.0.startsAt' },
    ],
    ['attachDocument', { contestId: id, version: 1, ...plan }, { code: 'DOCUMENT_EXISTS' }],
    ['attachDocument', { contestId: id, version: 1, ...plan, number: '2', fileId: areaId }, { code: 'NOT_FOUND', path: 'fileId' }],
    ['holdPhase', { contestId: id, version: 1, reason: 'x' }, { code: 'CONTEST_NOT_RUNNING' }],
    ['resumePhase', { contestId: id, version: 1, reason: 'x' }, { code: 'CONTEST_NOT_HELD' }],
  ];
  for (const [name, input, refusal] of attempts)
    expect([name, input, await send(organiser, name, input)]).toEqual([name, input, expect.objectContaining(refusal)]);

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
  expect(
    await send(stranger, 'copyContest', { contestId: id, year: 2027, titleVi: 'x', titleEn: 'x', rosterAsOf: '2026-01-01' }),
  ).toMatchObject({ code: 'NOT_FOUND' });
});

test('sent twice under one key, a contest is made once', async () => {
  const input = { ...whole(), clientMutationId: 'create-2026' };
  const [first, again] = await Promise.all([send(organiser, 'createContest', input), send(organiser, 'createContest', input)]);
  expect(again).toEqual(first);
  expect(await contest.em().count(Contest, { host: district.units.district })).toBe(1);
});
