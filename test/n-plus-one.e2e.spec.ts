import { sql } from 'kysely';
import { countQueries } from './support/count-queries.js';
import { type DemoWorld, demoWorld } from './support/demo-world.js';
import { type Client } from './support/harness.js';

/** The leader of the season. */
const CHAIR = 'chair@hoaiduc.demo';

let world: DemoWorld;

beforeAll(async () => {
  world = await demoWorld();
  // No dossier of the season has more than one paper.
  const columns = sql.raw('owner_type, owner_id, file_name, content_type, size, sha256, incoming_key, uploaded_by, created_at, kept_at');
  await sql`insert into stored_file (id, ${columns}) select gen_random_uuid(), ${columns}
    from (select * from stored_file where owner_type = 'initiative' and kept_at is not null and removed_at is null order by id limit 1) f, generate_series(1, 2)`.execute(
    world.contest.em().getKysely(),
  );
  // Nobody of it is sending a file just now.
  await sql`insert into stored_file (id, owner_type, owner_id, file_name, content_type, size, incoming_key, uploaded_by, created_at)
    select gen_random_uuid(), 'initiative', gen_random_uuid(), 'a.pdf', 'application/pdf', 1, 'incoming/a', ${await world.person('SUBMITTER')}, ${world.contest.clock.now()}
    from generate_series(1, 3)`.execute(world.contest.em().getKysely());
  // Its juries were seated by a decision; nobody was asked.
  await sql`insert into jury_invitation (id, contest_id, person_id, chair, state, conflicts_found, reason, invited_at, answered_at)
    select gen_random_uuid(), ${judged}, p.id, false, 'WITHDRAWN', 0, 'Đủ giám khảo', now(), now()
    from person p join role_grant g on g.person_id = p.id and g.role = 'JUDGE', generate_series(1, 3)`.execute(
    world.contest.em().getKysely(),
  );
  // Nobody reopened a card in the season.
  await sql`insert into reopening (id, scorecard_id, reason, requested_by_id, requested_at, state)
    select gen_random_uuid(), c.id, 'Nhập nhầm.', c.judge_id, now(), 'REQUESTED' from scorecard c join round r on r.id = c.round_id
    where r.contest_id = ${judged} and r.state = 'OPEN' order by c.id limit 3`.execute(world.contest.em().getKysely());
  // No result of the season was corrected.
  await sql`insert into result_pack (id, contest_id, file_id, format, sha256, size, rounds, final_number, made_at)
    select gen_random_uuid(), c.id, gen_random_uuid(), 1, repeat('0', 64), 1, '[{"key": "final", "number": 1}]', 1, now()
    from contest c, generate_series(1, 3) where c.id = ${past}`.execute(world.contest.em().getKysely());
  // Nobody of its jury is kept apart.
  await sql`insert into jury_pair (id, contest_id, first_id, second_id, reason, active)
    select gen_random_uuid(), one.contest_id, one.person_id, two.person_id, 'Vợ chồng.', true
    from seat one join seat two on two.contest_id = one.contest_id and two.kind = one.kind and two.person_id > one.person_id
    where one.kind = 'JUDGE' and one.contest_id = ${judged} limit 3`.execute(world.contest.em().getKysely());
  // No role waits for a second person, and no conflict of the leader's.
  await sql`insert into role_grant (id, person_id, role, unit_id, valid_from, state, proposed_by)
    select gen_random_uuid(), p.id, 'JUDGE', g.unit_id, '2026-01-01', 'PROPOSED', g.person_id
    from role_grant g, (select id from person order by id limit 9) p where g.role = 'ADMIN' and g.person_id <> p.id`.execute(
    world.contest.em().getKysely(),
  );
  await sql`insert into conflict (id, contest_id, initiative_id, person_id, type, source, pinned, active, reason, created_at, waits, proposed_by)
    select gen_random_uuid(), ${judged}, i.id, p.id, 'OTHER', 'SET', true, false, 'Họ hàng.', now(), true, i.id
    from (select id from initiative where contest_id = ${judged} order by id limit 3) i, person p where p.email = ${CHAIR}`.execute(
    world.contest.em().getKysely(),
  );
  // No commune of the season asked for an exception.
  await sql`insert into exception_request (id, period_id, unit_id, reason, state, requested_at)
    select gen_random_uuid(), p.id, u.id, 'Mất điện.', 'REQUESTED', now() from reporting_period p join unit u on u.parent_id = p.host_id limit 3`.execute(
    world.contest.em().getKysely(),
  );
  // No commune's officer of the season is an author.
  await sql`update initiative_author set person_id = ${await world.person('COMMUNE_OFFICER')}, answer = null, answered_at = null
    where lead and initiative_id in (select id from initiative where contest_id = ${judged} and state = 'ELIGIBLE' order by id limit 3)`.execute(
    world.contest.em().getKysely(),
  );
  // Nobody lost a second factor.
  await sql`insert into factor_reset (id, person_id, state, reason, needs_second, proposed_at)
    select gen_random_uuid(), p.id, 'PROPOSED', 'Mất điện thoại.', true, now() from person p
    where p.unit_id is not null and p.id <> ${await world.person('ADMIN')} order by p.id limit 3`.execute(world.contest.em().getKysely());
  // Nor has anybody two records.
  await sql`with three as (select p.*, row_number() over () from person p where p.unit_id is not null
      and p.id not in (${await world.person('ADMIN')}, ${await world.person('LEADER')}) order by p.id limit 3),
    again as (insert into person (id, full_name, locale, unit_id, external) select gen_random_uuid(), full_name, locale, unit_id, external from three returning id, full_name)
    insert into person_merge (id, merged_id, kept_id, state, reason, needs_second, proposed_by, proposed_at)
    select gen_random_uuid(), a.id, t.id, 'PROPOSED', 'Một người.', true, ${await world.person('LEADER')}, now()
    from three t join again a on a.full_name = t.full_name`.execute(world.contest.em().getKysely());
  // Nor is a ranking open to all.
  await sql`update rule_book set content = content || '{"publicRanking": true}' where contest_id = ${past}`.execute(
    world.contest.em().getKysely(),
  );
  // Nor did judges of a round not know whose an initiative is.
  await sql`update round set rule = rule || '{"visibility": "ANONYMOUS"}' where contest_id = ${past} and ordinal = 1`.execute(
    world.contest.em().getKysely(),
  );
  // Only one burst was held.
  await sql`insert into rating_hold (id, counter_id, day) select gen_random_uuid(), id, '2026-01-05' from counter order by id limit 2`.execute(
    world.contest.em().getKysely(),
  );
  // Nobody was asked for money.
  await sql`insert into reported_case (id, counter_id, day, kind, ratings, past_head)
    select gen_random_uuid(), id, '2026-01-05', 'EXTRA_COST', 1, false from counter order by id limit 3`.execute(
    world.contest.em().getKysely(),
  );
  await sql`insert into signal (id, unit_id, rule, week, latest_week, rated, low, usual_rated, usual_low, opened_on, closed_at, conclusion, illustrative)
    select gen_random_uuid(), c.unit_id, 'LOW_SHARE', w::date, w::date, 220, 22, 2600, 120, w::date + 7, now(), 'Thiếu người trực.', true
    from (select unit_id from counter order by id limit 1) c, generate_series(date '2024-01-01', date '2024-01-15', interval '7 days') w`.execute(
    world.contest.em().getKysely(),
  );
  await sql`insert into corrective_action (id, unit_id, signal_id, root_cause, remedy, owner_id, opened_on, due_on, state, told)
    select gen_random_uuid(), s.unit_id, s.id, 'Thiếu người trực.', 'Thêm người.', p.id, '2026-01-05', '2026-01-20', 'OPEN', 0
    from (select id, unit_id from signal order by id limit 3) s, (select id from person order by id limit 1) p`.execute(
    world.contest.em().getKysely(),
  );
  // Nor was a card corrected.
  await sql`insert into correction (id, round_id, scorecard_id, kind, reason, proposed_by_id, proposed_at, state, decided_by_id, decided_at)
    select gen_random_uuid(), c.round_id, c.id, 'CARD_EXCUSED', 'Cộng nhầm.', c.judge_id, now(), 'WITHDRAWN', c.judge_id, now()
    from scorecard c join round r on r.id = c.round_id where r.contest_id = ${past} order by c.id limit 3`.execute(
    world.contest.em().getKysely(),
  );
}, 300_000);
afterAll(() => world.contest.stop());

/** Nobody has brought anything in. */
const threeImports = async (): Promise<string> =>
  world.one(sql`insert into import (id, kind, person_id, unit_id, state, created_at, ends_at)
    select gen_random_uuid(), 'units', ${await world.person('ADMIN')}::uuid, u.id, 'OPEN', now(), now() + interval '1 day'
    from unit u, generate_series(1, 3) where u.kind = 'DISTRICT' returning id`);

const threePilots = async (): Promise<Record<string, string>> => {
  await world.one(sql`insert into pilot (id, rollout_id, host_id, title, state, registered_at, fields, starts_on, ends_on, basis, measure, baseline_from, baseline_to)
    select gen_random_uuid(), r.id, o.host_id, 'Thứ Sáu xanh', 'REGISTERED', '2024-03-01', '{}', '2024-04-01', '2024-05-31', '{}', 'WORKING_DAYS', '2024-01-02', '2024-02-29'
    from rollout r join roster o on o.id = r.roster_id limit 3 returning id`);
  return {};
};

interface Row {
  /** The role whose demo account asks, or an address; undefined for the public. */
  readonly who?: string;
  readonly variables?: () => Promise<Record<string, string>>;
}

const judged = sql`(select id from contest where phase = 'JUDGING')`;
const past = sql`(select id from contest where year = 2023)`;
const closedRound = sql<{ id: string }>`select id from round where contest_id = ${past} and ordinal = 1`;
const fileOwner = sql<{ id: string }>`select owner_id as id from stored_file group by owner_id having count(*) > 2`;
const idOf = (name: string, statement: ReturnType<typeof sql<{ id: string }>>) => async () => ({ [name]: await world.one(statement) });

/** Who asks each list for what, so that three rows are there. A list of the schema without a row here fails. */
const LISTS: Readonly<Record<string, Row>> = {
  achievements: { who: 'ORGANISER' },
  adoptions: { who: 'ORGANISER' },
  assignments: { who: 'ORGANISER', variables: idOf('roundId', sql`select id from round where contest_id = ${judged} and state = 'OPEN'`) },
  auditEntries: { who: 'ADMIN' },
  awaiting: { who: 'ORGANISER' },
  awardRegister: { who: 'ORGANISER' },
  certificates: {
    who: 'ORGANISER',
    variables: idOf('contestId', sql`select contest_id as id from certificate group by contest_id having count(*) > 2`),
  },
  conflicts: { who: 'ORGANISER', variables: idOf('contestId', sql`select ${judged} as id`) },
  conflictsToDecide: { who: 'ORGANISER' },
  contests: { who: 'ORGANISER' },
  corrections: { who: 'ORGANISER', variables: idOf('contestId', sql`select ${past} as id`) },
  correctiveActions: { who: 'ORGANISER' },
  counters: { who: 'ORGANISER' },
  exceptionRequests: { who: 'ORGANISER' },
  factorResets: { who: 'ADMIN' },
  figures: {
    who: 'ORGANISER',
    variables: idOf('indicatorId', sql`select indicator_id as id from figure group by 1 order by count(*) desc limit 1`),
  },
  files: { who: 'ORGANISER', variables: async () => ({ ownerType: 'initiative', ownerId: await world.one(fileOwner) }) },
  finalStandings: { who: 'ORGANISER', variables: idOf('contestId', sql`select ${past} as id`) },
  grants: { who: 'ADMIN' },
  handoverCounts: { who: 'ORGANISER', variables: () => Promise.resolve({ month: '2026-11-01' }) },
  handovers: { who: 'ORGANISER' },
  letterTemplates: {
    who: 'ORGANISER',
    variables: async () => {
      await world.one(sql`insert into letter_template (id, unit_id, kind, number, text, signer_position, state, illustrative)
        select gen_random_uuid(), u.id, 'CONGRATULATION', n, 'Kính chúc {người nhận}.', 'Chủ tịch', 'RETIRED', true
        from unit u, generate_series(1, 3) n where u.code = '274' returning id`);
      return {};
    },
  },
  holds: { who: 'ORGANISER' },
  indexYears: { who: 'ORGANISER' },
  importRows: {
    who: 'ADMIN',
    variables: async () => {
      const importId = await threeImports();
      await sql`insert into import_row (import_id, number, fate, subject, typed, "values", steps, problems)
        select ${importId}::uuid, n, 'LEAVE', 'Xã ' || n, '{}', '{}', '[]', '[]' from generate_series(1, 3) n`.execute(
        world.contest.em().getKysely(),
      );
      return { importId };
    },
  },
  imports: {
    who: 'ADMIN',
    variables: async () => {
      await threeImports();
      return {};
    },
  },
  initiatives: { who: 'ORGANISER' },
  judgeStatistics: { who: 'ORGANISER', variables: idOf('roundId', closedRound) },
  jury: { who: 'ORGANISER', variables: idOf('contestId', sql`select ${judged} as id`) },
  juryInvitations: { who: 'ORGANISER', variables: idOf('contestId', sql`select ${judged} as id`) },
  juryPairs: { who: 'ORGANISER', variables: idOf('contestId', sql`select ${judged} as id`) },
  licences: { who: 'COMMUNE_OFFICER' },
  mails: { who: 'ADMIN' },
  pilots: { who: 'ORGANISER', variables: threePilots },
  myAssignments: { who: 'JUDGE' },
  myAuthorships: { who: 'COMMUNE_OFFICER' },
  myCards: {
    who: 'JUDGE',
    variables: async () => ({
      roundId: await world.one(
        sql`select round_id as id from scorecard where judge_id = ${await world.person('JUDGE')} group by 1 order by count(*) desc limit 1`,
      ),
    }),
  },
  myConflicts: { who: CHAIR },
  myInitiatives: { who: 'submitter.tp@hoaiduc.demo' },
  myInvitations: { who: 'JUDGE' },
  myJobs: {
    who: 'ORGANISER',
    variables: async () => {
      await world.one(sql`insert into job (id, kind, requested_by, subject_type, subject_id, input, state, created_at, attempts)
        select gen_random_uuid(), 'test.wait', p.id, 'Test', p.id, '{}', 'QUEUED', now(), 0 from person p, generate_series(1, 3)
        where p.id = ${await world.person('ORGANISER')} returning id`);
      return {};
    },
  },
  myNotices: { who: 'SUBMITTER' },
  myReports: { who: 'COMMUNE_OFFICER' },
  mySessions: { who: 'SUBMITTER' },
  nameLooks: { who: 'ORGANISER', variables: idOf('contestId', sql`select ${past} as id`) },
  overdue: { who: 'ORGANISER' },
  papers: { who: 'ORGANISER' },
  people: { who: 'ADMIN' },
  personDoubles: { who: 'ADMIN' },
  personMerges: { who: 'ADMIN' },
  possibleAuthors: {
    who: 'SUBMITTER',
    variables: async () => ({ search: 'nguyen', contestId: await world.one(sql`select id from contest where phase = 'OPEN'`) }),
  },
  procedures: {},
  proposedCards: {
    who: 'ORGANISER',
    variables: idOf(
      'proposalId',
      sql`select a.id from assignment_proposal a join round r on r.id = a.round_id where r.contest_id = ${judged} order by a.id limit 1`,
    ),
  },
  proposedGrants: { who: 'ADMIN' },
  publicAchievements: {},
  publicContests: {},
  publicIndexYears: {
    variables: async () => {
      await sql`with told as (insert into index_year (id, host_id, scheme_id, year, self_due_on, opened_at)
          select gen_random_uuid(), s.host_id, s.id, n, make_date(n + 1, 1, 31), make_date(n + 1, 1, 2) from (select * from index_scheme order by id limit 1) s, generate_series(2005, 2007) n
          returning id)
        insert into index_sheet (id, year_id, unit_id, state, submitted_at, assessed_at, settled_at)
        select gen_random_uuid(), told.id, sh.unit_id, 'SETTLED', now(), now(), now() from told, (select unit_id from index_sheet limit 1) sh`.execute(
        world.contest.em().getKysely(),
      );
      return {};
    },
  },
  publicPilots: { variables: threePilots },
  publicRanking: { variables: idOf('contestId', sql`select ${past} as id`) },
  publicRollouts: {},
  publicServiceModels: {},
  ratingComments: { who: 'ORGANISER' },
  ratingHolds: { who: 'ORGANISER' },
  recognitions: { who: 'ORGANISER' },
  inspections: { who: 'ORGANISER' },
  reformAreas: { who: 'ORGANISER' },
  reminders: {
    who: 'COMMUNE_OFFICER',
    variables: async () => {
      await world.one(sql`insert into reminder (id, licence_id, expires_on, step, wording, nominal_on, due_on, state)
        select gen_random_uuid(), l.id, l.expires_on, 60, 'BEFORE', l.file_by - 60, l.file_by - 60, 'PLANNED'
        from licence l join unit u on u.id = l.unit_id where u.code = '09877' and l.file_by is not null order by l.id limit 5 returning id`);
      return {};
    },
  },
  reopenings: { who: 'ORGANISER', variables: idOf('roundId', sql`select id from round where contest_id = ${judged} and state = 'OPEN'`) },
  reportedCases: { who: 'ORGANISER' },
  reportingPeriods: { who: 'ORGANISER' },
  reports: { who: 'ORGANISER' },
  resultPacks: { who: 'ORGANISER', variables: idOf('contestId', sql`select ${past} as id`) },
  rollouts: { who: 'ORGANISER' },
  rosterUnits: { who: 'ORGANISER', variables: idOf('rosterId', sql`select roster_id as id from contest where id = ${judged}`) },
  serviceModels: { who: 'ORGANISER' },
  signals: { who: 'ORGANISER' },
  similarInitiatives: {
    who: 'ORGANISER',
    variables: idOf('initiativeId', sql`select id from initiative where state = 'SUBMITTED' order by id limit 1`),
  },
  stability: { who: 'ORGANISER', variables: idOf('roundId', closedRound) },
  standings: { who: 'ORGANISER', variables: idOf('roundId', closedRound) },
  transactionCounts: { who: 'ORGANISER' },
  undelivered: {
    who: 'ADMIN',
    variables: async () => {
      await world.one(sql`update outbox_event set done_at = null, failed_at = now(), last_error = 'Error: disk full'
        where id in (select id from outbox_event where done_at is not null limit 3) returning id`);
      return {};
    },
  },
  unitLineage: {
    who: 'ORGANISER',
    variables: idOf('unitId', sql`select to_id as id from unit_lineage group by 1 order by count(*) desc limit 1`),
  },
  units: { who: 'ORGANISER' },
  unitsWithoutSubmission: { who: 'ORGANISER', variables: idOf('contestId', sql`select id from contest where phase = 'OPEN'`) },
  uploads: { who: 'SUBMITTER' },
  whatIf: { who: 'ORGANISER', variables: idOf('roundId', closedRound) },
  winners: {},
};

const clients = new Map<string | undefined, Client>();

/** Somebody with three sessions, so that these too are a list. */
async function clientOf(who: string | undefined): Promise<Client> {
  const known = clients.get(who);
  if (known) return known;
  let client = world.contest.client();
  for (let at = 0; who !== undefined && at < 3; at += 1) client = await world.contest.as(await world.person(who));
  clients.set(who, client);
  return client;
}

test('every list of the schema is counted here', () => {
  const lists = world.queries.filter(({ answers }) => answers.endsWith('Connection'));
  expect(lists.map(({ name }) => name).sort()).toEqual(Object.keys(LISTS).sort());
});

test.each(Object.entries(LISTS))('%s takes as many statements for three rows as for one', async (name, { who, variables }) => {
  const query = world.queries.find((operation) => operation.name === name);
  const client = await clientOf(who);
  const given = (await variables?.()) ?? {};
  const ask = (first: number) => client.ask(query?.document ?? '', { ...given, first });
  await ask(2);

  const rows: number[] = [];
  const statements: number[] = [];
  for (const first of [1, 3]) statements.push(await countQueries(async () => rows.push((await ask(first)).edges.length)));

  expect(rows).toEqual([1, 3]);
  expect(statements[0]).toBeGreaterThan(0);
  expect(statements[1]).toBe(statements[0]);
});
