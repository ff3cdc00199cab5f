import { editorTraces, faultSentence, savedAgainSentence, verifyPack } from '#plain/result';

/** What a checked file came to. `saved`: an editor changed its form, which says nothing of its content. */
export type Checked =
  | { readonly kind: 'fits'; readonly sha256: string; readonly found: Found }
  | { readonly kind: 'misfit'; readonly sha256: string; readonly code: string; readonly vi: string; readonly en: string }
  | { readonly kind: 'saved'; readonly vi: string; readonly en: string }
  | { readonly kind: 'unreadable' };

export interface Found {
  readonly contest: { readonly title: string; readonly titleEn: string; readonly year: number; readonly unit: string };
  readonly books: readonly { readonly number: number; readonly hash: string }[];
  readonly rounds: readonly {
    readonly key: string;
    readonly initiatives: number;
    readonly signed: number;
    readonly excused: number;
    readonly result: number;
    readonly absent: readonly string[];
    readonly stayed: readonly string[];
  }[];
  /** Null before the last round is closed. */
  readonly final: {
    readonly initiatives: number;
    readonly result: number;
    readonly absent: readonly string[];
    readonly votes: number;
    readonly auditHead: { readonly seq: number | string; readonly hash: string };
  } | null;
}

/** The same check as `npm run verify-result`, of the file alone: it asks nobody. */
export function checkPack(bytes: Uint8Array, sha256: string): Checked {
  const verdict = verifyPack(bytes);
  if (verdict.fault) {
    const traces = editorTraces(bytes);
    if (traces.length > 0) return { kind: 'saved', vi: savedAgainSentence(traces, 'vi'), en: savedAgainSentence(traces, 'en') };
    const { fault } = verdict;
    return { kind: 'misfit', sha256, code: fault.code, vi: faultSentence(fault, 'vi'), en: faultSentence(fault, 'en') };
  }
  const { contest, ruleBooks, rounds, final } = verdict.pack;
  const found: Found = {
    contest: { title: contest.title, titleEn: contest.titleEn, year: contest.year, unit: contest.unit },
    books: ruleBooks.map(({ number, hash }) => ({ number, hash })),
    rounds: rounds.map(({ key, initiatives, counted, result, absent, stayed }) => ({
      ...{ key, initiatives: initiatives.length, signed: counted.signed, excused: counted.excused, result: result.number, absent, stayed },
    })),
    final: final && {
      initiatives: final.standings.length,
      result: final.result.number,
      absent: final.absent,
      votes: final.votes.length,
      auditHead: final.result.auditHead,
    },
  };
  return { kind: 'fits', sha256, found };
}
