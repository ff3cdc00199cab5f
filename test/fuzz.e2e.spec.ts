import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLSchema } from 'graphql';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { Seen, hostile } from './support/random/hostile.js';
import { OperationWriter } from './support/random/operation.js';
import { Random, seedOf } from './support/random/random.js';
import { type World, aWorld } from './support/world.js';

/** How many operations are sent: `npm run test:full` sends 2,000, `npm run fuzz` 20,000. Again with the same `FUZZ_SEED` is the same again. */
const OPERATIONS = Number(process.env.FUZZ ?? 300);
const SEED = seedOf('FUZZ_SEED');

/** After so many operations everybody signs in anew: some sign out on the way, and lock others out. */
const SESSION = 100;

let contest: RunningContest;
let district: District;
let world: World;
let schema: GraphQLSchema;
let origin: string;

beforeAll(async () => {
  contest = await startContest(undefined, { ANONYMOUS_COST: '0', ANONYMOUS_COST_TOTAL: '0' });
  district = await aDistrict(contest);
  world = await aWorld(contest, district);
  schema = contest.get(GraphQLSchemaHost).schema;
  origin = await contest.app.getUrl();
}, 120_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await contest.stop();
});

type Headers = Record<string, string>;

/** On the way accounts are disabled and roles ended: as at the beginning, so that no role is missing from then on. */
async function everybodyIsBack(): Promise<void> {
  for (const statement of [
    'update account set disabled_at = null, disabled_reason = null where disabled_at is not null',
    `update role_grant set state = 'IN_FORCE', revoked_at = null, revocation_by = null, valid_to = null where state = 'REVOKED'`,
  ])
    await contest.em().getConnection().execute(statement);
}

async function everybody(): Promise<[role: string, headers: Headers][]> {
  await everybodyIsBack();
  const people = { ...district.people, theJudge: world.judgeId! };
  const signedIn = await Promise.all(
    Object.entries(people).map(async ([role, id]): Promise<[string, Headers]> => [role, await contest.headersOf(id)]),
  );
  return [['nobody', {}], ...signedIn];
}

/** What a reply must never be. */
function faultOf(status: number, body: string): string | null {
  if (status >= 500) return `status ${String(status)}`;
  try {
    const { errors = [] } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] };
    const codes = errors.map(({ extensions }) => extensions?.code ?? 'none');
    return codes.find((code) => code === 'INTERNAL' || code === 'INTERNAL_SERVER_ERROR' || code === 'none') ?? null;
  } catch {
    return 'no JSON';
  }
}

test(
  `of ${String(OPERATIONS)} operations with hostile values by everybody none goes wrong unexpectedly (FUZZ_SEED=${String(SEED)})`,
  async () => {
    const logged: unknown[] = [];
    jest.spyOn(Logger.prototype, 'error').mockImplementation((message: unknown) => void logged.push(message));
    const random = new Random(SEED);
    const seen = new Seen();
    const scalar = hostile(random, world, seen);
    const faults = new Map<string, object>();
    const forbidden = new Set<string>();
    // Who may not even begin is asked seldom, so that more than rights is tried.
    const allowed = (among: [string, Headers][], calls: readonly string[]) => {
      const rest = among.filter(([role]) => !calls.some((call) => forbidden.has(`${role} ${call}`)));
      return rest.length > 0 ? rest : among;
    };
    let answered = 0;
    let askers: [string, Headers][] = [];
    for (let n = 0; n < OPERATIONS; n += 1) {
      if (n % SESSION === 0) askers = await everybody();
      const kinds = random.chance(0.4) ? (['query'] as const) : (['mutation'] as const);
      const { document, variables, calls } = OperationWriter.write(schema, random, { scalar, wrong: 0.05, directives: 0.1, kinds });
      const [role, headers] = random.pick(random.chance(0.05) ? askers : allowed(askers, calls));
      const reply = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ query: document, variables }),
      });
      const body = await reply.text();
      if (/"(FORBIDDEN|UNAUTHENTICATED)"/.test(body) && calls.length === 1) forbidden.add(`${role} ${calls[0] ?? ''}`);
      const fault = faultOf(reply.status, body);
      if (fault !== null) {
        const cause = JSON.stringify((logged.at(-1) as { error?: unknown } | undefined)?.error ?? body).slice(0, 1200);
        faults.set(cause.split('\\n')[0] ?? '', {
          n,
          role,
          fault,
          document: document.slice(0, 600),
          variables: JSON.stringify(variables).slice(0, 600),
          cause,
        });
      } else if (body.includes('"data":{')) answered += 1;
      if (body.length < 200_000 && body.startsWith('{')) seen.keep(JSON.parse(body));
    }

    expect([...faults.values()]).toEqual([]);
    expect(answered).toBeGreaterThan(OPERATIONS / 10);
  },
  60 * 60_000,
);
