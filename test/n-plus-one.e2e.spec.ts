import { sql } from 'kysely';
import { countQueries } from './support/count-queries.js';
import { type DemoWorld, demoWorld } from './support/demo-world.js';
import { type Client } from './support/harness.js';
import { CHAIR, addWhatIsFew, judged, past } from './support/few-of-the-season.js';

let world: DemoWorld;

beforeAll(async () => {
  world = await demoWorld();
  await addWhatIsFew(world);
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
