import fc from 'fast-check';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Account, FactorReset, Position, RoleGrant, SecondFactor, needsSecondPerson } from '#domain/identity';
import { ROLES } from '#lib/kernel';
import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, type Judging, aJudging, marksOf, openRound, signAll } from './support/judging.js';
import { type Operation, operationsOf, variablesOf } from './support/operations.js';
import { mutation } from './support/sign-in.js';

/** An administrator who wants to see the scores, with all accounts that are theirs: what they made, and may pass for anybody. */
class Explorer {
  /** Ids of the accounts in their hands. */
  readonly own: string[];
  private readonly clients = new Map<string, Client>();
  private made = 0;

  constructor(
    private readonly contest: RunningContest,
    private readonly district: District,
    private readonly judging: Judging,
    administrators: readonly string[],
  ) {
    this.own = [...administrators];
  }

  async as(personId: string): Promise<Client> {
    const client = this.clients.get(personId) ?? (await this.contest.as(personId).catch(() => this.contest.client()));
    this.clients.set(personId, client);
    return client;
  }

  /** One act by one of the accounts, on one of the people there are; what is refused is refused. */
  async try({ act, by, on, what }: Try): Promise<void> {
    const client = await this.as(this.own[by % this.own.length]!);
    const { people, units } = this.district;
    const everybody = [...this.own, people.leader, people.organiser, people.judge, ...this.judging.judges];
    const personId = everybody[on % everybody.length]!;
    const unitId = [units.district, units.finance, units.anKhanh][what % 3]!;
    const reason = 'Vì muốn xem điểm';
    const send = async (name: string, input: string, given: object): Promise<any> =>
      (await client.send(mutation(name, input, ''), { input: given })).data?.[name];
    const role = ROLES[what % ROLES.length]!;
    switch (ACTS[act % ACTS.length] ?? 'createPerson') {
      case 'createPerson': {
        const email = `own${String((this.made += 1))}@example.vn`;
        await send('createPerson', 'CreatePersonInput', { fullName: 'Người Lập Ra', email, unitId });
        const [row] = await this.contest.em().getConnection().execute<{ id: string }[]>('select id from person where email = ?', [email]);
        if (row) this.own.push(row.id);
        return;
      }
      case 'grantRole':
        return send('grantRole', 'GrantRoleInput', { personId, role, unitId });
      case 'nameLeader':
        return send('nameLeader', 'NameLeaderInput', { personId, unitId, decision: { number: '1/QĐ', decidedOn: '2026-01-01' } });
      case 'confirmGrant':
        for (const { id: grantId, version } of await this.contest.em().find(RoleGrant, { state: 'PROPOSED' }))
          await send('confirmGrant', 'ConfirmGrantInput', { grantId, version });
        for (const { id: grantId, version } of await this.contest.em().find(RoleGrant, { role: 'LEADER', state: 'IN_FORCE' }))
          await send('confirmRevocation', 'ConfirmGrantInput', { grantId, version });
        return;
      case 'revokeGrant':
        for (const { id: grantId } of await this.contest.em().find(RoleGrant, { person: personId, state: 'IN_FORCE' }))
          if (!this.own.includes(personId)) await send('revokeGrant', 'RevokeGrantInput', { grantId, reason });
        return;
      case 'addPosition':
        return send('addPosition', 'AddPositionInput', {
          personId,
          unitId,
          titleVi: 'Thư ký',
          titleEn: 'Clerk',
          from: '2021-01-01',
          heads: true,
        });
      case 'endPosition':
        for (const { id: positionId } of await this.contest.em().find(Position, { person: personId }))
          await send('endPosition', 'EndPositionInput', { positionId, to: '2026-12-31' });
        return;
      case 'disableAccount':
        return this.own.includes(personId) ? undefined : send('disableAccount', 'AccountInput', { personId, reason });
      case 'enableAccount':
        return send('enableAccount', 'AccountInput', { personId, reason });
      case 'resetSecondFactor':
        return send('resetSecondFactor', 'ResetSecondFactorInput', { personId, reason });
      case 'confirmFactorReset':
        for (const { id: resetId, version } of await this.contest.em().find(FactorReset, { state: 'PROPOSED' }))
          await send('confirmFactorReset', 'ConfirmFactorResetInput', { resetId, version });
        return;
      case 'seatPerson':
        return send('seatPerson', 'SeatPersonInput', { contestId: this.judging.contestId, personId, kind: 'JUDGE', chair: false });
      case 'inviteToJury':
        return send('inviteToJury', 'InviteToJuryInput', { contestId: this.judging.contestId, personId });
    }
  }
}

const ACTS = [
  ...['createPerson', 'grantRole', 'grantRole', 'grantRole', 'nameLeader', 'confirmGrant', 'confirmGrant', 'revokeGrant', 'addPosition'],
  ...['endPosition', 'disableAccount', 'enableAccount', 'seatPerson', 'inviteToJury', 'resetSecondFactor', 'confirmFactorReset'],
] as const;

interface Try {
  readonly act: number;
  readonly by: number;
  readonly on: number;
  readonly what: number;
}

let contest: RunningContest;
let district: District;
let judging: Judging;
/** An administrator whom the first one made, and the leader confirmed in good faith. */
let puppet: string;
let puppetGrant: string;
let reads: Operation[];

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 }), aRound('final')];
  judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  const admin = await contest.as(district.people.admin);
  const made = { fullName: 'Người Lập Ra', email: 'puppet@example.vn', unitId: district.units.district };
  puppet = (await admin.ask(mutation('createPerson', 'CreatePersonInput', '... on Person { id }'), { input: made })).id;
  const grant = { personId: puppet, role: 'ADMIN', unitId: district.units.district };
  const { id: grantId, version } = await admin.ask(mutation('grantRole', 'GrantRoleInput', '... on RoleGrant { id version }'), {
    input: grant,
  });
  const leader = await contest.as(district.people.leader);
  await leader.ask(mutation('confirmGrant', 'ConfirmGrantInput', ''), { input: { grantId, version } });
  puppetGrant = grantId;
  const roundId = judging.rounds[0]!;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, () => marksOf('21', '22', '23'));
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  const factor = `insert into second_factor (id, person_id, secret, created_at, confirmed_at, last_step) values (gen_random_uuid(), ?, '', now(), now(), 1)`;
  for (const id of nearTheJudging()) await contest.em().getConnection().execute(factor, [id]);
  const operations = operationsOf(contest.get(GraphQLSchemaHost).schema);
  reads = operations.filter(({ name }) => SHOW_JUDGING.includes(name));
}, 120_000);
afterAll(() => contest.stop());

const nearTheJudging = (): string[] => [district.people.leader, district.people.organiser, district.people.judge, ...judging.judges];

const SHOW_JUDGING = [
  ...[
    'agreement',
    'assignmentMatrix',
    'assignments',
    'conflicts',
    'conflictsToDecide',
    'contestResults',
    'corrections',
    'finalStandings',
    'judgeStatistics',
  ],
  ...[
    'jury',
    'myAssignments',
    'myCards',
    'resultPacks',
    'roundResults',
    'scorecard',
    'scorecardVersions',
    'stability',
    'standings',
    'whatIf',
  ],
];

/** What somebody reads of the judging: everything that is not refused, empty or null. */
async function judgingSeenBy(client: Client): Promise<string[]> {
  const [card] = await contest.em().getConnection().execute<{ id: string }[]>('select id from scorecard order by id limit 1');
  const ids: Record<string, string> = { contestId: judging.contestId, roundId: judging.rounds[0]!, id: card!.id, scorecardId: card!.id };
  const seen: string[] = [];
  for (const read of reads) {
    const { data } = await client.send(
      read.document,
      variablesOf(read, (name) => ids[name]),
    );
    const answer = Object.values(data ?? {})[0];
    if (answer && answer.totalCount !== 0 && !(Array.isArray(answer) && answer.length === 0)) seen.push(read.name);
  }
  return seen;
}

const tries = fc.record({ act: fc.nat({ max: 100 }), by: fc.nat({ max: 20 }), on: fc.nat({ max: 20 }), what: fc.nat({ max: 30 }) });

test('those who look at the judging have something to look at', async () => {
  expect(await judgingSeenBy(judging.organiser)).toEqual(expect.arrayContaining(['assignments', 'jury', 'roundResults', 'standings']));
});

test('no single administrator reaches a score, nor takes the second factor off anybody near the judging, by whatever acts with whatever accounts they make', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tries, { minLength: 40, maxLength: 80 }), async (list) => {
      const explorer = new Explorer(contest, district, judging, [district.people.admin, puppet]);
      for (const one of list) await explorer.try(one);
      // Whatever waits is tried once more by everybody, and so is the worst of it in order.
      for (let by = 0; by < explorer.own.length; by += 1) await explorer.try({ act: 5, by, on: 0, what: 0 });
      const raised = await contest
        .em()
        .find(RoleGrant, { person: { $in: explorer.own }, state: 'IN_FORCE', proposedBy: { $ne: null }, id: { $ne: puppetGrant } });
      expect(raised.filter(({ role }) => needsSecondPerson(role)).map(({ role }) => role)).toEqual([]);
      expect(await contest.em().count(RoleGrant, { person: district.people.leader, role: 'LEADER', state: 'IN_FORCE' })).toBe(1);
      expect(await contest.em().count(Account, { person: district.people.leader, disabledAt: null })).toBe(1);
      expect(await contest.em().count(SecondFactor, { person: { $in: nearTheJudging() } })).toBe(nearTheJudging().length);
      for (const id of explorer.own) expect(await judgingSeenBy(await explorer.as(id))).toEqual([]);
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 240_000);
