import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { type Act } from '#lib/platform';

interface Entry {
  readonly contestId: string;
  readonly initiativeId: string;
}

/** `own` says of initiative `i` that it is the reader's own. */
type WaySteps = (own: RawBuilder<boolean>) => RawBuilder<unknown>;

type EntryListener = (act: Act, entry: Entry) => Promise<void>;
/** Null: not at all. Without names, whoever reads is not to learn whose it is, and some files are withheld from them. */
type Reading = { readonly named: boolean; readonly withheld: readonly string[] } | null;
type Reader = (actor: Actor, initiativeId: string) => Promise<Reading>;

/** What later contexts tell of initiatives: who else may read one's files, as a judge may after attesting; and what they do when one takes part. */
@Injectable()
export class InitiativePorts {
  private readonly readers: Reader[] = [];
  private readonly entryListeners: EntryListener[] = [];
  private readonly stepSources: WaySteps[] = [];
  private readonly publicTexts: RawBuilder<unknown>[] = [];
  private rolledOut: RawBuilder<unknown> = sql`null::json`;

  registerReader(reader: Reader): void {
    this.readers.push(reader);
  }

  /** `listener` is called in the act in which an initiative is sent in, or its authors change after that. */
  registerEntryListener(listener: EntryListener): void {
    this.entryListeners.push(listener);
  }

  /** `steps` are rows `(kind, at, said)`: what initiative `i` of contest `c` came by in that library, as `own` readers and others may know it. */
  registerWaySteps(steps: WaySteps): void {
    this.stepSources.push(steps);
  }

  waySteps(own: RawBuilder<boolean>): RawBuilder<unknown>[] {
    return this.stepSources.map((steps) => steps(own));
  }

  /** `texts`: those of initiative `i` of contest `c` that anybody may read, as JSON by their names; null where it is not public. */
  registerPublicTexts(texts: RawBuilder<unknown>): void {
    this.publicTexts.push(texts);
  }

  textsForAnybody(): RawBuilder<unknown> {
    return sql`coalesce(${sql.join([...this.publicTexts, sql`null::json`])})`;
  }

  /** `name`: the roll-out of initiative `i` by its id, its titles and whether by a decision, as JSON; null where there is none. Of it, everybody may know. */
  registerRollout(name: RawBuilder<unknown>): void {
    this.rolledOut = name;
  }

  get rollout(): RawBuilder<unknown> {
    return this.rolledOut;
  }

  async entered(act: Act, entry: Entry): Promise<void> {
    await act.em.flush();
    for (const listener of this.entryListeners) await listener(act, entry);
  }

  /** How somebody reads the files of an initiative by what later contexts tell: with names, where any of them says so. */
  async reading(actor: Actor, initiativeId: string): Promise<Reading> {
    let found: Reading = null;
    for (const reader of this.readers) {
      found = (await reader(actor, initiativeId)) ?? found;
      if (found?.named) return found;
    }
    return found;
  }
}
