import { GraphQLSchemaHost } from '@nestjs/graphql';
import { RIGHTS } from '#domain/identity';
import { type Role } from '#lib/kernel';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { extremesOf } from './support/extremes.js';
import { type Operation, operationsOf } from './support/operations.js';
import { PERMISSION_TABLE } from './support/permission-table.js';
import { type World, aWorld } from './support/world.js';

const MINUTES = 60_000;

let contest: RunningContest;
let district: District;
let world: World;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  world = await aWorld(contest, district);
});
afterAll(() => contest.stop());

/** Somebody who may do it; judging is the judge's whose card it is. */
function personFor({ name }: Operation): string | null {
  const { people } = district;
  const roles: Readonly<Record<Role, string>> = {
    SUBMITTER: people.submitter,
    JUDGE: world.judgeId!,
    ORGANISER: people.organiser,
    LEADER: people.leader,
    COMMUNE_OFFICER: people.communeOfficer,
    ADMIN: people.admin,
  };
  const permission = PERMISSION_TABLE[name] ?? 'self';
  if (permission === 'public') return null;
  const role = (Object.keys(roles) as Role[]).find((each) => RIGHTS[each].includes(permission));
  return roles[role ?? 'SUBMITTER'];
}

/** What lets a request through to the rule and the column behind it, beside the things of the world. */
const WELL_FORMED: Readonly<Record<string, string>> = {
  token: 'x'.repeat(43),
  code: 'MA_THU',
  locale: 'vi',
  year: '2027',
  decisionNumber: '1/QĐ-UBND',
  minimumCards: '1',
  judgesPerInitiative: '1',
};
const KEYS: Readonly<Record<string, string>> = { setIndicators: 'thu', adoptInitiative: 'thu' };
const ON_DRAFTS = ['saveDraft', 'setAuthors', 'declareInitiative', 'confirmInitiative', 'submitInitiative', 'withdrawInitiative'];
const ON_SENT = ['returnInitiative', 'screenInitiative', 'disqualifyInitiative', 'linkSimilar'];
const IN_OPEN = [
  'draftInitiative',
  'enterPaperInitiative',
  'inviteToJury',
  'attachDocument',
  'setPhaseDates',
  'holdPhase',
  'setRuleBook',
  'setAreas',
];

function usual(name: string, operation: string): string | undefined {
  if (name === 'key') return KEYS[operation] ?? 'THU';
  if (name === 'initiativeId' && ON_DRAFTS.includes(operation)) return world.draftId;
  if (name === 'initiativeId' && ON_SENT.includes(operation)) return world.sentId;
  if (name === 'contestId' && IN_OPEN.includes(operation)) return world.openContestId;
  return world[name] ?? WELL_FORMED[name];
}

/** Of what an input names, the table that has its version; the more particular first. */
const VERSIONED = [
  'scorecard',
  'round',
  'initiative',
  'contest',
  'decision',
  'award',
  'report',
  'figure',
  'period',
  'rollout',
  'adoption',
  'unit',
  'person',
  'area',
];
const TABLES: Readonly<Record<string, string>> = { decision: 'award_decision', period: 'reporting_period', area: 'reform_area' };

/** The version that was on the screen is the present one, where it is not itself the extreme value. */
async function inTime(variables: Record<string, unknown>, path: string): Promise<Record<string, unknown>> {
  const input = variables.input as Record<string, unknown> | undefined;
  const named = VERSIONED.find((each) => typeof input?.[`${each}Id`] === 'string');
  if (!input || !('version' in input) || path === 'input.version' || !named) return variables;
  const [row] = await contest
    .em()
    .getConnection()
    .execute<{ version: number }[]>(`select version from ${TABLES[named] ?? named} where id::text = ?`, [input[`${named}Id`]]);
  return { input: { ...input, version: row?.version ?? 1 } };
}

test(
  'the outermost values that a scalar takes are answered, wherever they stand: no scalar is wider than what keeps it',
  async () => {
    const operations = operationsOf(contest.app.get(GraphQLSchemaHost, { strict: false }).schema);
    const unanswered: string[] = [];
    let sent = 0;
    for (const operation of operations) {
      const personId = personFor(operation);
      const client = personId ? await contest.as(personId) : contest.client();
      for (const { path, value, variables } of extremesOf(operation, usual)) {
        const { errors } = await client.send(operation.document, await inTime(variables, path));
        sent += 1;
        if (errors?.some(({ extensions }) => extensions.code === 'INTERNAL'))
          unanswered.push(`${operation.name} ${path} = ${String(value).slice(0, 40)}`);
      }
    }

    expect(unanswered).toEqual([]);
    expect(sent).toBeGreaterThan(1000);
  },
  10 * MINUTES,
);
