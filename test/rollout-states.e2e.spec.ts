import { newId } from '#lib/kernel';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { ADOPTIONS, aRollout, adoptionOf, takeThrough } from './support/rollouts.js';

const CHANGE = `mutation ($input: ChangeAdoptionInput!) { changeAdoption(input: $input) { __typename ... on Adoption { id state since confirmed }
  ... on Refusal { code problems { code path message } } } }`;
const EVIDENCE = `mutation ($input: GiveEvidenceInput!) { giveEvidence(input: $input) { __typename ... on Adoption { confirmed } ... on Refusal { code } } }`;

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
beforeEach(() => {
  contest.clock.set('2024-09-01T02:00:00Z');
});

const rowsOf = async () =>
  contest
    .em()
    .getConnection()
    .execute(
      `select (select count(*) from adoption_change) as c, (select count(*) from adoption_evidence) as e, (select count(*) from audit_entry) as a`,
    );
const change = async (rolloutId: string, input: Record<string, unknown>) => {
  const { id: adoptionId, version } = await adoptionOf(officer, rolloutId, district.units.anKhanh);
  return officer.ask(CHANGE, { input: { adoptionId, version, ...input } });
};
const problems = (reply: any): [string, string | null][] => reply.problems.map(({ code, path }: any) => [code, path]);

test('nobody goes from not started to sustained in one day with nothing shown: all that is missing is said at once', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const before = await rowsOf();
  expect(problems(await change(rolloutId, { to: 'IN_USE', effectiveOn: '2024-09-02' }))).toEqual([
    ['DATE_IN_FUTURE', 'effectiveOn'],
    ['REASON_MISSING', 'reason'],
    ['EVIDENCE_MISSING', 'evidence'],
  ]);
  expect(
    problems(await change(rolloutId, { to: 'IN_USE', effectiveOn: '2024-01-01', evidence: 'Ảnh.', reason: 'Xã bạn đã thí điểm.' })),
  ).toEqual([['DATE_OUT_OF_ORDER', 'effectiveOn']]);
  expect(await rowsOf()).toEqual(before);

  expect(
    await change(rolloutId, { to: 'IN_USE', effectiveOn: '2024-02-29', evidence: 'Ảnh.', reason: 'Xã bạn đã thí điểm.' }),
  ).toMatchObject({ state: 'IN_USE', confirmed: true });
  const soon = await change(rolloutId, { to: 'SUSTAINED', effectiveOn: '2024-08-28', evidence: 'Biên bản.' });
  expect(soon.problems).toEqual([
    {
      code: 'ADOPTION_TOO_SOON',
      path: 'effectiveOn',
      message: 'Trạng thái trước bắt đầu ngày 29/02/2024 và phải kéo dài ít nhất 6 tháng: sớm nhất là ngày 29/08/2024.',
    },
  ]);
  expect(problems(await change(rolloutId, { to: 'SUSTAINED', effectiveOn: '2024-08-29', evidence: ' ' }))).toEqual([
    ['EVIDENCE_MISSING', 'evidence'],
  ]);
  expect(await change(rolloutId, { to: 'SUSTAINED', effectiveOn: '2024-08-29', evidence: 'Biên bản.' })).toMatchObject({
    state: 'SUSTAINED',
    since: '2024-08-29',
    confirmed: true,
  });
});

test('the least times are what the roll-out says', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser, { leastPilotMonths: 1, leastUseMonths: 2 });
  await takeThrough(officer, { rolloutId, unitId: district.units.anKhanh }, [['PILOTING', '2024-01-31']]);
  expect(problems(await change(rolloutId, { to: 'IN_USE', effectiveOn: '2024-02-28', evidence: 'Ảnh.' }))).toEqual([
    ['ADOPTION_TOO_SOON', 'effectiveOn'],
  ]);
  expect(await change(rolloutId, { to: 'IN_USE', effectiveOn: '2024-02-29', evidence: 'Ảnh.' })).toMatchObject({ state: 'IN_USE' });
  expect(await change(rolloutId, { to: 'SUSTAINED', effectiveOn: '2024-04-29', evidence: 'Ảnh.' })).toMatchObject({ state: 'SUSTAINED' });
});

test('what was recorded before stands, and shows as unconfirmed where nothing shows it', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const { id } = await adoptionOf(officer, rolloutId, district.units.anKhanh);
  await contest
    .em()
    .getConnection()
    .execute(`update adoption set state = 'SUSTAINED', since = '2024-08-01', changed_on = '2024-08-01' where id = ?`, [id]);
  expect(await adoptionOf(officer, rolloutId, district.units.anKhanh)).toMatchObject({ state: 'SUSTAINED', confirmed: false });
  expect(await officer.ask(EVIDENCE, { input: { adoptionId: id, givenOn: '2024-08-20', note: 'Ảnh.' } })).toEqual({
    __typename: 'Adoption',
    confirmed: true,
  });
});

test('whatever writes a state: use is shown, skips the pilot with a reason and lasts, unless it was recorded before that was asked', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser, { leastPilotMonths: 1 });
  const unitId = district.units.anKhanh;
  await takeThrough(officer, { rolloutId, unitId }, [['PREPARING', '2024-01-10']]);
  const { id } = await adoptionOf(officer, rolloutId, unitId);
  interface Written {
    readonly step: readonly [from: string, to: string, on: string];
    readonly reason?: string | null;
    readonly shown?: boolean;
    readonly unheld?: boolean;
  }
  const write = ({ step: [from, to, on], reason = null, shown = true, unheld = false }: Written) =>
    contest.em().transactional(async (em) => {
      const db = em.getConnection();
      const run = (statement: string, values: unknown[]) => db.execute(statement, values, 'all', em.getTransactionContext());
      const changeId = newId();
      await run(
        `insert into adoption_change (id, adoption_id, from_state, to_state, basis, since, effective_on, reason, unheld, at) values (?, ?, ?, ?, 'REQUIRED', ?, ?, ?, ?, now())`,
        [changeId, id, from, to, on, on, reason, unheld],
      );
      if (shown)
        await run(`insert into adoption_evidence (id, adoption_id, change_id, given_on, note, at) values (?, ?, ?, ?, 'Ảnh.', now())`, [
          newId(),
          id,
          changeId,
          on,
        ]);
    });
  const grounded = { constraint: 'adoption_change_grounded' };
  const rows = await rowsOf();
  const use = ['PREPARING', 'IN_USE', '2024-02-10'] as const;
  await expect(write({ step: use, shown: false, reason: 'Xã bạn đã thí điểm.' })).rejects.toMatchObject(grounded);
  await expect(write({ step: use })).rejects.toMatchObject(grounded);
  expect(await rowsOf()).toEqual(rows);
  await write({ step: ['PREPARING', 'PILOTING', '2024-02-10'], shown: false });
  await expect(write({ step: ['PILOTING', 'IN_USE', '2024-03-09'] })).rejects.toMatchObject(grounded);
  await write({ step: ['PILOTING', 'IN_USE', '2024-03-10'] });
  await expect(write({ step: ['IN_USE', 'SUSTAINED', '2024-09-09'] })).rejects.toMatchObject(grounded);
  await expect(write({ step: ['IN_USE', 'SUSTAINED', '2024-09-10'], shown: false })).rejects.toMatchObject(grounded);
  await write({ step: ['IN_USE', 'SUSTAINED', '2024-09-09'], shown: false, unheld: true });
  await write({ step: ['SUSTAINED', 'IN_USE', '2024-10-01'], shown: false });
  await write({ step: ['IN_USE', 'SUSTAINED', '2025-04-01'] });
});

test('sustained use is asked for again before its check, and is use only a month after it', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const unitId = district.units.anKhanh;
  await takeThrough(officer, { rolloutId, unitId }, [
    ['PILOTING', '2024-01-10'],
    ['IN_USE', '2024-02-12'],
    ['SUSTAINED', '2024-08-12'],
  ]);
  const id = String((await adoptionOf(officer, rolloutId, unitId)).id);
  const told = async (at: string) => {
    contest.clock.set(`${at}T02:00:00Z`);
    await contest.tick();
    await contest.tick();
    const rows = await contest
      .em()
      .getConnection()
      .execute<{ kind: string; text_vi: string }[]>(
        `select kind, text_vi from notice where person_id = ? and path = ? order by created_at, id`,
        [district.people.communeOfficer, `/adoptions/${id}`],
      );
    return rows.map(({ kind }) => kind);
  };
  const seen = async () => {
    const { state, since, confirmed } = (await officer.ask(ADOPTIONS, { rolloutId })).edges[0].node;
    return [state, since, confirmed];
  };
  expect(await told('2025-01-11')).toEqual([]);
  expect(await told('2025-01-12')).toEqual(['adoption.check']);
  expect(await told('2025-03-11')).toEqual(['adoption.check']);
  expect(await seen()).toEqual(['SUSTAINED', '2024-08-12', false]);
  expect(await told('2025-03-12')).toEqual(['adoption.check', 'adoption.decayed']);
  expect(await seen()).toEqual(['IN_USE', '2025-03-12', false]);
  expect((await adoptionOf(officer, rolloutId, unitId)).history.at(-1)).toEqual({
    ...{ fromState: 'SUSTAINED', toState: 'IN_USE', basis: 'REQUIRED', effectiveOn: '2025-03-12', byName: null },
    reason: 'Không có minh chứng mới trong vòng một tháng sau kỳ kiểm tra ngày 12/02/2025.',
  });
});

test('what is shown in time is sustained on, and is asked for again at twelve months', async () => {
  const { id: rolloutId } = await aRollout(contest, district, organiser);
  const unitId = district.units.anKhanh;
  await takeThrough(officer, { rolloutId, unitId }, [
    ['PILOTING', '2024-01-10'],
    ['IN_USE', '2024-02-12'],
    ['SUSTAINED', '2024-08-12'],
  ]);
  const adoptionId = String((await adoptionOf(officer, rolloutId, unitId)).id);
  contest.clock.set('2025-03-11T02:00:00Z');
  await officer.ask(EVIDENCE, { input: { adoptionId, givenOn: '2025-03-11', note: 'Biên bản.' } });
  contest.clock.set('2025-07-12T02:00:00Z');
  await contest.tick();
  const kinds = await contest
    .em()
    .getConnection()
    .execute<{ kind: string }[]>(`select kind from notice where path = ?`, [`/adoptions/${adoptionId}`]);
  expect(kinds).toEqual([{ kind: 'adoption.check' }]);
  expect(await adoptionOf(officer, rolloutId, unitId)).toMatchObject({ state: 'SUSTAINED', confirmed: true });
});
