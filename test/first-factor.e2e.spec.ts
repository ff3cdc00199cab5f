import { Person, SecondFactor } from '#domain/identity';
import { FirstAdministratorService } from '#lib/identity';
import { CookieJar, codeOf } from './support/browser.js';
import { aContest, aRound, aRuleBook } from './support/contests.js';
import { type District, PASSWORD, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { lastMailTo, mutation, someone, tokenIn } from './support/sign-in.js';

const DAY = 86_400_000;
const ENROL = mutation('enrolSecondFactor', 'EnrolSecondFactorInput', '... on SecondFactorEnrolment { id }');
const CHANGE = mutation('changePassword', 'ChangePasswordInput', '... on Session { id }');
const REQUEST = mutation('requestPasswordReset', 'RequestPasswordResetInput', '... on PasswordLinkRequest { id }');
const SET = mutation('resetPassword', 'ResetPasswordInput', '... on PasswordSet { id }');
const MAY = '{ me { secondFactor { canEnrol whyNotEnrol { code } } } }';
const NEW = 'mot-mat-khau-khac';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

/** The token of the link in the newest mail to an address. */
const linkTo = async (running: RunningContest, email: string): Promise<string> => tokenIn(await lastMailTo(running, email));

async function setByLink(running: RunningContest, token: string, password: string): Promise<void> {
  expect(await running.client().ask(SET, { input: { token, password } })).toMatchObject({ __typename: 'PasswordSet' });
}

test('a password alone sets up no first factor, were it changed or not; whoever reads the owner’s mail does, within a day', async () => {
  const { id, email } = await someone(contest, district);
  contest.clock.advance(DAY);
  const thief = new CookieJar(contest);
  await thief.signIn(email);
  const refused = { code: 'ENROLMENT_NEEDS_LINK' };

  expect((await thief.ask(MAY)).secondFactor).toEqual({ canEnrol: false, whyNotEnrol: { code: 'ENROLMENT_NEEDS_LINK' } });
  expect(await thief.ask(ENROL, { input: { password: PASSWORD } })).toMatchObject(refused);
  await thief.ask(CHANGE, { input: { present: PASSWORD, password: NEW } });
  expect(await thief.ask(ENROL, { input: { password: NEW } })).toMatchObject(refused);
  expect(await contest.em().count(SecondFactor, { person: id })).toBe(0);

  await contest.client().ask(REQUEST, { input: { email } });
  await setByLink(contest, await linkTo(contest, email), PASSWORD);
  const owner = new CookieJar(contest);
  await owner.signIn(email);
  contest.clock.advance(DAY - 1);
  expect(await owner.signIn(email)).toBe('Session');
  expect((await owner.ask(MAY)).secondFactor).toEqual({ canEnrol: true, whyNotEnrol: null });
  const { secret } = await owner.enrol();
  contest.clock.advance(DAY);
  await owner.signIn(email);
  expect(await owner.giveCode(codeOf(contest, secret))).toBe('Session');
  expect((await owner.ask(MAY)).secondFactor).toEqual({ canEnrol: true, whyNotEnrol: null });
});

test('after a reset of a lost factor it is the same: the password that somebody knows sets up none', async () => {
  const email = 'mat-dien-thoai@example.vn';
  const { interior } = district.units;
  const id = await aPerson(contest, { unitId: interior, role: 'SUBMITTER', email, password: PASSWORD });
  const owner = new CookieJar(contest);
  await owner.signIn(email);
  await owner.enrol();
  contest.clock.advance(DAY);
  const reset = mutation('resetSecondFactor', 'ResetSecondFactorInput', '... on FactorReset { state }');
  const admin = await contest.as(district.people.admin);
  expect(await admin.ask(reset, { input: { personId: id, reason: 'Mất điện thoại' } })).toMatchObject({ state: 'DONE' });

  const thief = new CookieJar(contest);
  expect(await thief.signIn(email)).toBe('Session');
  expect(await thief.ask(ENROL, { input: { password: PASSWORD } })).toMatchObject({ code: 'ENROLMENT_NEEDS_LINK' });
});

const PEOPLE = '... on Person { id }';
const INVITE = mutation('invitePerson', 'InvitePersonInput', PEOPLE);
const GRANT = mutation('grantRole', 'GrantRoleInput', '... on RoleGrant { id state version }');
const NAME = mutation('nameLeader', 'NameLeaderInput', '... on RoleGrant { state }');
const CONFIRM = mutation('confirmGrant', 'ConfirmGrantInput', '... on RoleGrant { state }');
const UNIT = mutation('createUnit', 'CreateUnitInput', '... on Unit { id }');
const SEAT = mutation('seatPerson', 'SeatPersonInput', '... on Seat { id }');

/** By the link that was mailed to them: a password, and a second factor where they are held up without one. */
async function comesIn(fresh: RunningContest, { email, token }: Invited, heldUp: boolean): Promise<CookieJar> {
  const browser = new CookieJar(fresh);
  await setByLink(fresh, token, PASSWORD);
  expect(await browser.signIn(email)).toBe('Session');
  const asked = await browser.send('{ myNotices(first: 1) { totalCount } }');
  expect(asked.errors?.[0]?.extensions.code).toBe(heldUp ? 'FACTOR_NEEDED' : undefined);
  if (heldUp) await browser.enrol();
  return browser;
}

interface Invited {
  readonly id: string;
  readonly email: string;
  readonly token: string;
}

test('a fresh installation that is no demo reaches a seated jury over the API: each who must set up a factor first is held up before anything else', async () => {
  const fresh = await startContest();
  try {
    const link = await fresh.get(FirstAdministratorService).openFirstAdministratorLink();
    const names = { fullName: 'Ngô Quang Huy', unitNameVi: 'Huyện Hoài Đức', unitNameEn: 'Hoai Duc District' };
    const own = 'quantri@example.vn';
    const accept = mutation('acceptFirstAdministrator', 'AcceptFirstAdministratorInput', '... on PasswordSet { id }');
    await fresh.client().ask(accept, { input: { token: link.split('#')[1], email: own, password: PASSWORD, ...names } });
    const admin = new CookieJar(fresh);
    expect(await admin.signIn(own)).toBe('Session');
    const invitation = { fullName: 'Đỗ Đức Trung', email: 'trung@example.vn', external: true };
    expect((await admin.send(INVITE, { input: invitation })).errors?.[0]?.extensions.code).toBe('FACTOR_NEEDED');
    expect(await fresh.em().count(Person, {})).toBe(1);
    await admin.enrol();

    const root = (await fresh.em().findOneOrFail(Person, { email: own })).unit!.id;
    const invite = async (name: string, unitId: string | null): Promise<Invited> => {
      const email = `${name.toLowerCase()}@example.vn`;
      const { id } = await admin.ask(INVITE, { input: { fullName: name, email, unitId, external: !unitId } });
      return { id, email, token: await linkTo(fresh, email) };
    };
    const leader = await invite('Trung', root);
    const decision = { number: '12/QĐ-UBND', decidedOn: '2026-02-27' };
    expect(await admin.ask(NAME, { input: { personId: leader.id, unitId: root, decision } })).toMatchObject({ state: 'IN_FORCE' });
    const chair = await comesIn(fresh, leader, true);
    const granted = async (personId: string, role: string): Promise<void> => {
      const { id: grantId, version } = await admin.ask(GRANT, { input: { personId, role, unitId: root } });
      expect(await chair.ask(CONFIRM, { input: { grantId, version } })).toMatchObject({ state: 'IN_FORCE' });
    };
    const below = { kind: 'DEPARTMENT', nameVi: 'Phòng Nội vụ', nameEn: 'Interior', parentId: root, validFrom: '2021-01-01' };
    expect(await admin.ask(UNIT, { input: below })).toMatchObject({ __typename: 'Unit' });
    const secretary = await invite('Minh', root);
    await granted(secretary.id, 'ORGANISER');
    const judges = [await invite('Mot', null), await invite('Hai', null), await invite('Ba', null)] as const;
    for (const { id } of judges) await granted(id, 'JUDGE');
    const organiser = await comesIn(fresh, secretary, true);
    const rounds = [aRound('dossier', { judgesPerInitiative: 3, minimumCards: 3 })];
    const year = await aContest(fresh, { units: { district: root } } as District, { ruleBook: aRuleBook({ rounds, tieBreak: [] }) });
    for (const { id: personId } of judges)
      expect(await organiser.ask(SEAT, { input: { contestId: year.id, personId, kind: 'JUDGE' } })).toMatchObject({ __typename: 'Seat' });
    const judge = await comesIn(fresh, judges[0], false);
    expect(await judge.ask('{ me { roles } }')).toEqual({ roles: ['JUDGE'] });
    expect(await judge.ask('{ myAssignments(first: 1) { totalCount } }')).toEqual({ totalCount: 0 });
  } finally {
    await fresh.stop();
  }
}, 120_000);
