import { GraphQLSchemaHost } from '@nestjs/graphql';
import { changed, content } from './content.js';
import { type Client, type RunningContest } from './harness.js';
import { type Operation, operationsOf } from './operations.js';

/** A mutation that was done: by whom, with which input, and what it answered. */
export interface Played {
  readonly name: string;
  readonly personId: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: any;
}

/** Sends every mutation under a key at once and again, and holds the second against the first. */
export class Twice {
  readonly played: Played[] = [];
  /** What did not go as it should, by mutation. */
  readonly wrong: string[] = [];
  private readonly clients = new Map<string, Client>();
  private readonly mutations: ReadonlyMap<string, Operation>;

  constructor(private readonly contest: RunningContest) {
    const operations = operationsOf(contest.app.get(GraphQLSchemaHost, { strict: false }).schema);
    this.mutations = new Map(operations.filter(({ kind }) => kind === 'mutation').map((operation) => [operation.name, operation]));
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
    const before = await content(this.contest, ['session']);
    const again = await this.ask(personId, name, input);
    const touched = changed(before, await content(this.contest, ['session']));
    if (touched.length > 0) this.wrong.push(`${name} sent again changed ${touched.join(', ')}`);
    for (const other of [...answers, again]) {
      if (other.__typename !== answer.__typename || other.id !== answer.id)
        this.wrong.push(`${name} sent again answered ${JSON.stringify(other).slice(0, 200)}`);
    }
    this.played.push({ name, personId, input, answer });
    return answer;
  }

  async ask(personId: string, name: string, input: object): Promise<any> {
    const { document } = this.mutations.get(name)!;
    const client = this.clients.get(personId) ?? (await this.contest.as(personId));
    this.clients.set(personId, client);
    return client.ask(document, { input });
  }
}
