/** Why somebody may not judge an initiative. The first four are found by the system, the others are told. */
export const CONFLICT_TYPES = ['AUTHOR', 'CO_AUTHOR', 'SAME_UNIT', 'RELATED_UNIT', 'FAMILY', 'FINANCIAL', 'OTHER'] as const;
export type ConflictType = (typeof CONFLICT_TYPES)[number];

export const CONFLICT_SOURCES = ['DECLARED', 'DETECTED', 'SET'] as const;
export type ConflictSource = (typeof CONFLICT_SOURCES)[number];

/** What only people know of. */
export const TOLD_TYPES: readonly ConflictType[] = ['FAMILY', 'FINANCIAL', 'OTHER'];

export type DetectedType = Extract<ConflictType, 'AUTHOR' | 'CO_AUTHOR' | 'SAME_UNIT' | 'RELATED_UNIT'>;

/** Somebody with a seat: where they work, now or by a position they hold. */
export interface SeatHolder {
  readonly personId: string;
  readonly unitIds: readonly string[];
}

export interface JudgedInitiative {
  readonly id: string;
  readonly ownerUnitId: string;
  readonly authorIds: readonly string[];
}

/** What detection goes by. */
export interface ConflictFacts {
  readonly hostUnitId: string;
  /** Every unit's parent; null or absent for a root. */
  readonly parentOf: ReadonlyMap<string, string | null>;
  /** With whom each person has been an author in any year. */
  readonly coAuthorsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface DetectedConflict {
  readonly personId: string;
  readonly initiativeId: string;
  readonly type: DetectedType;
}

/**
 * Who among the seat holders may not judge what: its author, someone who was author with one of its authors in any year,
 * someone of its unit, and someone of a unit above it or below it. The host unit is above all and excepted, and so are
 * the units above it, but for what is their own.
 */
export function detectConflicts(
  people: readonly SeatHolder[],
  initiatives: readonly JudgedInitiative[],
  facts: ConflictFacts,
): DetectedConflict[] {
  const lineOf = new Map<string, ReadonlySet<string>>();
  const upward = (unitId: string): ReadonlySet<string> => {
    const known = lineOf.get(unitId) ?? withAncestors(unitId, facts.parentOf);
    lineOf.set(unitId, known);
    return known;
  };
  const aboveAll = upward(facts.hostUnitId);
  const related = (works: string, owner: string) =>
    works === owner
      ? owner !== facts.hostUnitId
      : !aboveAll.has(works) && !aboveAll.has(owner) && (upward(works).has(owner) || upward(owner).has(works));

  return people.flatMap(({ personId, unitIds }) =>
    initiatives.flatMap(({ id: initiativeId, ownerUnitId, authorIds }) => {
      const together = facts.coAuthorsOf.get(personId);
      const types: DetectedType[] = [];
      if (authorIds.includes(personId)) types.push('AUTHOR');
      else if (authorIds.some((author) => together?.has(author))) types.push('CO_AUTHOR');
      const shared = unitIds.filter((unitId) => related(unitId, ownerUnitId));
      if (shared.includes(ownerUnitId)) types.push('SAME_UNIT');
      if (shared.some((unitId) => unitId !== ownerUnitId)) types.push('RELATED_UNIT');
      return types.map((type) => ({ personId, initiativeId, type }));
    }),
  );
}

/** Tells two conflicts apart: one of each type for a person and an initiative. */
export function conflictKey({ personId, initiativeId, type }: { personId: string; initiativeId: string; type: string }): string {
  return `${personId} ${initiativeId} ${type}`;
}

function withAncestors(unitId: string, parentOf: ReadonlyMap<string, string | null>): ReadonlySet<string> {
  const line = new Set<string>();
  for (let at: string | null | undefined = unitId; at && !line.has(at); at = parentOf.get(at)) line.add(at);
  return line;
}
