import { Refused, type WhyNot, fold } from '#lib/kernel';

/** A legal basis with the days on which it is in force, `YYYY-MM-DD`, the last one included. */
export interface PaperBasis {
  readonly text: string;
  readonly from: string;
  readonly to: string | null;
  /** What took its place once it ended, e.g. `Nghị định số 118/2025/NĐ-CP`; null where nothing did, or it has no end. */
  readonly replacedBy: string | null;
}

export const BASIS_STANDINGS = ['IN_FORCE', 'NOT_YET', 'ENDED'] as const;
export type BasisStanding = (typeof BASIS_STANDINGS)[number];

/** A basis as it stands on a day. */
export interface StandingBasis extends PaperBasis {
  readonly standing: BasisStanding;
  /** It ended, and what replaced it is not among those in force on that day. */
  readonly successorMissing: boolean;
}

type Days = Pick<PaperBasis, 'from' | 'to'>;

export function standingOn({ from, to }: Days, day: string): BasisStanding {
  if (from > day) return 'NOT_YET';
  return to !== null && to < day ? 'ENDED' : 'IN_FORCE';
}

/** What a paper of a day names, in the order of its template. */
export const basesOn = (bases: readonly PaperBasis[], day: string): string[] =>
  bases.filter((basis) => standingOn(basis, day) === 'IN_FORCE').map(({ text }) => text);

/** All of them, as they stand on a day. */
export function basesAsOf(bases: readonly PaperBasis[], day: string): StandingBasis[] {
  const named = basesOn(bases, day).map(fold);
  return bases.map((basis) => {
    const standing = standingOn(basis, day);
    const successor = standing === 'ENDED' && basis.replacedBy !== null ? fold(basis.replacedBy) : null;
    return { ...basis, standing, successorMissing: successor !== null && !named.some((text) => text.includes(successor)) };
  });
}

const overlap = (one: Days, other: Days): boolean =>
  (one.to === null || one.to >= other.from) && (other.to === null || other.to >= one.from);

/** A basis whose days are turned, one that is replaced without an end, and one that would stand twice in the papers of a day. */
export function whyNotBases(bases: readonly PaperBasis[]): WhyNot {
  for (const [at, basis] of bases.entries()) {
    const path = `bases.${String(at)}`;
    if (basis.to !== null && basis.to < basis.from) return new Refused('PAPER_BASIS_TURNED', {}, `${path}.to`);
    if (basis.replacedBy !== null && basis.to === null) return new Refused('PAPER_BASIS_NO_END', {}, `${path}.to`);
    const twice = bases.slice(0, at).some((other) => fold(other.text) === fold(basis.text) && overlap(other, basis));
    if (twice) return new Refused('PAPER_BASIS_TWICE', {}, `${path}.text`);
  }
  return null;
}
