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
  /** Refused: it waits until something is typed or tried again. */
  | { readonly kind: 'refused' };

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
  readonly saving: 'untouched' | 'saving' | 'saved' | 'offline' | 'failed';
  readonly savedAt: Date | null;
  /** Fields that the server does not have as they are typed here. */
  readonly unsent: readonly (keyof Value)[];
  /** Of fields that somebody else wrote meanwhile: their text. The own one stands in `value`; neither is sent until one is chosen. */
  readonly theirs: Partial<Value>;
}

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

  /** Takes up what was left at this place, and sends when the network is back. Answers how to end it. */
  start(onNews: () => void): () => void {
    void unsentStore.takeOver(this.order.place).then((left) => {
      if (left) this.takeUp(left);
    });
    const back = () => {
      if (this.trouble === 'offline') void this.flush();
    };
    const leave = () => {
      this.keepNow();
    };
    const heard = ({ data }: MessageEvent) => {
      if (data === this.order.place) onNews();
    };
    window.addEventListener('online', back);
    window.addEventListener('pagehide', leave);
    this.news?.addEventListener('message', heard);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('pagehide', leave);
      this.news?.removeEventListener('message', heard);
      void this.flush();
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
    if (this.trouble === 'failed') this.trouble = null;
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => {
      this.keepNow();
    }, KEEP_MS);
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

  /** Sends what can be sent now; true where the server has all of it then. */
  flush = async (): Promise<boolean> => {
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
      if (!this.trouble && Object.keys(this.toSend()).length > 0) return this.flush();
    }
    return this.unsent().length === 0;
  };

  private async sendOnce(changes: Partial<Value>): Promise<void> {
    const outcome = await this.order.send(changes, this.known.version).catch((): Sent<Value> => ({ kind: 'offline' }));
    if (outcome.kind === 'done') {
      this.acknowledged = { ...this.acknowledged, ...pick(changes, outcome.sent) };
      this.settle(outcome.known, outcome.sent);
      this.succeeded();
    } else if (outcome.kind === 'stale') {
      this.trouble = outcome.known.version > this.known.version ? null : 'failed';
      this.settle(outcome.known, []);
    } else if (outcome.kind === 'offline') {
      this.trouble = 'offline';
      this.later(RETRY_MS[Math.min(this.tries++, RETRY_MS.length - 1)] ?? 30_000);
    } else this.trouble = 'failed';
    if (this.arrived && this.arrived.version > this.known.version) this.settle(this.arrived, []);
    this.arrived = null;
    this.keepNow();
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

  /** What was left here goes on, except where somebody else wrote in the meantime. */
  private takeUp({ fields, base }: Unsent): void {
    for (const [field, left] of Object.entries(fields) as [keyof Value, Value[keyof Value]][]) {
      const said = this.known.value[field];
      // What is typed since the page opened is newer than what was left.
      if (same(left, said) || !same(this.value[field], this.acknowledged[field])) continue;
      this.value = { ...this.value, [field]: left };
      if (!same(said, base[field as string])) this.theirs = { ...this.theirs, [field]: said };
    }
    this.keepNow();
    this.later(QUIET_MS);
    this.tell();
  }

  private unsent(): (keyof Value)[] {
    return (Object.keys(this.value) as (keyof Value)[]).filter((field) => !same(this.value[field], this.acknowledged[field]));
  }

  private toSend(): Partial<Value> {
    const { holds } = this.order;
    const ready = this.unsent().filter((field) => !(field in this.theirs) && !holds?.(field, this.value[field]));
    return pick(this.value, ready);
  }

  private keepNow(): void {
    clearTimeout(this.keeping);
    const { place, label, path } = this.order;
    const fields = pick(this.value, this.unsent()) as Fields;
    if (Object.keys(fields).length === 0) void unsentStore.drop(place);
    else void unsentStore.keep({ place, label, path, fields, base: pick(this.known.value, Object.keys(fields)) });
  }

  private later(ms: number): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => void this.flush(), ms);
  }

  private standing(): AutosaveState<Value> {
    const unsent = this.unsent();
    const saving = this.trouble ?? (this.sending ? 'saving' : this.savedAt ? 'saved' : 'untouched');
    return { value: this.value, saving, savedAt: this.savedAt, unsent, theirs: this.theirs };
  }

  private tell(): void {
    this.state = this.standing();
    for (const listener of this.listeners) listener();
  }
}

const pick = <Value extends Fields>(from: Partial<Value>, fields: readonly (keyof Value)[]): Partial<Value> =>
  Object.fromEntries(fields.filter((field) => field in from).map((field) => [field, from[field]])) as Partial<Value>;
