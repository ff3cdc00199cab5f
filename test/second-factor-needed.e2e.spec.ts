import { GraphQLSchemaHost } from '@nestjs/graphql';
import { RIGHTS, TOKEN_SCOPES, needsSecondFactor } from '#domain/identity';
import { SeatService } from '#lib/contest';
import { ROLES, SYSTEM } from '#lib/kernel';
import { CookieJar, codeOf } from './support/browser.js';
import { aContest } from './support/contests.js';
import { type District, PASSWORD, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { operationsOf, variablesOf } from './support/operations.js';
import { BEFORE_SECOND_FACTOR, PERMISSION_TABLE } from './support/permission-table.js';
import { mutation, someone } from './support/sign-in.js';

const ENROL = mutation('enrolSecondFactor', 'EnrolSecondFactorInput', '... on SecondFactorEnrolment { id secret uri }');
const REMOVE = mutation('removeSecondFactor', 'ProofInput', '... on SecondFactor { confirmedAt recoveryCodesLeft }');
const CREATE = mutation('createAccessToken', 'CreateAccessTokenInput', '... on AccessToken { token }');
const STATE = '{ me { roles secondFactor { needed confirmedAt recoveryCodesLeft recoveryCodes } } }';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const jar = () => new CookieJar(contest);
const halfMinutes = (n: number): void => {
  contest.clock.advance(n * 30_000);
};

/** Somebody who must have one. */
async function anOrganiser(): Promise<{ id: string; email: string }> {
  const { units } = district;
  const email = `organiser${String(Math.random()).slice(2)}@example.vn`;
  return {
    id: await aPerson(contest, { unitId: units.interior, role: 'ORGANISER', roleUnitId: units.district, email, password: PASSWORD }),
    email,
  };
}

test('administrators, organisers and leaders must have a second factor, and whoever has a seat that is not a judge’s', () => {
  const asked = ROLES.filter((role) => needsSecondFactor({ permissions: RIGHTS[role], seated: false }));

  expect(asked).toEqual(['ORGANISER', 'LEADER', 'ADMIN']);
  expect(needsSecondFactor({ permissions: RIGHTS.SUBMITTER, seated: true })).toBe(true);
});

test('who must have one and has none may read who they are, set it up and go, and nothing else over the whole schema', async () => {
  const { email } = await anOrganiser();
  const browser = jar();
  expect(await browser.signIn(email)).toBe('Session');
  expect(await browser.ask(STATE)).toEqual({
    roles: [],
    secondFactor: { needed: true, confirmedAt: null, recoveryCodesLeft: 0, recoveryCodes: null },
  });

  const found: Record<string, string> = {};
  for (const operation of operationsOf(contest.get(GraphQLSchemaHost).schema)) {
    if (PERMISSION_TABLE[operation.name] === 'public' || operation.name === 'signOut') continue;
    const { errors } = await browser.send(
      operation.document,
      variablesOf(operation, () => undefined),
    );
    const code = errors?.[0]?.extensions.code as string | undefined;
    if (code !== 'FACTOR_NEEDED') found[operation.name] = code ?? 'open';
  }
  expect(Object.keys(found).toSorted()).toEqual(BEFORE_SECOND_FACTOR.filter((name) => name !== 'signOut').toSorted());

  await browser.enrol();
  expect(await browser.ask(STATE)).toMatchObject({ roles: ['ORGANISER'], secondFactor: { needed: true, recoveryCodesLeft: 10 } });
  expect((await browser.ask('{ contests(first: 1) { totalCount } }')).totalCount).toBe(0);
  halfMinutes(1);
});

test('who must have one keeps it, and the programs that they allow in with it pass', async () => {
  const { email } = await anOrganiser();
  const browser = jar();
  await browser.signIn(email);
  const { secret } = await browser.enrol();
  halfMinutes(1);

  expect(await browser.ask(REMOVE, { input: { password: PASSWORD, code: codeOf(contest, secret) } })).toMatchObject({
    code: 'FACTOR_KEPT',
  });
  const { token } = await browser.ask(CREATE, { input: { label: 'x', scopes: TOKEN_SCOPES, expiresAt: '2026-12-01T00:00:00Z' } });
  const program = contest.client({ authorization: `Bearer ${String(token)}` });
  expect((await program.ask('{ contests(first: 1) { totalCount } }')).totalCount).toBe(0);
});

test('who comes to a role or a seat that asks for one is held up at the next request, in every session and program that came by the password alone', async () => {
  const { id, email } = await someone(contest, district);
  const year = await aContest(contest, district);
  const browser = jar();
  await browser.signIn(email);
  const { token } = await browser.ask(CREATE, { input: { label: 'x', scopes: TOKEN_SCOPES, expiresAt: '2026-12-01T00:00:00Z' } });
  const program = contest.client({ authorization: `Bearer ${String(token)}` });
  const asked = '{ myNotices(first: 1) { totalCount } }';
  const codes = async () => [
    (await browser.send(asked)).errors?.[0]?.extensions.code,
    (await program.send(asked)).errors?.[0]?.extensions.code,
  ];
  expect(await codes()).toEqual([undefined, undefined]);

  const seat = await contest.get(SeatService).seat(SYSTEM, { contestId: year.id, personId: id, kind: 'SECRETARY', chair: false });
  expect(await codes()).toEqual(['FACTOR_NEEDED', 'FACTOR_NEEDED']);
  expect((await program.send(ENROL, { input: { password: PASSWORD } })).errors?.[0]?.extensions.code).toBe('TOKEN_SCOPE');
  await contest.get(SeatService).endSeat(SYSTEM, { seatId: seat.id, reason: 'Thôi nhiệm vụ' });
  expect(await codes()).toEqual([undefined, undefined]);
});

test('in the demo nobody must have one, and whoever wants one has it', async () => {
  const demo = await startContest(contest.clock.now().toISOString(), { DEMO: '1', DATABASE_URL: contest.config.databaseUrl });
  try {
    const { email } = await anOrganiser();
    const browser = new CookieJar(demo);
    expect(await browser.signIn(email)).toBe('Session');
    expect(await browser.ask(STATE)).toMatchObject({ roles: ['ORGANISER'], secondFactor: { needed: false } });
    await browser.enrol();
    expect(await new CookieJar(demo).signIn(email)).toBe('CodeOwed');
  } finally {
    await demo.app.close();
  }
});
