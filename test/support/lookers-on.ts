import { GraphQLSchemaHost } from '@nestjs/graphql';
import { sql } from 'kysely';
import { aRuledTitle } from './achievements.js';
import { theirIndex } from './reform-index.js';
import { aRound, toPhase } from './contests.js';
import { type District, aDistrict, aPerson } from './factories.js';
import { type Client, type Reply, type RunningContest, startContest } from './harness.js';
import { CLOSE_ROUND, type Judging, SAVE, SIGN, aJudging, attestedCards, marksOf, openRound, signAll } from './judging.js';
import { type Operation, operationsOf, variablesOf } from './operations.js';

/** Somebody who must not learn what is hidden; nobody has no id. */
export interface LookerOn {
  readonly client: Client;
  readonly id: string | null;
  /** Queries that rightly move by what others do: the log has every reading, and mails are seen to by administrators. */
  readonly seen?: readonly string[];
}

/** Which of the things there are each argument names, by the place in its pool; one left out where it may be. */
export interface Choice {
  readonly places: readonly number[];
  readonly optional: boolean;
}

/** What is judged first, with all there is of it. */
export const FIRST: Choice = { places: [0], optional: false };

/** How many entries of the log are one's own: every reading of a dossier adds to it. */
const OWN_ACTS = /\\n *\\"acts\\": \d+/g;
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');

const SEEN: Readonly<Record<string, readonly string[]>> = {
  'conflicted leader': ['auditEntries'],
  admin: ['auditEntries', 'mails', 'undelivered'],
};

/** Two contests that are judged, and people who look on: asks them every query of the schema, before and after something. */
export class LookersOn {
  readonly operations: readonly Operation[];
  readonly readers = new Map<string, LookerOn>();
  private readonly pools = new Map<string, string[]>();

  private constructor(
    readonly contest: RunningContest,
    /** One round closed, one open, the result not published. */
    readonly judging: Judging,
    /** Its rounds closed, a list of awards drawn up. */
    readonly deliberation: Judging,
  ) {
    this.operations = operationsOf(contest.get(GraphQLSchemaHost).schema);
  }

  static async meet(): Promise<LookersOn> {
    const contest = await startContest();
    const district = await aDistrict(contest);
    const round = (key: string, more = {}) => aRound(key, { judgesPerInitiative: 2, minimumCards: 2, ...more });
    const presentation = { presentMinutes: 10, questionMinutes: 5, marksInRoom: false };
    const judging = await aJudged(contest, district, [round('dossier'), round('final', { presentation })]);
    const deliberation = await aJudged(contest, district, [round('dossier'), round('final')], 2);
    await toPhase(contest, deliberation.contestId, 'DELIBERATION');
    await deliberation.organiser.ask('mutation ($input: ProposeAwardsInput!) { proposeAwards(input: $input) { __typename } }', {
      input: { contestId: deliberation.contestId },
    });
    const met = new LookersOn(contest, judging, deliberation);
    const { finance, district: host } = district.units;
    const tied = await aPerson(contest, { unitId: finance, role: 'ORGANISER', roleUnitId: host });
    const tiedLeader = await aPerson(contest, { unitId: finance, role: 'LEADER', roleUnitId: host });
    await contest.drain();
    await met.judge();
    const { admin, submitter, communeOfficer } = district.people;
    await met.seat({
      'conflicted organiser': tied,
      'conflicted leader': tiedLeader,
      judge: judging.judges[0]!,
      submitter,
      admin,
      'commune officer': communeOfficer,
    });
    await theirIndex(contest, district);
    await met.fillPools(district);
    return met;
  }

  get contests(): string[] {
    return [this.judging.contestId, this.deliberation.contestId];
  }

  /** Ids of those who look on. */
  get people(): string[] {
    return [...this.readers.values()].flatMap(({ id }) => id ?? []);
  }

  /** The last round is open, with cards of each kind; the judge who looks on has one of everything, so that no other's is ever passed on to them. */
  private async judge(): Promise<void> {
    const { judges, initiatives, organiser } = this.judging;
    const roundId = this.judging.rounds[1]!;
    await openRound(this.contest, this.judging, roundId);
    const ASSIGN = 'mutation ($input: AssignJudgeInput!) { assignJudge(input: $input) { __typename } }';
    for (const initiativeId of initiatives) await organiser.ask(ASSIGN, { input: { roundId, initiativeId, judgeId: judges[0]! } });
    for (const personId of judges.slice(0, 3)) {
      const judge = await this.contest.as(personId);
      const [first, second] = await attestedCards(judge, roundId);
      if (first) await judge.ask(SIGN, { input: { scorecardId: first.id, version: first.version, marks: marksOf('20', '20', '20') } });
      if (second) await judge.ask(SAVE, { input: { scorecardId: second.id, version: second.version, marks: marksOf('1', '2', '3') } });
    }
    const DRAW = 'mutation ($input: DrawPresentationOrderInput!) { drawPresentationOrder(input: $input) { __typename } }';
    await organiser.ask(DRAW, { input: { roundId } });
    const SET = 'mutation ($input: SetConflictInput!) { setConflict(input: $input) { __typename } }';
    const held = { initiativeId: initiatives[0], personId: judges[4], type: 'FAMILY', reason: 'Vợ là tác giả' };
    await organiser.ask(SET, { input: held });
    await this.contest.drain();
  }

  private async seat(people: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, id] of Object.entries(people))
      this.readers.set(name, { client: await this.contest.as(id), id, seen: SEEN[name] ?? [] });
    this.readers.set('nobody', { client: this.contest.client(), id: null });
  }

  async idsOf(statement: ReturnType<typeof sql<{ id: string }>>): Promise<string[]> {
    return (await statement.execute(this.contest.em().getKysely())).rows.map(({ id }) => id);
  }

  /** What the arguments of queries may name: by the argument, or by the type that is asked for. What is judged stands first. */
  private async fillPools({ units }: District): Promise<void> {
    const { judging, deliberation } = this;
    const named: Record<string, string[]> = {
      contestId: this.contests,
      roundId: [judging.rounds[1]!, judging.rounds[0]!, deliberation.rounds[0]!],
      initiativeId: judging.initiatives,
      'id of initiativeWay': [...deliberation.initiatives, ...judging.initiatives],
      ownerId: judging.initiatives,
      judgeId: judging.judges,
      personId: [...judging.judges.slice(1), judging.judges[0]!],
      unitId: Object.values(units),
      kindId: [await aRuledTitle(this.contest, units.district)],
      ownerUnitId: [units.finance],
      ownerType: ['initiative'],
      first: ['50'],
      lastYear: ['2025'],
      search: ['Nguyễn', 'hồ sơ'],
    };
    for (const [name, ids] of Object.entries(named)) this.pools.set(name, ids);
    const tables = new Set(
      await this.idsOf(sql`select table_name as id from information_schema.columns where table_schema = 'public' and column_name = 'id'`),
    );
    for (const { name, kind, args, answers } of this.operations) {
      for (const arg of kind === 'query' ? args : []) {
        const key = arg.name === 'id' ? `id of ${name}` : arg.name;
        const table = snake(arg.name === 'id' ? answers : arg.name.replace(/Id$/, ''));
        if (!this.pools.has(key) && tables.has(table)) this.pools.set(key, await this.rowsOf(table));
      }
    }
  }

  private rowsOf(table: string): Promise<string[]> {
    const own = sql`c.judge_id = ${this.judging.judges[0]!} desc`;
    const order = table === 'scorecard' ? own : table === 'round' ? sql`c.state = 'OPEN' desc` : sql`c.id`;
    return this.idsOf(sql`select c.id from ${sql.table(table)} c order by ${order}, c.id limit 30`);
  }

  variablesFor(operation: Operation, { places, optional }: Choice): Record<string, unknown> {
    let asked = 0;
    const named = variablesOf(operation, (name, query) => {
      const pool = this.pools.get(name === 'id' ? `id of ${query}` : name) ?? [];
      asked += 1;
      return pool[(places[asked % places.length] ?? 0) % Math.max(1, pool.length)];
    });
    const required = new Set(operation.args.filter(({ type }) => String(type).endsWith('!')).map(({ name }) => name));
    return Object.fromEntries(Object.entries(named).filter(([name]) => optional || required.has(name)));
  }

  /** What every query of the schema answers to somebody. */
  async answersTo(client: Client, choice: Choice): Promise<Map<string, string>> {
    const queries = this.operations.filter(({ kind }) => kind === 'query');
    const replies = await Promise.all(
      queries.map(async (query): Promise<[string, Reply]> => [
        query.name,
        await client.send(query.document, this.variablesFor(query, choice)),
      ]),
    );
    for (const [name, { errors }] of replies) {
      const code = String(errors?.[0]?.extensions.code ?? '');
      if (['INTERNAL', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'].includes(code)) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    }
    return new Map(replies.map(([name, reply]) => [name, JSON.stringify(reply).replace(OWN_ACTS, '')]));
  }

  /** Asks everybody before and after, and returns who noticed by which query, with both answers. */
  async noticed(choice: Choice, change: () => Promise<unknown>, shownTo: readonly string[] = []): Promise<string[]> {
    const watching = [...this.readers].filter(([name]) => !shownTo.includes(name));
    // One reader after another: all at once would wait for connections for longer than a busy machine lets them.
    const ask = async () => {
      const answers = new Map<string, Map<string, string>>();
      for (const [name, { client }] of watching) answers.set(name, await this.answersTo(client, choice));
      return answers;
    };
    const before = await ask();
    await change();
    const after = await ask();
    return watching.flatMap(([name, { seen }]) =>
      [...(before.get(name) ?? [])]
        .filter(([query, reply]) => !seen?.includes(query) && after.get(name)?.get(query) !== reply)
        .map(([query, reply]) => `${name}: ${query}\n${reply.slice(0, 600)}\n${(after.get(name)?.get(query) ?? '').slice(0, 600)}`),
    );
  }
}

/** Its first rounds are judged and closed. */
async function aJudged(contest: RunningContest, district: District, rounds: ReturnType<typeof aRound>[], closed = 1): Promise<Judging> {
  const made = await aJudging(contest, district, { initiatives: 3, judges: 5, ruleBook: { rounds, tieBreak: [] } });
  for (const roundId of made.rounds.slice(0, closed)) {
    await openRound(contest, made, roundId);
    await signAll(contest, made, roundId, (judge, at) => marksOf(String(20 + at), '25', String(20 + judge)));
    await made.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  }
  await contest.drain();
  return made;
}
