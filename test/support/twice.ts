import { GraphQLSchemaHost } from '@nestjs/graphql';
import { changed, content } from './content.js';
import { type Client, type RunningContest } from './harness.js';
import { type Operation, operationsOf } from './operations.js';

export { WHEN_LATE } from './moved-on.js';

/** A mutation that was done: by whom, with which input, and what it answered. */
export interface Played {
  readonly name: string;
  readonly personId: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: any;
}

/** The acts that write down what a record says. */
export const EDITS: readonly string[] = [
  ...['editUnit', 'editPerson', 'editArea', 'editContest', 'setAreas', 'setPhaseDates', 'setPrizePlan', 'setRuleBook'],
  ...['saveDraft', 'setAuthors', 'arrangeFiles', 'declareInitiative', 'confirmInitiative', 'linkSimilar', 'markNoticeRead'],
  'setNoticePreferences',
  'saveDraftOnBehalf',
  ...[
    'setJuryTerms',
    'setCalibrationSamples',
    'saveScorecard',
    'saveNote',
    'setConflict',
    'planRounds',
    'moveRoundDue',
    'answerConflict',
    'changeAward',
  ],
  ...['editRollout', 'setIndicators', 'saveReport'],
];

type Content = Awaited<ReturnType<typeof content>>;

interface Edited {
  readonly personId: string;
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly answer: any;
}

/** Sends every mutation under a key at once and again, and holds the second against the first. */
export class Twice {
  readonly played: Played[] = [];
  /** What did not go as it should, by mutation. */
  readonly wrong: string[] = [];
  /** What was answered where the same was sent once more on the version that it was done on, under a key of its own. */
  private readonly late = new Map<string, Set<string>>();
  private readonly clients = new Map<string, Client>();
  private readonly mutations: ReadonlyMap<string, Operation>;

  constructor(private readonly contest: RunningContest) {
    const operations = operationsOf(contest.app.get(GraphQLSchemaHost, { strict: false }).schema);
    this.mutations = new Map(operations.filter(({ kind }) => kind === 'mutation').map((operation) => [operation.name, operation]));
  }

  /** What was answered on old versions, by mutation. */
  told(): Record<string, string> {
    return Object.fromEntries([...this.late].map(([name, codes]) => [name, [...codes].sort().join(' ')]));
  }

  names(): string[] {
    return [...this.mutations.keys()];
  }

  /** What the mutation answers; throws where it is refused. `atOnce` send it together first. */
  async send(personId: string, name: string, given: Record<string, unknown>, atOnce = 1): Promise<any> {
    const input = { ...given, clientMutationId: `key-of-${name}-${String(this.played.length)}` };
    const answers = await Promise.all(Array.from({ length: atOnce }, () => this.ask(personId, name, input)));
    const [answer] = answers;
    if (answer.__typename === 'Refusal') throw new Error(`${name}: ${JSON.stringify(answer)}`);
    const stands = await content(this.contest, ['session']);
    const again = await this.ask(personId, name, input);
    const after = await this.unchanged(stands, `${name} sent again`);
    for (const other of [...answers, again]) {
      if (other.__typename !== answer.__typename || other.id !== answer.id)
        this.wrong.push(`${name} sent again answered ${JSON.stringify(other).slice(0, 200)}`);
    }
    this.played.push({ name, personId, input, answer });
    const edited = EDITS.includes(name) ? await this.sameAgain({ personId, name, given, answer }, after) : after;
    if (given.version !== undefined) await this.tooLate(personId, name, given, edited);
    return answer;
  }

  /** The content as it is now; says what changed since, these tables apart. */
  private async unchanged(before: Content, what: string, apart: readonly string[] = []): Promise<Content> {
    const after = await content(this.contest, ['session']);
    const touched = changed(before, after).filter((table) => !apart.includes(table));
    if (touched.length > 0) this.wrong.push(`${what} changed ${touched.join(', ')}`);
    return after;
  }

  /** An edit that says what is there already: the key is kept, and nothing else. */
  private async sameAgain({ personId, name, given, answer }: Edited, before: Content): Promise<Content> {
    const version = given.version === undefined ? {} : { version: await this.now(answer, given) };
    const key = { clientMutationId: `same-${name}-${String(this.played.length)}` };
    const { __typename, refusalCode } = await this.ask(personId, name, { ...given, ...version, ...key });
    // Of somebody who has a say in the judging it was proposed, and waits.
    if (__typename === 'Refusal' && refusalCode !== 'CONFLICT_WAITS')
      this.wrong.push(`${name} of what is there already answered ${String(refusalCode)}`);
    return this.unchanged(before, `${name} of what is there already`, ['mutation_key']);
  }

  /** The version that the record of an edit has now: of a contest or a round, whatever the answer is of. */
  private async now({ version }: any, { contestId, roundId }: Record<string, unknown>): Promise<number> {
    if (!contestId && !roundId) return version;
    const [table, id] = contestId ? ['contest', contestId] : ['round', roundId];
    const [row] = await this.contest.em().getConnection().execute<{ version: number }[]>(`select version from ${table} where id = ?`, [id]);
    return row!.version;
  }

  private async tooLate(personId: string, name: string, given: Record<string, unknown>, before: Content): Promise<void> {
    const answer = await this.ask(personId, name, { ...given, clientMutationId: `late-${name}-${String(this.played.length)}` });
    await this.unchanged(before, `${name} on an old version`);
    this.late.set(name, (this.late.get(name) ?? new Set()).add(answer.refusalCode ?? answer.__typename));
  }

  async ask(personId: string, name: string, input: object): Promise<any> {
    const { document } = this.mutations.get(name)!;
    const client = this.clients.get(personId) ?? (await this.contest.as(personId));
    this.clients.set(personId, client);
    return client.ask(document, { input });
  }
}
