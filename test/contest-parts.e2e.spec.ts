import { jest } from '@jest/globals';
import { Client } from 'pg';
import { Contest, ReformArea, RuleBook, Seat, ruleBookHash } from '#domain/contest';
import { ContestPorts, RuleBookService, SeatService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { aContest, aRound, aRuleBook, anArea } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client as Speaker, type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let district: District;
let organiser: Speaker;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
});
afterAll(() => contest.stop());

const mutation = (name: string, type: string, fields: string) =>
  `mutation M($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on ${type} { ${fields} } ... on Refusal { code path } } }`;
const setBook = (input: object, fields = 'version ruleBook { number hash }') =>
  organiser.ask(mutation('setRuleBook', 'Contest', fields), { input });
const amend = (input: object, fields = 'version ruleBook { number hash decisionNumber } ruleBooks { number }') =>
  organiser.ask(mutation('amendRuleBook', 'Contest', fields), { input });
const seat = (input: object, client = organiser) =>
  client.ask(mutation('seatPerson', 'Seat', 'id kind chair person { fullName }'), { input });
const versionOf = async (id: string) => (await contest.em().findOneOrFail(Contest, { id })).version;

test('a rule book that breaks a rule is refused with its path, and the one in force stays', async () => {
  const { id } = await aContest(contest, district, { phase: 'DRAFT' });
  const version = await versionOf(id);
  const bad = aRuleBook({ rounds: [aRound('dossier'), aRound('final', { minimumCards: 9 })] });
  const before = await contest.em().findOneOrFail(RuleBook, { contest: id });

  expect(await setBook({ contestId: id, version, content: bad })).toEqual({
    __typename: 'Refusal',
    code: 'RULE_BOOK_MINIMUM_CARDS',
    path: 'content.rounds.1.minimumCards',
  });
  expect((await contest.em().findOneOrFail(RuleBook, { contest: id })).content).toEqual(before.content);
  expect(await versionOf(id)).toBe(version);
});

test('what a round may leave out is shown with its value, and goes along into the copy of the next year', async () => {
  const { id } = await aContest(contest, district, { phase: 'DRAFT' });
  const fields =
    'ruleBook { content { publicPack rounds { furtherMark visibility calibration presentation { presentMinutes questionMinutes marksInRoom } } } }';
  const final = aRound('final', { divergenceThreshold: '20', furtherMark: 'DECIDES', calibration: true });
  const content = { ...aRuleBook({ rounds: [aRound('dossier', { visibility: 'ANONYMOUS' }), final] }), publicPack: true };
  const order = { contestId: id, version: await versionOf(id) };
  const shown = {
    publicPack: true,
    rounds: [
      { furtherMark: 'JOINS', visibility: 'ANONYMOUS', calibration: false, presentation: null },
      {
        furtherMark: 'DECIDES',
        visibility: 'NAMED',
        calibration: true,
        presentation: { presentMinutes: 10, questionMinutes: 5, marksInRoom: false },
      },
    ],
  };

  const set = await setBook({ ...order, content: { ...content, rounds: [content.rounds[0], { ...final, presentation: {} }] } }, fields);
  const next = { year: 2028, titleVi: 'Cuộc thi năm 2028', titleEn: 'The contest of 2028', rosterAsOf: '2028-01-01' };
  const copied = await organiser.ask(mutation('copyContest', 'Contest', `id ${fields}`), { input: { contestId: id, ...next } });

  expect(set.ruleBook.content).toEqual(shown);
  expect(copied.ruleBook.content).toEqual(shown);
  expect((await contest.em().findOneOrFail(RuleBook, { contest: copied.id })).content.rounds[0]).not.toHaveProperty('furtherMark');
});

const MEANING = 'ruleBook { content { edition rounding { places rankOn } rounds { weight cutOff { score top join } } } }';

test('a book that is begun is of the present edition; its options are shown, and all that is wrong with it at once', async () => {
  const { id } = await aContest(contest, district, { phase: 'DRAFT' });
  const order = { contestId: id, version: await versionOf(id) };
  const cutOff = { score: '75', top: 12, join: 'ANY' } as const;
  const content = {
    ...aRuleBook(),
    rounding: { places: 1, rankOn: 'ROUNDED' as const },
    rounds: [aRound('dossier', { cutOff }), aRound('final')],
  };
  const rounds = [
    { ...aRound('dossier', { divergenceThreshold: '20', furtherMark: 'DECIDES' }), aggregation: { kind: 'TRIMMED_MEAN' } },
    { ...aRound('final'), weight: '1' },
  ];

  const asked = mutation('setRuleBook', 'Contest', 'id').replace('code path', 'code path problems { code path message }');
  const broken = await organiser.ask(asked, { input: { ...order, content: { ...content, rounds } } });
  const set = await setBook({ ...order, content }, MEANING);

  expect(broken).toMatchObject({ code: 'RULE_BOOK_TRIM_JUDGES', path: 'content.rounds.0.judgesPerInitiative' });
  expect(broken.problems.map((problem: { code: string; path: string }) => [problem.code, problem.path])).toEqual([
    ['RULE_BOOK_TRIM_JUDGES', 'content.rounds.0.judgesPerInitiative'],
    ['RULE_BOOK_TRIM_DECIDES', 'content.rounds.0.furtherMark'],
    ['RULE_BOOK_WEIGHT_UNUSED', 'content.rounds.1.weight'],
  ]);
  expect(broken.problems[2].message).toMatch(/trọng số/);
  expect(set.ruleBook.content).toEqual({
    edition: 2,
    rounding: { places: 1, rankOn: 'ROUNDED' },
    rounds: [
      { weight: null, cutOff },
      { weight: null, cutOff: { score: null, top: null, join: 'ALL' } },
    ],
  });
});

test('a frozen book of before keeps its edition through a decision; copied into another year it is of the present one, without idle weights', async () => {
  const { id } = await aContest(contest, district);
  const before = { ...aRuleBook(), rounds: [aRound('dossier', { weight: '0.4' }), aRound('final', { weight: '0.6' })] };
  const em = contest.em();
  const { id: bookId } = await em.findOneOrFail(RuleBook, { contest: id });
  await em
    .getConnection()
    .execute(`update rule_book set content = ?::jsonb, frozen_at = now(), hash = ? where id = ?`, [
      JSON.stringify(before),
      ruleBookHash(before),
      bookId,
    ]);
  const content = { ...before, rounding: { places: 3 } };
  const decision = { decisionNumber: '302/QĐ-UBND', reason: 'Làm rõ cách làm tròn điểm' };
  const next = { year: 2029, titleVi: 'Cuộc thi năm 2029', titleEn: 'The contest of 2029', rosterAsOf: '2029-01-01' };

  const amended = await amend({ contestId: id, version: await versionOf(id), content, ...decision }, MEANING);
  const copied = await organiser.ask(mutation('copyContest', 'Contest', `id problems { code } ${MEANING}`), {
    input: { contestId: id, ...next },
  });

  const shown = ({
    ruleBook: {
      content: { edition, rounds },
    },
  }: typeof amended) => [edition, rounds.map(({ weight }: { weight: string | null }) => weight)];
  expect(shown(amended)).toEqual([1, ['0.4', '0.6']]);
  expect(shown(copied)).toEqual([2, [null, null]]);
  expect((await contest.em().findOneOrFail(RuleBook, { id: bookId })).content).toEqual(before);
});

test('twenty who open the first round at once freeze one rule book under one hash', async () => {
  const { id } = await aContest(contest, district);

  const books = await Promise.all(Array.from({ length: 20 }, () => contest.get(RuleBookService).freeze(SYSTEM, id)));

  expect(new Set(books.map(({ hash }) => hash)).size).toBe(1);
  const frozen = await contest.em().findOneOrFail(RuleBook, { contest: id });
  const entries = await contest
    .em()
    .getConnection()
    .execute<{ count: string }[]>(`select count(*) from audit_entry where subject_id = ? and operation = 'freezeRuleBook'`, [frozen.id]);
  expect(entries).toEqual([{ count: '1' }]);
});

test('an edit that meets the freezing comes before it, whole, or is refused', async () => {
  const { id } = await aContest(contest, district);
  const version = await versionOf(id);
  const other = aRuleBook({ rounding: { places: 4 } });

  const [reply, frozen] = await Promise.all([
    setBook({ contestId: id, version, content: other }),
    contest.get(RuleBookService).freeze(SYSTEM, id),
  ]);

  const kept = await contest.em().findOneOrFail(RuleBook, { contest: id });
  expect(kept.hash).toBe(frozen.hash);
  expect(kept.content.rounding.places).toBe(reply.__typename === 'Contest' ? 4 : 2);
  if (reply.__typename === 'Refusal') expect(reply.code).toBe('RULE_BOOK_FROZEN');
});

test('after the freezing only a decision makes a new version, and the old one stays', async () => {
  const { id } = await aContest(contest, district);
  const version = await versionOf(id);
  const content = aRuleBook({ rounding: { places: 3 } });
  const decision = { decisionNumber: '301/QĐ-UBND', reason: 'Làm rõ cách làm tròn điểm' };
  expect(await amend({ contestId: id, version, content, ...decision })).toMatchObject({ code: 'RULE_BOOK_NOT_FROZEN' });
  const first = await contest.get(RuleBookService).freeze(SYSTEM, id);

  expect(await setBook({ contestId: id, version, content })).toMatchObject({ code: 'RULE_BOOK_FROZEN' });
  expect(await amend({ contestId: id, version, content: aRuleBook(), ...decision })).toMatchObject({ code: 'RULE_BOOK_UNCHANGED' });
  const amended = await amend({ contestId: id, version, content, ...decision });

  expect(amended).toMatchObject({
    version: version + 1,
    ruleBook: { number: 2, decisionNumber: '301/QĐ-UBND' },
    ruleBooks: [{ number: 1 }, { number: 2 }],
  });
  expect(amended.ruleBook.hash).not.toBe(first.hash);
  expect((await contest.em().findOneOrFail(RuleBook, { contest: id, number: 1 })).hash).toBe(first.hash);
});

test('people are seated once, one of them in the chair, and leave with a reason', async () => {
  const { id: contestId } = await aContest(contest, district);
  const { judge } = district.people;
  const second = await aPerson(contest, { unitId: null, role: 'JUDGE', roleUnitId: district.units.district });

  const seated = await seat({ contestId, personId: judge, kind: 'JUDGE', chair: true });
  expect(seated).toMatchObject({ kind: 'JUDGE', chair: true, person: { fullName: 'Trần Quốc Bảo' } });
  expect(await seat({ contestId, personId: judge, kind: 'JUDGE' })).toMatchObject({ code: 'SEAT_TAKEN' });
  expect(await seat({ contestId, personId: second, kind: 'JUDGE', chair: true })).toMatchObject({ code: 'CHAIR_TAKEN' });
  expect(await seat({ contestId, personId: second, kind: 'SECRETARY', chair: true })).toMatchObject({
    code: 'CHAIR_IS_JUDGE',
    path: 'chair',
  });
  expect(await contest.em().count(Seat, { contest: contestId })).toBe(1);
  expect(await contest.get(SeatService).hasSeat(contestId, judge)).toBe(true);
  expect(await contest.get(SeatService).hasSeat(contestId, judge, ['SECRETARY', 'LEADER'])).toBe(false);

  const end = () => organiser.ask(mutation('endSeat', 'Seat', 'endReason'), { input: { seatId: seated.id, reason: 'Chuyển công tác' } });
  expect(await end()).toMatchObject({ endReason: 'Chuyển công tác' });
  expect(await end()).toMatchObject({ code: 'SEAT_ENDED' });
  expect(await contest.get(SeatService).hasSeat(contestId, judge)).toBe(false);
  expect(await seat({ contestId, personId: second, kind: 'JUDGE', chair: true })).toMatchObject({ chair: true });
});

test('twenty at once seat a person once', async () => {
  const { id: contestId } = await aContest(contest, district);
  const replies = await Promise.all(Array.from({ length: 20 }, () => seat({ contestId, personId: district.people.judge, kind: 'JUDGE' })));
  expect(replies.filter(({ __typename }) => __typename === 'Seat')).toHaveLength(1);
  expect(replies.filter(({ code }) => code === 'SEAT_TAKEN')).toHaveLength(19);
});

test('an author has no seat', async () => {
  const { id: contestId } = await aContest(contest, district);
  const author = await aPerson(contest, { unitId: district.units.culture });
  contest.get(ContestPorts).registerAuthorSource((_, personId) => Promise.resolve(personId === author));

  expect(await seat({ contestId, personId: author, kind: 'JUDGE' })).toEqual({
    __typename: 'Refusal',
    code: 'PERSON_IS_AUTHOR',
    path: 'personId',
  });
  expect(await contest.em().count(Seat, { contest: contestId })).toBe(0);
});

test('who sits where is for the host’s side; a judge sees the contest and the own seat', async () => {
  const { id: contestId } = await aContest(contest, district, { phase: 'DRAFT' });
  await seat({ contestId, personId: district.people.judge, kind: 'JUDGE' });
  const facts = async (personId: string) =>
    (await contest.as(personId)).ask('query Q($id: ID!) { contest(id: $id) { mySeats canSeat seats { person { fullName } } } }', {
      id: contestId,
    });

  expect(await facts(district.people.organiser)).toEqual({
    mySeats: [],
    canSeat: true,
    seats: [{ person: { fullName: 'Trần Quốc Bảo' } }],
  });
  expect(await facts(district.people.leader)).toEqual({ mySeats: [], canSeat: false, seats: [{ person: { fullName: 'Trần Quốc Bảo' } }] });
  expect(await facts(district.people.judge)).toEqual({ mySeats: ['JUDGE'], canSeat: false, seats: null });
  expect(await facts(district.people.submitter)).toBeNull();
});

test('areas are a list that is kept: named, renamed, retired from later contests', async () => {
  const create = (input: object) => organiser.ask(mutation('createArea', 'ReformArea', 'id areaCode nameVi version'), { input });
  const naming = { nameVi: 'Công tác chỉ đạo, điều hành', nameEn: 'Leadership and administration', ordinal: 1 };
  const area = await create({ areaCode: 'LEADERSHIP', ...naming });
  expect(area).toMatchObject({ areaCode: 'LEADERSHIP', version: 1 });
  expect(await create({ areaCode: 'LEADERSHIP', ...naming })).toMatchObject({ code: 'AREA_EXISTS' });
  expect(await create({ areaCode: 'với dấu', ...naming })).toMatchObject({ code: 'INPUT_INVALID', path: 'areaCode' });

  const edit = (version: number) =>
    organiser.ask(mutation('editArea', 'ReformArea', 'retired version'), { input: { areaId: area.id, version, retired: true, ...naming } });
  expect(await edit(1)).toMatchObject({ retired: true, version: 2 });
  expect(await edit(1)).toMatchObject({ code: 'STALE' });

  const { id } = await aContest(contest, district, { phase: 'DRAFT' });
  const reply = await organiser.ask(mutation('setAreas', 'Contest', 'id'), {
    input: { contestId: id, version: await versionOf(id), areaIds: [area.id] },
  });
  expect(reply).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND', path: 'areaIds' });
  expect(await contest.em().count(ReformArea, { code: 'LEADERSHIP' })).toBe(1);
});

test('a list of three contests asks the database no oftener than a list of one', async () => {
  await anArea(contest);
  const query = jest.spyOn(Client.prototype, 'query');
  const list = async (first: number) => {
    query.mockClear();
    const page = await organiser.ask(
      'query Q($first: Int!) { contests(first: $first) { totalCount edges { node { id titleVi phases { kind } mySeats canSubmit } } pageInfo { hasNextPage } } }',
      { first },
    );
    return { rows: page.edges.length as number, statements: query.mock.calls.length };
  };
  await list(1);
  const [one, three] = [await list(1), await list(3)];
  query.mockRestore();
  expect([one.rows, three.rows]).toEqual([1, 3]);
  expect(one.statements).toBeGreaterThan(0);
  expect(three.statements).toBe(one.statements);
  const refused = await organiser.send('query Q($first: Int!) { contests(first: $first) { totalCount } }', { first: 1_000_000 });
  expect(refused.errors?.[0]?.extensions.code).toBe('PAGE_SIZE');
});
