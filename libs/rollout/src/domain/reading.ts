import { type LineageKind, lineageShare } from '#domain/units';
import { type Carrier } from './cumulate.js';

/** On which units a table is read: those of its time, or those they have become. */
export const READINGS = ['OLD', 'NEW'] as const;
export type Reading = (typeof READINGS)[number];

/** What became of a unit on a day. */
export interface LineageFacts {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: LineageKind;
  readonly effectiveOn: string;
}

/**
 * Which unit an older one's figures stand on as of a day: what went over whole or as the rest is followed, also twice; a strip of
 * land moves nothing; of a unit that was split the figures stand on no unit (null), and are never apportioned.
 */
export function carrierAsOf(lineage: readonly LineageFacts[], asOf: string): Carrier {
  const out = Map.groupBy(
    lineage.filter(({ effectiveOn }) => effectiveOn <= asOf),
    ({ fromId }) => fromId,
  );
  return (unitId) => {
    let here = unitId;
    for (const seen = new Set<string>(); !seen.has(here);) {
      seen.add(here);
      const links = out.get(here) ?? [];
      if (links.some(({ kind }) => lineageShare(kind) === 'UNATTRIBUTED')) return null;
      here = links.find(({ kind }) => lineageShare(kind) === 'CARRIES')?.toId ?? here;
    }
    return here;
  };
}
