import { Refused, type WhyNot, allRefused } from '#lib/kernel';

/** The days of a unit, both its own; no last day: until further notice. */
export interface Days {
  readonly validFrom: string;
  readonly validTo?: string | null;
}

/** Where a unit is to stand: its days, its parent's, and whether its name or code is somebody else's on any of its days. */
export interface PlaceFacts extends Days {
  readonly parent: Days | null;
  /** Of a unit under the same parent. */
  readonly nameTaken: boolean;
  /** Of a unit of the same tree. */
  readonly codeTaken: boolean;
}

/** Why a unit cannot stand there: it ends before it begins, its parent ends before it does, its name or code is taken. All at once. */
export function whyNotPlace(facts: PlaceFacts): WhyNot {
  const { validFrom, validTo, nameTaken, codeTaken } = facts;
  return allRefused(
    [
      validTo && validTo < validFrom ? new Refused('UNIT_ENDS_BEFORE_IT_BEGINS', { from: validFrom }, 'validTo') : null,
      ...outsideParent(facts),
      nameTaken ? new Refused('UNIT_NAME_TAKEN', {}, 'nameVi') : null,
      codeTaken ? new Refused('UNIT_CODE_TAKEN', {}, 'statisticsCode') : null,
    ].filter((why) => why !== null),
  );
}

/** What depends on a unit when it is to end. */
export interface CloseFacts {
  readonly unit: Days;
  readonly parent: Days | null;
  readonly lastDay: string;
  /** Units right below it that go on after the day. */
  readonly outliving: number;
  /** The last day on which another unit went over into it. */
  readonly receivedOn: string | null;
}

/** Why a unit cannot end on a day: it has ended, has not begun, has units below it or took another over that come after the day. All at once. */
export function whyNotClose({ unit, parent, lastDay, outliving, receivedOn }: CloseFacts): WhyNot {
  if (unit.validTo) return new Refused('UNIT_CLOSED', { on: unit.validTo });
  const { validFrom } = unit;
  return allRefused(
    [
      lastDay < validFrom ? new Refused('UNIT_ENDS_BEFORE_IT_BEGINS', { from: validFrom }, 'validTo') : null,
      ...outsideParent({ validFrom, validTo: lastDay, parent }),
      outliving > 0 ? new Refused('UNIT_HAS_CHILDREN', { count: outliving }, 'validTo') : null,
      receivedOn && receivedOn > lastDay ? new Refused('UNIT_RECEIVES', { on: receivedOn }, 'validTo') : null,
    ].filter((why) => why !== null),
  );
}

/** A parent may be known from a later day than what is below it, as where it was entered on the day the platform was set up; it may not be gone before. */
function outsideParent({ validFrom, validTo, parent }: Days & { readonly parent: Days | null }): Refused[] {
  if (!parent?.validTo || (validTo && validTo <= parent.validTo)) return [];
  const path = validFrom > parent.validTo ? 'parentId' : 'validTo';
  return [new Refused('UNIT_OUTLIVES_PARENT', { on: parent.validTo }, path)];
}
