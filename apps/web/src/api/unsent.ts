import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { draftKeyOf } from './draft-key';

const KEPT_MS = 14 * 86_400_000;
const DATABASE = 'unsent';

/** What was typed at a place and the server does not have: by field, beside what the server said when typing began. */
export interface Unsent {
  /** Of what it is, e.g. `initiative:` and its id. */
  readonly place: string;
  /** How a list names it, and where one goes on. */
  readonly label: string;
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly base: Readonly<Record<string, unknown>>;
  /** Of fields with two texts: the other one. */
  readonly theirs: Readonly<Record<string, unknown>>;
  /** When it was typed last: what is kept is kept from then on. */
  readonly at: number;
}

/** A row tells nobody whose it is, nor of what: `owner` and `place` are codes that only the key makes. */
interface Row {
  readonly id: string;
  readonly owner: string;
  readonly place: string;
  readonly tab: string;
  readonly at: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly body: ArrayBuffer;
}

interface Schema extends DBSchema {
  rows: { key: string; value: Row; indexes: { owner: string } };
}

interface Keys {
  readonly cipher: CryptoKey;
  readonly codes: CryptoKey;
  readonly owner: string;
}

/** This page, as long as it is open. A row of a page that is gone is taken over by the next that opens its place. */
const TAB = typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : String(Math.random());

/**
 * Keeps on this machine what the server has not acknowledged: closed with the person's own key, which is told by the server and never
 * written down, and gone once acknowledged, at the latest after 14 days. Without a person nothing opens.
 */
export class UnsentStore {
  private person: string | null = null;
  private keys: Promise<Keys | null> | undefined;
  private database: Promise<IDBPDatabase<Schema>> | undefined;
  private readonly writes = new Map<string, Promise<boolean>>();
  /** Places with something unsent in this page; asked at signing out, also where the machine keeps nothing. */
  private readonly open = new Set<string>();
  private readonly listeners = new Set<() => void>();

  /** When a page on which one types opens. */
  begin(personId: string): void {
    if (this.person !== personId) {
      this.person = personId;
      this.keys = undefined;
      this.open.clear();
    }
    holdTab();
  }

  /** Whether it is kept: a browser may have no place for it, and without the network there may be no key yet. */
  keep(unsent: Unsent): Promise<boolean> {
    this.open.add(unsent.place);
    return this.inTurn(unsent.place, async (keys, database) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, keys.cipher, new TextEncoder().encode(JSON.stringify(unsent)));
      const place = await code(keys, unsent.place);
      await database.put('rows', { id: `${place} ${TAB}`, owner: keys.owner, place, tab: TAB, at: unsent.at, iv, body });
    });
  }

  /** The server has it, or nobody wants it any more. */
  drop(place: string): Promise<boolean> {
    this.open.delete(place);
    return this.inTurn(place, async (keys, database) => {
      await database.delete('rows', `${await code(keys, place)} ${TAB}`);
    });
  }

  /**
   * What this page and those that are gone left at this place, the last one last; it is this page's from now on, and is given up by the
   * next `keep` or `drop`. Another page that is open keeps its own.
   */
  takeOver(place: string): Promise<readonly Unsent[]> {
    return this.within([], async (keys, database) => {
      const [here, others] = await Promise.all([code(keys, place), otherTabs()]);
      const rows = (await database.getAllFromIndex('rows', 'owner', keys.owner)).filter(
        (row) => row.place === here && !others.has(row.tab),
      );
      const left = (await Promise.all(rows.toSorted((a, b) => a.at - b.at).map((row) => read(keys, row)))).filter((one) => one !== null);
      if (left.length > 0) this.open.add(place);
      return left;
    });
  }

  /** Gives up what pages that are gone left at this place, once it stands in this page. */
  async forget(place: string): Promise<void> {
    await this.within(undefined, async (keys, database) => {
      const [here, others] = await Promise.all([code(keys, place), otherTabs()]);
      const rows = await database.getAllFromIndex('rows', 'owner', keys.owner);
      const gone = rows.filter((row) => row.place === here && row.tab !== TAB && !others.has(row.tab));
      await Promise.all(gone.map(({ id }) => database.delete('rows', id)));
    });
  }

  /** All that the person who is signed in left on this machine, this page's own included. */
  list(): Promise<readonly Unsent[]> {
    return this.within([], async (keys, database) => {
      const rows = await database.getAllFromIndex('rows', 'owner', keys.owner);
      return (await Promise.all(rows.map((row) => read(keys, row)))).filter((unsent) => unsent !== null);
    });
  }

  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** How many places have something that the server does not. */
  async count(): Promise<number> {
    return new Set([...this.open, ...(await this.list()).map(({ place }) => place)]).size;
  }

  /** Writes of one place come one after another: the last that was asked for stands. */
  private inTurn(place: string, write: (keys: Keys, database: IDBPDatabase<Schema>) => Promise<void>): Promise<boolean> {
    const next = (this.writes.get(place) ?? Promise.resolve(true)).then(() =>
      this.within(false, async (keys, database) => {
        await write(keys, database);
        for (const listener of this.listeners) listener();
        return true;
      }),
    );
    this.writes.set(place, next);
    return next;
  }

  /** A browser that keeps nothing, or no key yet: what is typed stands in the page alone. */
  private async within<Result>(otherwise: Result, act: (keys: Keys, database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
    try {
      const keys = await this.ownKeys();
      if (!keys) return otherwise;
      this.database ??= openDatabase();
      return await act(keys, await this.database);
    } catch {
      return otherwise;
    }
  }

  private ownKeys(): Promise<Keys | null> {
    const { person } = this;
    const key = person === null ? null : draftKeyOf(person);
    if (person === null || key === null) return Promise.resolve(null);
    this.keys ??= keysOf(bytesOf(key), person);
    return this.keys;
  }
}

export const unsentStore = new UnsentStore();

async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>(DATABASE, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('rows', { keyPath: 'id' }).createIndex('owner', 'owner');
    },
  });
  for (const { id, at } of await database.getAll('rows')) if (at < Date.now() - KEPT_MS) await database.delete('rows', id);
  return database;
}

/** Whoever comes by, signed in or not, clears away what nobody came back for. */
export async function clearOld(): Promise<void> {
  const there = await indexedDB.databases();
  if (there.some(({ name }) => name === DATABASE)) (await openDatabase()).close();
}

/** Outside a secure context a browser has no cipher, and nothing is written. */
async function keysOf(raw: Uint8Array<ArrayBuffer>, personId: string): Promise<Keys | null> {
  if (!globalThis.isSecureContext) return null;
  const [cipher, codes] = await Promise.all([
    crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
    crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  ]);
  return { cipher, codes, owner: await code({ codes }, personId) };
}

async function code({ codes }: Pick<Keys, 'codes'>, text: string): Promise<string> {
  const signed = new Uint8Array(await crypto.subtle.sign('HMAC', codes, new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...signed));
}

async function read({ cipher }: Keys, { iv, body }: Row): Promise<Unsent | null> {
  try {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, cipher, body))) as Unsent;
  } catch {
    return null;
  }
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

const LOCK = 'unsent tab ';
let held = false;

/** The browser lets go of it when the page ends, however it ends. */
function holdTab(): void {
  if (held || !('locks' in navigator)) return;
  held = true;
  void navigator.locks.request(`${LOCK}${TAB}`, () => new Promise(() => undefined));
}

async function otherTabs(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held: locks = [] } = await navigator.locks.query();
  return new Set(locks.map(({ name = '' }) => name.slice(LOCK.length)).filter((tab) => tab !== TAB));
}
