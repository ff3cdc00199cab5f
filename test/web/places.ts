import { sql } from 'kysely';
import { PATHS } from '../../apps/web/src/app/paths.js';
import { type DemoWorld } from '../support/demo-world.js';

export type Place = keyof typeof PATHS;

interface Row {
  /** The role of the demo account that looks, or an address; left out: somebody without an account. */
  readonly as?: string;
  /** What stands for the `$…` of the address, in its order: the first column of the first row. */
  readonly ids?: readonly ReturnType<typeof sql<{ id: string }>>[];
  /** It is read rather than worked on, and so at four times the size as well. */
  readonly reading?: true;
}

const CARD = sql`scorecard a join person p on p.id = a.judge_id join round r on r.id = a.round_id
  where p.email = 'judge1@hoaiduc.demo' and r.state = 'OPEN' and a.state = 'DRAFT'`;
const PUBLIC_CONTEST = sql<{ id: string }>`select id from contest where phase = 'ARCHIVED' and not recorded order by year desc limit 1`;
const ROLLOUT = sql<{ id: string }>`select id from rollout order by id limit 1`;
const ROUND = sql<{ id: string }>`select id from round order by state = 'OPEN' desc, id limit 1`;
const CONTEST_OF_ROUND = sql<{ id: string }>`select contest_id as id from round order by state = 'OPEN' desc, id limit 1`;
const PRESENTED = sql<{ id: string }>`select id from round where rule->>'presentation' is not null order by id limit 1`;
const CONTEST_OF_PRESENTED = sql<{
  id: string;
}>`select contest_id as id from round where rule->>'presentation' is not null order by id limit 1`;

const CLOSED_ROUND = sql<{
  id: string;
}>`select r.id from round r join contest c on c.id = r.contest_id where r.state = 'CLOSED' and c.phase = 'DELIBERATION' limit 1`;
const CONTEST_OF_CLOSED = sql<{ id: string }>`select id from contest where phase = 'DELIBERATION' limit 1`;

const DOSSIER = sql<{ id: string }>`select i.id from initiative i join initiative_author a on a.initiative_id = i.id
  join person p on p.id = a.person_id where p.email = 'submitter.gddt@hoaiduc.demo' and i.state = 'RETURNED'`;
const ROUND_OF_JUDGE = sql<{ id: string }>`select r.id from ${CARD} order by a.id limit 1`;

const LICENCE_OF_OFFICER = sql<{ id: string }>`select l.id from licence l join unit u on u.id = l.unit_id
  where u.code = '09877' and l.state = 'ACTIVE' and l.file_by is not null order by l.expires_on, l.id limit 1`;

/** Every address of the application, with somebody who may open it and something of the demo season to see there. */
export const PLACES: Readonly<Record<Place, Row>> = {
  publicHome: { reading: true },
  contestPage: { ids: [PUBLIC_CONTEST], reading: true },
  contestResult: { ids: [PUBLIC_CONTEST], reading: true },
  contestJury: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND] },
  contestConflicts: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND] },
  contestNames: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND] },
  contests: { as: 'ORGANISER' },
  allDossiers: { as: 'LEADER' },
  adoptions: { as: 'ORGANISER' },
  newContest: { as: 'ORGANISER' },
  contestYear: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND] },
  contestSetup: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND] },
  ruleBook: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND] },
  contestDossiers: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND] },
  contestDossier: {
    as: 'ORGANISER',
    ids: [
      CONTEST_OF_ROUND,
      sql`select id from initiative where submitted_at is not null and contest_id = (${CONTEST_OF_ROUND}) order by id limit 1`,
    ],
  },
  paper: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND] },
  withoutSubmission: { as: 'SUBMITTER', ids: [CONTEST_OF_ROUND] },
  screening: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND] },
  contestInvitations: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND] },
  contestRounds: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND] },
  contestRound: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND, ROUND] },
  roundCalibration: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND, ROUND] },
  roundPresentation: { as: 'ORGANISER', ids: [CONTEST_OF_PRESENTED, PRESENTED] },
  projector: { as: 'ORGANISER', ids: [CONTEST_OF_PRESENTED, PRESENTED] },
  roundAssignments: { as: 'ORGANISER', ids: [CONTEST_OF_ROUND, ROUND] },
  standings: { as: 'ORGANISER', ids: [CONTEST_OF_CLOSED, CLOSED_ROUND] },
  finalStandings: { as: 'ORGANISER', ids: [CONTEST_OF_CLOSED] },
  corrections: { as: 'ORGANISER', ids: [CONTEST_OF_CLOSED] },
  prizes: { as: 'ORGANISER', ids: [CONTEST_OF_CLOSED] },
  correctionsToSign: { as: 'JUDGE' },
  toSign: { as: 'LEADER' },
  register: { as: 'ORGANISER' },
  newPastContest: { as: 'ORGANISER' },
  pastContest: { as: 'ORGANISER', ids: [sql`select id from contest where recorded order by year desc limit 1`] },
  dashboard: { as: 'LEADER' },
  winners: { reading: true },
  winner: { ids: [sql`select initiative_id as id from rollout order by id limit 1`], reading: true },
  inUse: { reading: true },
  checkResult: { reading: true },
  counters: { as: 'ORGANISER' },
  ratings: { as: 'ORGANISER' },
  signals: { as: 'ORGANISER' },
  actions: { as: 'ORGANISER' },
  inspections: { as: 'ORGANISER' },
  inspection: { as: 'ORGANISER', ids: [sql`select id from inspection where state <> 'ORDERED' order by id limit 1`] },
  indexYears: { as: 'ORGANISER' },
  indexScheme: { as: 'ORGANISER' },
  indexYear: { as: 'ORGANISER', ids: [sql`select id from index_year order by year desc limit 1`] },
  indexComparison: {
    as: 'ORGANISER',
    ids: [sql`select id from index_year where year = 2024`, sql`select id from index_year where year = 2023`],
  },
  indexSheet: { as: 'ORGANISER', ids: [sql`select id from index_sheet where state = 'SUBMITTED' order by id limit 1`] },
  pilots: { as: 'ORGANISER' },
  handovers: { as: 'COMMUNE_OFFICER' },
  handoverCounts: { as: 'ORGANISER' },
  letters: { as: 'COMMUNE_OFFICER' },
  newPilot: { as: 'ORGANISER' },
  pilot: { as: 'ORGANISER', ids: [sql`select id from pilot order by id limit 1`] },
  achievements: { as: 'ORGANISER' },
  achievement: { as: 'ORGANISER', ids: [sql`select id from achievement order by id limit 1`] },
  eligibility: { as: 'SUBMITTER' },
  titleKinds: { as: 'ORGANISER' },
  eligibilityRule: { as: 'ORGANISER' },
  holds: { as: 'LEADER' },
  recognitions: { as: 'ORGANISER' },
  recognition: { as: 'ORGANISER', ids: [sql`select id from recognition order by id limit 1`] },
  papers: { as: 'ORGANISER' },
  paperOfOffice: { as: 'ORGANISER', ids: [sql`select id from paper order by id limit 1`] },
  paperTemplates: { as: 'ORGANISER' },
  citizensVoice: { reading: true },
  licences: { as: 'COMMUNE_OFFICER' },
  licence: { as: 'COMMUNE_OFFICER', ids: [LICENCE_OF_OFFICER] },
  licenceKinds: { as: 'ORGANISER' },
  reminders: { as: 'COMMUNE_OFFICER' },
  certificates: { as: 'ORGANISER', ids: [sql`select contest_id as id from certificate order by id limit 1`] },
  certificate: { ids: [sql`select code as id from certificate order by id limit 1`], reading: true },
  licenceOfLink: { ids: [sql`select 'khong-co' as id`], reading: true },
  publicIndexYears: { reading: true },
  publicIndexYear: { reading: true, ids: [sql`select id from index_year order by year limit 1`] },
  atHome: { reading: true },
  publicAchievements: { reading: true },
  publicPilots: { reading: true },
  publicPilot: { reading: true, ids: [sql`select id from pilot where state <> 'DRAFT' order by id limit 1`] },
  procedures: { reading: true },
  procedure: { ids: [sql`select id from procedure order by code limit 1`], reading: true },
  privacy: { reading: true },
  accessibility: { reading: true },
  signIn: {},
  forgottenPassword: {},
  setPassword: {},
  confirmEmail: {},
  firstAdministrator: {},
  home: { as: 'JUDGE' },
  notices: { as: 'ORGANISER' },
  noticePreferences: { as: 'ORGANISER' },
  me: { as: 'SUBMITTER' },
  myConflicts: { as: 'JUDGE' },
  myJobs: { as: 'ORGANISER' },
  imports: { as: 'ADMIN' },
  import: { as: 'ADMIN', ids: [sql`select id from import order by id limit 1`] },
  myInitiatives: { as: 'SUBMITTER' },
  initiative: { as: 'SUBMITTER', ids: [DOSSIER] },
  initiativeVersions: { as: 'SUBMITTER', ids: [DOSSIER] },
  authorships: { as: 'SUBMITTER' },
  headQueue: { as: 'SUBMITTER' },
  invitations: { as: 'JUDGE' },
  judging: { as: 'JUDGE' },
  judgingRound: { as: 'JUDGE', ids: [ROUND_OF_JUDGE] },
  calibration: { as: 'JUDGE', ids: [ROUND_OF_JUDGE] },
  presentation: { as: 'JUDGE', ids: [ROUND_OF_JUDGE] },
  offlineSheet: { as: 'JUDGE', ids: [ROUND_OF_JUDGE] },
  card: { as: 'JUDGE', ids: [ROUND_OF_JUDGE, sql`select a.id from ${CARD} order by a.id limit 1`] },
  matrix: { as: 'ORGANISER' },
  rollouts: { as: 'ORGANISER' },
  adoptInitiative: { as: 'ORGANISER' },
  ownAdoption: { as: 'ORGANISER' },
  rollout: { as: 'ORGANISER', ids: [ROLLOUT] },
  editRollout: { as: 'ORGANISER', ids: [ROLLOUT] },
  rolloutIndicators: { as: 'ORGANISER', ids: [ROLLOUT] },
  rolloutFigures: { as: 'ORGANISER', ids: [ROLLOUT] },
  adoption: { as: 'ORGANISER', ids: [sql`select id from adoption order by id limit 1`] },
  myReports: { as: 'COMMUNE_OFFICER' },
  report: {
    as: 'COMMUNE_OFFICER',
    ids: [sql`select id from reporting_period order by due_on desc limit 1`, sql`select id from unit where code = '09877'`],
  },
  reportingPeriods: { as: 'ORGANISER' },
  openPeriod: { as: 'ORGANISER' },
  overdue: { as: 'ORGANISER' },
  reportPeriod: { as: 'ORGANISER', ids: [sql`select id from reporting_period order by id limit 1`] },
  people: { as: 'ADMIN' },
  newPerson: { as: 'ADMIN' },
  person: { as: 'ADMIN', ids: [sql`select id from person order by id limit 1`] },
  grants: { as: 'ADMIN' },
  doubles: { as: 'ADMIN' },
  compareRecords: {
    as: 'ADMIN',
    ids: [
      sql`select id from person where email = 'submitter.gddt@hoaiduc.demo'`,
      sql`select id from person where email = 'judge1@hoaiduc.demo'`,
    ],
  },
  factorResets: { as: 'ADMIN' },
  audit: { as: 'ADMIN' },
  operation: { as: 'ADMIN' },
  mails: { as: 'ADMIN' },
  units: { as: 'ADMIN' },
  workingCalendar: { as: 'ORGANISER' },
  newUnit: { as: 'ADMIN' },
  unit: { as: 'ADMIN', ids: [sql`select from_id as id from unit_lineage order by id limit 1`] },
  conflicts: { as: 'ORGANISER' },
};

export async function addressOf(world: DemoWorld, place: Place): Promise<string> {
  let path: string = PATHS[place];
  for (const statement of PLACES[place].ids ?? []) path = path.replace(/\$\w+/, await world.one(statement));
  if (path.includes('$')) throw new Error(`${place} has no id for ${path}`);
  return path;
}

/** Nobody of the demo season has. */
export async function aSheetBroughtIn(world: DemoWorld): Promise<void> {
  await sql`with made as (insert into import (id, kind, person_id, unit_id, state, file_name, problem_count, leave_count, created_at, checked_at, ends_at)
      select gen_random_uuid(), 'units', ${await world.person('ADMIN')}::uuid, id, 'CHECKED', 'Danh sách đơn vị.xlsx', 1, 1, now(), now(), now() + interval '30 days'
      from unit where kind = 'DISTRICT' order by id limit 1 returning id)
    insert into import_row (import_id, number, fate, subject, typed, "values", steps, problems)
    select id, 2, 'LEAVE', 'Xã An Khánh', '{}'::jsonb, '{}'::jsonb, '[]'::jsonb, '[]'::jsonb from made
    union all select id, 3, 'PROBLEM', '', '{"nameVi": "Xã Mới"}', '{}', '[]', '[{"column": "kind", "value": "Thôn", "code": "IMPORT_CELL_MISSING", "detail": {"column": "Loại"}}]' from made`.execute(
    world.contest.em().getKysely(),
  );
}
