import { sha256Hex } from '#lib/kernel';
import { Misfit, expectSame } from './faults.js';
import { type ResultPackContent } from './pack.js';

/** An entry of the audit log: its text, and the hash that binds it to the entry before it. */
export interface LogEntry {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly body: string;
}

interface Told {
  readonly subjectType?: string;
  readonly subjectId?: string;
  readonly after?: {
    readonly hash?: string | null;
    readonly scorecardId?: string;
    readonly contestId?: string;
    readonly sha256?: string;
  } | null;
}

/** What the log says beside the pack, once it was found to bear it out. */
export interface TrailEnd {
  /** The SHA-256 of the newest pack of the contest, where that is a later one: this pack is of a result that was superseded. */
  readonly newer: string | null;
  /** The head that was given stands after the making of the pack, and so holds it too. */
  readonly held: boolean;
}

/** An entry as a line of the log file has it. Throws a `Misfit` where it is none. */
export function readLogEntry(line: string, number: number): LogEntry {
  const misfit = new Misfit('LOG_NOT_SHAPED', { path: String(number) });
  const entry = parsedIn(line, misfit) as Partial<LogEntry>;
  const { seq, previousHash, hash, body } = entry;
  if (typeof seq !== 'number' || typeof previousHash !== 'string' || typeof hash !== 'string' || typeof body !== 'string') throw misfit;
  parsedIn(body, misfit);
  return { seq, previousHash, hash, body };
}

function parsedIn(text: string, misfit: Misfit): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw misfit;
  }
  if (typeof value !== 'object' || value === null) throw misfit;
  return value;
}

/**
 * Follows the audit log, entry by entry, to see whether it bears out a pack: that the log holds together, that it has the entry
 * each result of the pack refers to, that every card was signed with the hash it has in the pack, and that this very file was made.
 * This finds what a pack alone cannot show: one that was computed anew from other marks, or from fewer.
 */
export class PackTrail {
  private last: LogEntry | null = null;
  private headSeen: boolean;
  private headAfter = false;
  private made = false;
  private newer: string | null = null;
  private readonly cards = new Map<string, Set<string>>();
  private readonly heads: Map<number, { readonly hash: string; readonly round: string }[]>;

  constructor(
    private readonly pack: ResultPackContent,
    private readonly order: {
      /** Of the file. */
      readonly sha256: string;
      /** The hash of an entry that was published or printed, to hold the log against. */
      readonly head: string | null;
    },
  ) {
    this.headSeen = order.head === null;
    const results = [...pack.rounds.map(({ key, result }) => ({ key, result })), ...(pack.final ? [{ key: 'final', ...pack.final }] : [])];
    const named = results.flatMap(({ key, result: { auditHead } }) => (auditHead.seq > 0 ? [{ ...auditHead, round: key }] : []));
    this.heads = Map.groupBy(named, ({ seq }) => seq);
  }

  /** Throws a `Misfit` where the entry does not follow the one before it, or is another than the pack refers to. */
  follow(entry: LogEntry): void {
    const place = { path: String(entry.seq) };
    const { last } = this;
    expectSame('LOG_BROKEN', place, entry.hash, sha256Hex(entry.previousHash + entry.body));
    if (last) expectSame('LOG_BROKEN', place, entry.previousHash, last.hash);
    if (last) expectSame('LOG_BROKEN', place, entry.seq, last.seq + 1);
    this.last = entry;
    for (const { hash, round } of this.heads.get(entry.seq) ?? []) expectSame('LOG_PACK_HEAD', { round }, hash, entry.hash);
    this.heads.delete(entry.seq);
    this.listen(entry);
    if (entry.hash !== this.order.head) return;
    this.headSeen = true;
    this.headAfter = this.made;
  }

  /** Throws a `Misfit` for what should have come and did not. */
  end(): TrailEnd {
    const { sha256, head } = this.order;
    if (!this.headSeen) throw new Misfit('LOG_HEAD', {}, { stated: head });
    for (const { hash, round } of [...this.heads.values()].flat()) throw new Misfit('LOG_PACK_HEAD', { round }, { stated: hash });
    for (const { key, cards } of this.pack.rounds) {
      for (const { id, initiative, hash } of cards) {
        if (hash !== null && !this.cards.get(id)?.has(hash))
          throw new Misfit('LOG_CARD', { round: key, initiative, card: id }, { stated: hash });
      }
    }
    if (!this.made) throw new Misfit('LOG_PACK', {}, { stated: sha256 });
    return { newer: this.newer, held: this.headAfter };
  }

  private listen({ body }: LogEntry): void {
    const { subjectType, subjectId = '', after } = JSON.parse(body) as Told;
    if (subjectType === 'ResultPack' && after?.sha256 !== undefined) this.hearOfPack(after.contestId, after.sha256);
    if (this.made) return;
    // Signed by its judge, or put in its place by a correction.
    const card = subjectType === 'Scorecard' ? subjectId : subjectType === 'Correction' ? after?.scorecardId : undefined;
    if (card === undefined || !after?.hash) return;
    const hashes = this.cards.get(card) ?? new Set<string>();
    this.cards.set(card, hashes.add(after.hash));
  }

  /** Of the packs of the contest that were made, the last word counts: one made again after a newer one is the newest. */
  private hearOfPack(contestId: string | undefined, sha256: string): void {
    const own = sha256 === this.order.sha256;
    if (own || (this.made && contestId === this.pack.contest.id)) this.newer = own ? null : sha256;
    this.made ||= own;
  }
}
