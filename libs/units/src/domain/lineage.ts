export const LINEAGE_KINDS = ['WHOLE', 'REST', 'PART_AREA', 'SPLIT'] as const;
export type LineageKind = (typeof LINEAGE_KINDS)[number];

/** What a figure of the old unit does on the side of the new one. */
export type LineageShare = 'CARRIES' | 'NOTHING' | 'UNATTRIBUTED';

/**
 * How figures pass over a re-organisation: what went over whole, or as the rest after parts were cut off, carries them;
 * a strip of land carries none; of a unit that was split they are never apportioned but stand on a line of their own.
 */
export function lineageShare(kind: LineageKind): LineageShare {
  switch (kind) {
    case 'WHOLE':
    case 'REST':
      return 'CARRIES';
    case 'PART_AREA':
      return 'NOTHING';
    case 'SPLIT':
      return 'UNATTRIBUTED';
  }
}

/** Whether the new unit goes on with what the old one had begun, as it reports: a strip of land brings nothing along. */
export const takesOver = (kind: LineageKind): boolean => lineageShare(kind) !== 'NOTHING';
