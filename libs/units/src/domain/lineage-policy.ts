import { Refused, type WhyNot, allRefused, dayAfter } from '#lib/kernel';
import { type LineageKind } from './lineage.js';
import { type Days } from './unit-policy.js';

/** A side of a link. */
export interface LineageSide extends Days {
  readonly id: string;
}

/** Another link of the old unit. */
export interface OtherLink {
  readonly toId: string;
  readonly toName: string;
  readonly kind: LineageKind;
}

export interface LineageOfUnit {
  readonly from: LineageSide;
  readonly to: LineageSide;
  readonly kind: LineageKind;
  readonly effectiveOn: string;
  /** All links of the old unit that are recorded. */
  readonly others: readonly OtherLink[];
}

/**
 * Why a unit cannot have become another: it is that one itself, its last day is not the day before, the new one is not there on the day, the
 * link is recorded already, or with what is recorded more than the whole of it would have gone over. All at once. Since the old unit has
 * ended when the new one is there, links cannot run in a circle.
 */
export function whyNotLineage({ from, to, kind, effectiveOn, others }: LineageOfUnit): WhyNot {
  if (from.id === to.id) return new Refused('LINEAGE_TO_ITSELF', {}, 'toId');
  return allRefused([...wrongDay(from, to, effectiveOn), ...overWhole(to.id, kind, others)]);
}

function wrongDay(from: LineageSide, to: LineageSide, on: string): Refused[] {
  const newIsThere = to.validFrom <= on && (!to.validTo || on <= to.validTo);
  if (!from.validTo || from.validTo >= on || !newIsThere) return [new Refused('LINEAGE_BACKWARDS', { on }, 'effectiveOn')];
  const next = dayAfter(from.validTo);
  return next === on ? [] : [new Refused('LINEAGE_GAP', { last: from.validTo, next }, 'effectiveOn')];
}

/** All of a unit is its whole, or its rest and what was cut off it, or the parts that it was split into. */
function overWhole(toId: string, kind: LineageKind, others: readonly OtherLink[]): Refused[] {
  if (others.some((other) => other.toId === toId)) return [new Refused('LINEAGE_EXISTS', {}, 'toId')];
  const first = (...kinds: LineageKind[]) => others.find((other) => kinds.includes(other.kind));
  const against = (code: string, other: OtherLink | undefined) => (other ? [new Refused(code, { name: other.toName }, 'kind')] : []);
  const whole = against('LINEAGE_WHOLE_GONE', first('WHOLE'));
  if (whole.length > 0) return whole;
  switch (kind) {
    case 'WHOLE':
      return against('LINEAGE_PART_GONE', others[0]);
    case 'REST':
      return [...against('LINEAGE_REST_GONE', first('REST')), ...against('LINEAGE_REST_OR_SPLIT', first('SPLIT'))];
    case 'SPLIT':
      return against('LINEAGE_REST_OR_SPLIT', first('REST'));
    case 'PART_AREA':
      return [];
  }
}
