import { type Problem } from './refusal';
import { type Unsent, unsentStore } from './unsent';

/** A field and what stands in it: texts, marks, lists; anything that JSON can say. */
export type Fields = Record<string, unknown>;

/** What the server says of a thing, at a version. */
export interface Known<Value extends Fields> {
  readonly version: number;
  readonly value: Value;
}

/** What came of sending: the server has these fields, and says so of a newer version. */
export type Sent<Value extends Fields> =
  | { readonly kind: 'done'; readonly known: Known<Value>; readonly sent: readonly (keyof Value)[] }
  /** Somebody else was there first. */
  | { readonly kind: 'stale'; readonly known: Known<Value> }
  | { readonly kind: 'offline' }
  /** The server has no time for it now. */
  | { readonly kind: 'busy' }
  /** These fields, or all where none is named, wait until something else stands in them or it is tried again. */
  | { readonly kind: 'refused'; readonly fields?: readonly (keyof Value)[]; readonly problems?: readonly Problem[] };

export interface AutosaveOrder<Value extends Fields> {
  readonly place: string;
  readonly label: string;
  readonly path: string;
  readonly known: Known<Value>;
  /** Sends some or all of the changes in one act; says which. It reads the thing anew where the version was old. */
  readonly send: (changes: Partial<Value>, version: number) => Promise<Sent<Value>>;
  /** What cannot be sent as it stands, e.g. shares that do not sum up; it is kept on the machine meanwhile. */
  readonly holds?: <Field extends keyof Value>(field: Field, value: Value[Field]) => boolean;
}

/** How it stands, for whoever shows it. */
export interface AutosaveState<Value extends Fields> {
  readonly value: Value;
  readonly saving: 'untouched' | 'saving' | 'saved' | 'held' | 'offline' | 'failed';
  readonly savedAt: Date | null;
  /** Why fields were refused as they stand here. */
  readonly refused: readonly Problem[];
  /** Fields that the server does not have as they are typed here. */
  readonly unsent: readonly (keyof Value)[];
  /** Those of them that wait for the person, and not for the network. */
  readonly held: readonly (keyof Value)[];
  /** Of fields that somebody else wrote meanwhile: their text. The own one stands in `value`; neither is sent until one is chosen. */
  readonly theirs: Partial<Value>;
}

/** By place: who types there now, or left there what is still on its way. */
const going = new Map<string, Autosaver<Fields>>();

const QUIET_MS = 900;
const KEEP_MS = 150;
const RETRY_MS = [2000, 4000, 8000, 15_000, 30_000] as const;
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Sends what is typed when it pauses, one act at a time, and keeps on the machine what the server has not acknowledged. */
export class Autosaver<Value extends Fields> {
  private readonly listeners = new Set<() => void>();
  private readonly news: BroadcastChannel | null = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('saved');
  private order: AutosaveOrder<Value>;
  private known: Known<Value>;
  /** As the person sees it; it is not changed under their hands by what the server makes of blanks. */
  private value: Value;
  /** What of it the server has. */
  private acknowledged: Value;
  private theirs: Partial<Value> = {};
  private readonly refused = new Map<keyof Value, { readonly value: unknown; readonly problems: readonly Problem[] }>();
  private typedAt = 0;
  private isKept = true;
  /** Somebody looks at it. */
  private live = false;
  private state: AutosaveState<Value>;
  private sending: Promise<void> | null = null;
  private arrived: Known<Value> | null = null;
  private tries = 0;
  private savedAt: Date | null = null;
  private trouble: 'offline' | 'failed' | null = null;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(order: AutosaveOrder<Value>) {
    this.order = order;
    this.known = order.known;
    this.value = order.known.value;
    this.acknowledged = order.known.value;
    this.state = this.standing();
  }

  /** The one of this place: who comes back to it goes on with what is still on its way. */
  static at<Value extends Fields>(order: AutosaveOrder<Value>): Autosaver<Value> {
    const there = going.get(order.place) as Autosaver<Value> | undefined;
    return there ?? new Autosaver(order);
  }

  /** What waits at a place is not wanted any more. */
  static async giveUp(place: string): Promise<void> {
    const there = going.get(place);
    clearTimeout(there?.quiet);
    clearTimeout(there?.keeping);
    going.delete(place);
    await unsentStore.forget(place);
    await unsentStore.drop(place);
  }

  /** Takes up what was left at this place, and sends when the network is back. Answers how to end it. */
  start(onNews: () => void): () => void {
    const { place } = this.order;
    const fresh = going.get(place) !== (this as unknown);
    going.set(place, this as unknown as Autosaver<Fields>);
    this.live = true;
    if (fresh) {
      void unsentStore.takeOver(place).then((left) => {
        if (left.length > 0) this.takeUp(left);
      });
    }
    const back = () => {
      if (this.trouble === 'offline') void this.flush();
    };
    const leave = () => {
      void this.keepNow();
    };
    // Where the machine keeps nothing, the page is all there is.
    const ask = (event: BeforeUnloadEvent) => {
      if (!this.isKept && this.unsent().length > 0) event.preventDefault();
    };
    const heard = ({ data }: MessageEvent) => {
      if (data === this.order.place) onNews();
    };
    window.addEventListener('online', back);
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeunload', ask);
    this.news?.addEventListener('message', heard);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeunload', ask);
      this.news?.removeEventListener('message', heard);
      this.live = false;
      void this.keepNow();
      void this.flush().then((sent) => {
        if (sent && !this.live) going.delete(place);
      });
    };
  }

  watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  read = (): AutosaveState<Value> => this.state;

  /** The newest version that is known here, for an act beside. */
  get version(): number {
    return this.known.version;
  }

  renew(order: AutosaveOrder<Value>): void {
    this.order = order;
    this.learn(order.known);
  }

  /** What the server says now, from wherever it was heard. */
  learn(known: Known<Value>): void {
    if (known.version <= this.known.version) return;
    if (this.sending) {
      if (known.version > (this.arrived?.version ?? 0)) this.arrived = known;
      return;
    }
    this.settle(known, []);
    this.tell();
  }

  change = (patch: Partial<Value>): void => {
    this.value = { ...this.value, ...patch };
    this.typedAt = Date.now();
    if (this.trouble === 'failed') this.trouble = null;
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => void this.keepNow(), KEEP_MS);
    this.later(QUIET_MS);
    this.tell();
  };

  /** One of two texts of a field. */
  choose = <Field extends keyof Value>(field: Field, value: Value[Field]): void => {
    this.theirs = pick(
      this.theirs,
      Object.keys(this.theirs).filter((other) => other !== field),
    );
    this.change({ [field]: value } as unknown as Partial<Value>);
  };

  /** Sends what can be sent now, also what was refused before; true where the server has all of it then. */
  flush = (): Promise<boolean> => {
    this.refused.clear();
    return this.sendReady();
  };

  private async sendReady(): Promise<boolean> {
    clearTimeout(this.quiet);
    while (this.sending) await this.sending;
    const changes = this.toSend();
    if (Object.keys(changes).length > 0) {
      this.sending = this.sendOnce(changes).finally(() => {
        this.sending = null;
      });
      this.tell();
      await this.sending;
      this.tell();
      if (!this.trouble && Object.keys(this.toSend()).length > 0) return this.sendReady();
    } else {
      // What holds it may have come to be known since it was typed.
      this.tell();
    }
    return this.unsent().length === 0;
  }

  private async sendOnce(changes: Partial<Value>): Promise<void> {
    const outcome = await this.order.send(changes, this.known.version).catch((): Sent<Value> => ({ kind: 'offline' }));
    if (outcome.kind === 'done') {
      this.acknowledged = { ...this.acknowledged, ...pick(changes, outcome.sent) };
      this.settle(outcome.known, outcome.sent);
      this.succeeded();
    } else if (outcome.kind === 'stale') {
      this.trouble = outcome.known.version > this.known.version ? null : 'failed';
      this.settle(outcome.known, []);
    } else if (outcome.kind === 'refused') {
      this.refuse(changes, outcome);
    } else {
      this.trouble = outcome.kind === 'offline' ? 'offline' : 'failed';
      this.later(RETRY_MS[Math.min(this.tries++, RETRY_MS.length - 1)] ?? 30_000);
    }
    if (this.arrived && this.arrived.version > this.known.version) this.settle(this.arrived, []);
    this.arrived = null;
    void this.keepNow();
  }

  /** What is not refused itself does not wait for what is. */
  private refuse(changes: Partial<Value>, { fields = [], problems = [] }: Extract<Sent<Value>, { kind: 'refused' }>): void {
    this.trouble = null;
    const named = fields.filter((field) => field in changes);
    for (const field of named.length > 0 ? named : Object.keys(changes)) this.refused.set(field, { value: changes[field], problems });
  }

  private isRefused(field: keyof Value): boolean {
    const { value } = this.refused.get(field) ?? {};
    return this.refused.has(field) && same(value, this.value[field]);
  }

  private succeeded(): void {
    this.trouble = null;
    this.tries = 0;
    this.savedAt = new Date();
    this.news?.postMessage(this.order.place);
  }

  /** A newer version: fields that nobody touched here follow it; of those that both changed, both are kept. */
  private settle(known: Known<Value>, own: readonly (keyof Value)[]): void {
    if (known.version < this.known.version) return;
    const before = this.known.value;
    this.known = known;
    for (const field of Object.keys(known.value) as (keyof Value)[]) {
      const [said, was] = [known.value[field], before[field]];
      if (own.includes(field) || same(said, was)) continue;
      if (same(this.value[field], this.acknowledged[field])) this.value = { ...this.value, [field]: said };
      else if (!same(this.value[field], said)) this.theirs = { ...this.theirs, [field]: said };
      this.acknowledged = { ...this.acknowledged, [field]: said };
    }
  }

  /** What was left here goes on, the last word first; where somebody else wrote in the meantime, or two pages were left, there are two texts. */
  private takeUp(left: readonly Unsent[]): void {
    // What is typed since the page opened is newer than what was left.
    const typed = this.unsent();
    for (const { fields, base, theirs, at } of left) {
      this.typedAt = Math.max(this.typedAt, at);
      for (const [field, text] of Object.entries(fields) as [keyof Value, Value[keyof Value]][]) {
        const [said, before] = [this.known.value[field], this.value[field]];
        if (same(text, said) || typed.includes(field)) continue;
        const others = [
          theirs[field as string],
          same(said, base[field as string]) ? undefined : said,
          same(before, said) ? undefined : before,
        ];
        const other = others.find((one) => one !== undefined && !same(one, text));
        this.value = { ...this.value, [field]: text };
        if (other !== undefined) this.theirs = { ...this.theirs, [field]: other };
      }
    }
    void this.keepNow().then((kept) => (kept ? unsentStore.forget(this.order.place) : undefined));
    this.later(QUIET_MS);
    this.tell();
  }

  private unsent(): (keyof Value)[] {
    return (Object.keys(this.value) as (keyof Value)[]).filter((field) => !same(this.value[field], this.acknowledged[field]));
  }

  private toSend(): Partial<Value> {
    return pick(
      this.value,
      this.unsent().filter((field) => !this.isRefused(field) && !this.waitsForPerson(field)),
    );
  }

  /** Two texts of which one is to be chosen, or what is not whole yet. */
  private waitsForPerson(field: keyof Value): boolean {
    return field in this.theirs || (this.order.holds?.(field, this.value[field]) ?? false);
  }

  private async keepNow(): Promise<boolean> {
    clearTimeout(this.keeping);
    const { place, label, path } = this.order;
    const fields = pick(this.value, this.unsent()) as Fields;
    if (Object.keys(fields).length === 0) return unsentStore.drop(place);
    const base = pick(this.known.value, Object.keys(fields));
    this.isKept = await unsentStore.keep({ place, label, path, fields, base, theirs: this.theirs, at: this.typedAt });
    return this.isKept;
  }

  private later(ms: number): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => void this.sendReady(), ms);
  }

  private standing(): AutosaveState<Value> {
    const unsent = this.unsent();
    const refused = unsent.filter((field) => this.isRefused(field));
    const problems = [...new Set(refused.flatMap((field) => this.refused.get(field)?.problems ?? []))];
    const held = unsent.filter((field) => this.isRefused(field) || this.waitsForPerson(field));
    const resting = refused.length > 0 ? 'failed' : held.length > 0 ? 'held' : this.savedAt ? 'saved' : 'untouched';
    // What is about to be sent is not saved yet, though nothing is on its way.
    const goes = this.sending !== null || unsent.length > held.length;
    return {
      value: this.value,
      saving: this.trouble ?? (goes ? 'saving' : resting),
      savedAt: this.savedAt,
      refused: problems,
      unsent,
      held,
      theirs: this.theirs,
    };
  }

  private tell(): void {
    this.state = this.standing();
    for (const listener of this.listeners) listener();
  }
}

const pick = <Value extends Fields>(from: Partial<Value>, fields: readonly (keyof Value)[]): Partial<Value> =>
  Object.fromEntries(fields.filter((field) => field in from).map((field) => [field, from[field]])) as Partial<Value>;
