import { type RunningYear, aContest } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aSubmitted } from './support/initiatives.js';
import { aRollout } from './support/rollouts.js';
import { mutation } from './support/sign-in.js';
import { done } from './support/world.js';

const NUDGE = mutation('nudge', 'NudgeInput', '... on Nudge { kind people { id } }');
const AWAITING = '{ awaiting(kinds: [reportSubmit], first: 50) { edges { node { subjectId nudgedAt link } } } }';

let contest: RunningContest;
let district: District;
let organiser: Client;
let head: string;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  head = await aPerson(contest, { fullName: 'Đỗ Văn Lâm', unitId: district.units.anKhanh });
  await aHead(head, district.units.anKhanh);
});
afterAll(() => contest.stop());

const run = (statement: string, values: unknown[] = []): Promise<any[]> => contest.em().getConnection().execute(statement, values);
const aHead = (personId: string, unitId: string) =>
  run(
    `insert into position (id, person_id, unit_id, title_vi, title_en, is_head, "from") values (gen_random_uuid(), ?, ?, 'Chủ tịch', 'Chairman', true, '2021-01-01')`,
    [personId, unitId],
  );
const toldOf = async (personId: string, kind: string): Promise<string[]> => {
  await contest.tick();
  return (
    await run(`select subject_vi || '. ' || text_vi as text from notice where person_id = ? and kind = ? order by id`, [personId, kind])
  ).map(({ text }) => text as string);
};

async function aPeriod(key: string, dueOn: string): Promise<string> {
  const of = { hostUnitId: district.units.district, key, nameVi: `Kỳ ${key}`, nameEn: key };
  const { id } = await done(organiser, 'openReportingPeriod', { ...of, startsOn: '2026-01-01', endsOn: '2026-03-15', dueOn });
  return id as string;
}

describe('a report', () => {
  let periodId: string;

  beforeAll(async () => {
    await aRollout(contest, district, organiser);
    contest.clock.set('2026-03-16T02:00:00Z');
    periodId = await aPeriod('Q1', '2026-03-20');
  });

  test('that is overdue by three days is told to the head of its unit, once; who reports is told by their own reminder', async () => {
    contest.clock.set('2026-03-23T02:00:00Z');
    expect(await toldOf(head, 'report.escalated')).toEqual([]);
    contest.clock.set('2026-03-24T02:00:00Z');
    await toldOf(head, 'report.escalated');
    expect(await toldOf(head, 'report.escalated')).toEqual([expect.stringContaining('Hạn: 20/03/2026')]);
    expect(await toldOf(head, 'report.escalated')).toEqual([expect.stringContaining('Đề nghị đôn đốc: Gửi báo cáo kỳ này')]);
    expect(await toldOf(district.people.communeOfficer, 'report.escalated')).toEqual([]);
  });

  test('is nudged about by the office that waits for it, once a day, and by nobody else', async () => {
    const officer = await contest.as(district.people.communeOfficer);
    const before = (await officer.ask(AWAITING)).edges.map(({ node }: any) => node);
    const { subjectId } = before.find(({ link }: any) => link === `/reports/${periodId}/${district.units.anKhanh}`);
    const order = { input: { kind: 'reportSubmit', subjectId } };
    expect(await (await contest.as(district.people.leader)).ask(NUDGE, order)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await officer.ask(NUDGE, order)).toMatchObject({ code: 'NOT_FOUND' });
    const others = await contest.as((await aDistrict(contest)).people.organiser);
    expect(await others.ask(NUDGE, order)).toMatchObject({ code: 'NOT_FOUND' });

    expect(await organiser.ask(NUDGE, order)).toMatchObject({
      kind: 'reportSubmit',
      people: [{ id: district.people.communeOfficer }],
    });
    expect(await organiser.ask(NUDGE, order)).toMatchObject({ code: 'NUDGED_TODAY' });
    const after = (await officer.ask(AWAITING)).edges.map(({ node }: any) => node);
    expect(after.find((one: any) => one.subjectId === subjectId).nudgedAt).toBe(contest.clock.now().toISOString());
    expect(await organiser.ask('{ nudges { kind subjectId } }')).toContainEqual({ kind: 'reportSubmit', subjectId });
    expect(await others.ask('{ nudges { kind subjectId } }')).toEqual([]);
  });

  test('is offered to be nudged about where the office sees that it has not come, and to nobody else', async () => {
    const mine = district.units.anKhanh;
    const offered = async (client: Client): Promise<unknown[]> => {
      const [rates] = await client.ask(`{ reportingRates(periodIds: ["${periodId}"]) { units { unit { id } nudge { kind subjectId } } } }`);
      const late = await client.ask('{ overdue(first: 100) { edges { node { kind periodId unit { id } nudge { kind subjectId } } } } }');
      const rows = late.edges.map(({ node }: any) => node).filter((node: any) => node.periodId === periodId && node.unit.id === mine);
      return [...rates.units.filter(({ unit }: any) => unit.id === mine), ...rows].map(({ nudge }: any) => nudge);
    };
    const officer = await contest.as(district.people.communeOfficer);
    const { edges } = await officer.ask(AWAITING);
    const { subjectId } = edges.map(({ node }: any) => node).find(({ link }: any) => link === `/reports/${periodId}/${mine}`);
    const offer = { kind: 'reportSubmit', subjectId };
    expect(await offered(organiser)).toEqual([offer, offer]);
    expect(await offered(officer)).toEqual([null, null]);
    expect(await offered(await contest.as(district.people.leader))).toEqual([null, null]);
    for (const [state, kind] of [
      ['RETURNED', 'reportResubmit'],
      ['SUBMITTED', null],
    ]) {
      await run(
        `insert into report (id, period_id, unit_id, state, received_at, submitted_at, decided_at, return_reason, version)
         values (gen_random_uuid(), ?, ?, ?, '2026-03-22', '2026-03-22', ?, 'Thiếu số liệu.', 1) on conflict (period_id, unit_id) do update
         set state = excluded.state, decided_at = excluded.decided_at`,
        [periodId, mine, state, kind && '2026-03-23'],
      );
      expect((await offered(organiser)).map((one: any) => one?.kind ?? null)).toEqual(kind ? [kind, kind] : [null]);
    }
    await run(`delete from report where period_id = ?`, [periodId]);
    await run(`update reporting_period set closed_at = now() where id = ?`, [periodId]);
    expect(await offered(organiser)).toEqual([null, null]);
    await run(
      `update reporting_period set closed_at = null, starts_on = '2026-04-01', ends_on = '2026-04-30', due_on = '2026-05-01' where id = ?`,
      [periodId],
    );
    expect((await offered(organiser)).slice(0, 1)).toEqual([null]);
    expect(await organiser.ask(NUDGE, { input: offer })).toMatchObject({ code: 'NUDGE_NOTHING_WAITS' });
    await run(`update reporting_period set starts_on = '2026-01-01', ends_on = '2026-03-15', due_on = '2026-03-20' where id = ?`, [
      periodId,
    ]);
  });

  test('that is sent is told to nobody any more, nor nudged about', async () => {
    const late = await aPeriod('Q2', '2026-03-22');
    await run(
      `insert into report (id, period_id, unit_id, state, received_at, submitted_at, version) values (gen_random_uuid(), ?, ?, 'SUBMITTED', now(), now(), 1)`,
      [late, district.units.anKhanh],
    );
    contest.clock.set('2026-03-28T02:00:00Z');
    expect((await toldOf(head, 'report.escalated')).filter((text) => text.includes('Kỳ Q2'))).toEqual([]);
    const [{ id: subjectId }] = await run(
      `select overlay(overlay(md5(?::text || ?::text) placing '8' from 13) placing '8' from 17)::uuid as id`,
      [late, district.units.anKhanh],
    );
    expect(await organiser.ask(NUDGE, { input: { kind: 'reportSubmit', subjectId } })).toMatchObject({ code: 'NUDGE_NOTHING_WAITS' });
  });
});

describe('a dossier', () => {
  let year: RunningYear;

  test('that was returned is told to the head of its unit a day before it is due, and again where the day is moved; not to who wrote it', async () => {
    contest.clock.set('2026-03-02T02:00:00Z');
    year = await aContest(contest, district, { headConfirms: false });
    const { id } = await aSubmitted(contest, district, year, { title: 'Số hóa hồ sơ hộ tịch' });
    await aHead(district.people.submitter, district.units.finance);
    await run(`update initiative set state = 'RETURNED', return_due_at = '2026-03-10T10:00:00Z' where id = ?`, [id]);
    const told = async (personId: string) =>
      (await toldOf(personId, 'initiative.escalated')).filter((text) => text.includes('Số hóa hồ sơ hộ tịch'));

    contest.clock.set('2026-03-09T09:00:00Z');
    expect(await told(district.people.head)).toEqual([]);
    contest.clock.set('2026-03-09T11:00:00Z');
    await told(district.people.head);
    expect(await told(district.people.head)).toHaveLength(1);
    expect(await told(district.people.submitter)).toEqual([]);

    await run(`update initiative set return_due_at = '2026-03-12T10:00:00Z' where id = ?`, [id]);
    expect(await told(district.people.head)).toHaveLength(1);
    contest.clock.set('2026-03-11T11:00:00Z');
    expect(await told(district.people.head)).toHaveLength(2);
  });
});
