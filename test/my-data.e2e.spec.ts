import { PersonalData } from '#lib/platform';
import { type RunningYear, aContest } from './support/contests.js';
import { askForMyData, fetchFile, jobOf, myDataOf } from './support/exporting.js';
import { type District, PASSWORD, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aSubmitted } from './support/initiatives.js';
import { aJudging, marksOf, openRound, signAll } from './support/judging.js';

/** Columns that name a person and are given to nobody, with the reason. */
const NOT_GIVEN: Readonly<Record<string, string>> = {
  'certificate.issued_by_id': 'the certificate is of somebody else; the act stands among the acts',
  'conflict.decided_by': 'the row is about somebody else; that it was decided stands among the acts',
  'conflict.proposed_by': 'the row is about somebody else; that it was proposed stands among the acts',
  'factor_reset.decided_by': 'the row is about somebody else; the act stands among the acts',
  'factor_reset.proposed_by': 'the row is about somebody else; the act stands among the acts',
  'hold.placed_by_id': 'the row is about somebody else; the act stands among the acts',
  'hold.subject_id': 'that titles of somebody wait, and why, is the office’s and the leader’s alone to know',
  'jury_invitation.invited_by_id': 'the row is about somebody else; the act stands among the acts',
  'paper.drafted_by_id': 'the paper is of the office; the act stands among the acts',
  'paper_template.made_by_id': 'the template is of the office; the act stands among the acts',
  'person.created_by': 'the record is of somebody else; the act stands among the acts',
  'person_merge.decided_by': 'the row is about somebody else; the act stands among the acts',
  'person_merge.proposed_by': 'the row is about somebody else; the act stands among the acts',
  'person_merge.undo_by': 'the row is about somebody else; the act stands among the acts',
  'person_merge.undone_by': 'the row is about somebody else; the act stands among the acts',
  'proposed_card.judge_id': 'a proposal that may never be applied, the office’s alone; what is applied is a scorecard',
  'reminder.by_id': 'the row is about somebody else; the act stands among the acts',
  'role_grant.decided_by': 'the row is about somebody else; the act stands among the acts',
  'role_grant.proposed_by': 'the row is about somebody else; the act stands among the acts',
  'role_grant.revocation_by': 'the row is about somebody else; the act stands among the acts',
};

/** What a section may show although it looks like a secret. */
const NO_SECRET = ['audit_entry.hash', 'initiative_version.hash', 'scorecard.hash', 'stored_file.sha256'];

let contest: RunningContest;
let district: District;
let year: RunningYear;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
beforeEach(async () => {
  year = await aContest(contest, district, { headConfirms: false });
});
afterAll(() => contest.stop());

const rows = (statement: string): Promise<any[]> => contest.em().getConnection().execute(statement);
const sections = () => contest.get(PersonalData).parts.flatMap(({ sections: some }) => some);

const dataOf = (client: Client): Promise<any> => myDataOf(contest, client);

test('every column that names a person is given to that person, or says why not', async () => {
  const found = await rows(`
    select k.relname || '.' || a.attname as name from pg_class k join pg_attribute a on a.attrelid = k.oid
    where k.relnamespace = 'public'::regnamespace and k.relkind = 'r' and a.attnum > 0 and a.atttypid = 'uuid'::regtype and (
      a.attname ~ '(^|_)(person|judge|actor)_id$' or a.attname ~ '(^|_)by(_id)?$'
      or exists (select 1 from pg_constraint f where f.contype = 'f' and f.confrelid = 'person'::regclass and f.conrelid = k.oid and a.attnum = any(f.conkey)))
    order by 1`);
  const given = sections().flatMap(({ table, by }) => by.map((column) => `${table}.${column}`));
  const all = found.map(({ name }) => name as string);
  expect(all.length).toBeGreaterThan(70);
  expect(all.filter((name) => !given.includes(name) && !NOT_GIVEN[name])).toEqual([]);
  expect(Object.keys(NOT_GIVEN).filter((name) => !all.includes(name) || given.includes(name))).toEqual([]);
});

test('no hash of a password, token, nonce or secret is given, nor under which name a judge stands in a pack', () => {
  const shown = sections().flatMap(({ table, shows }) => shows.map((column) => `${table}.${column}`));
  expect(shown.filter((name) => /hash|sha256|token|nonce|secret|pseudonym|fingerprint|_key$/.test(name)).sort()).toEqual(NO_SECRET);
});

test('one gets all of one’s own, by part of the platform', async () => {
  await aSubmitted(contest, district, year, { title: 'Một cửa không giấy' });
  const client = await contest.as(district.people.submitter);
  const data = await dataOf(client);

  expect(Object.keys(data)).toEqual([
    'personId',
    'madeAt',
    'platform',
    'identity',
    'notice',
    'contest',
    'initiative',
    'scoring',
    'award',
    'rollout',
    'feedback',
    'reform',
    'recognition',
    'handover',
    'emulation',
    'paperwork',
  ]);
  expect(data.identity.records).toMatchObject([{ id: district.people.submitter, fullName: 'Nguyễn Thị Hòa' }]);
  expect(data.identity.roles).toMatchObject([{ role: 'SUBMITTER' }]);
  const written = data.initiative.authorships.map((one: any) => one.initiative);
  expect(written.find(({ title }: any) => title === 'Một cửa không giấy')).toMatchObject({
    state: 'SUBMITTED',
    versions: [{ number: 1, content: { title: 'Một cửa không giấy' } }],
  });
  expect(data.platform.acts).toContainEqual(expect.objectContaining({ operation: 'exportMyData' }));
}, 60_000);

test('a judge gets their own cards with marks and notes, and nothing of another’s, nor whose the initiatives are', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  const [round] = judging.rounds as [string];
  await openRound(contest, judging, round);
  await signAll(contest, judging, round, (judge) => marksOf(String(judge + 5), '20', '20'));
  const [mine, theirs] = [await dataOf(await contest.as(judging.judges[0]!)), await dataOf(await contest.as(judging.judges[1]!))];

  expect(mine.scoring.scorecards).toHaveLength(1);
  expect(mine.scoring.scorecards[0].id).not.toBe(theirs.scoring.scorecards[0].id);
  expect(JSON.stringify(mine)).not.toContain(theirs.scoring.scorecards[0].id);
  expect(mine.scoring.scorecards[0]).toMatchObject({ state: 'SIGNED', total: expect.anything() });
});

test('nobody else gets the file, and who has no account any more is made none', async () => {
  const someone = await aPerson(contest, { unitId: district.units.interior });
  const client = await contest.as(someone);
  const { id } = await askForMyData(client);
  await contest.drain();
  const { export: file } = await jobOf(client, id as string);
  const administrator = await contest.as(district.people.admin);
  expect(await fetchFile(contest, administrator, file.fileId as string)).toBe('NOT_FOUND');

  const other = await contest.as(await aPerson(contest, { unitId: district.units.interior, password: PASSWORD }));
  const { id: begun } = await askForMyData(other);
  await rows(
    `update account set disabled_at = now(), disabled_reason = 'Nghỉ việc' where person_id = (select requested_by from job where id = '${String(begun)}')`,
  );
  await contest.drain();
  expect(await rows(`select state, refusal_code from job where id = '${String(begun)}'`)).toEqual([
    { state: 'FAILED', refusal_code: 'FORBIDDEN' },
  ]);
});

test('what was done under a record that was merged is given with the rest', async () => {
  const [kept, merged] = [
    await aPerson(contest, { unitId: district.units.interior }),
    await aPerson(contest, { unitId: district.units.interior }),
  ];
  await rows(`update person set merged_into_id = '${kept}' where id = '${merged}'`);
  const data = await dataOf(await contest.as(kept));
  expect(data.identity.records.map(({ id, youAre }: any) => [id, youAre])).toEqual(
    expect.arrayContaining([
      [kept, ['id']],
      [merged, ['id', 'mergedIntoId']],
    ]),
  );
});
