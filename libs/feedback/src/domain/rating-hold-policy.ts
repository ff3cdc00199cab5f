import { Refused, type WhyNot } from '#lib/kernel';

/** Nobody decides on the ratings of a unit that they are of: by their own unit, a position or a role. */
export const whyNotReview = (unitsOfReviewer: readonly string[], unitId: string): WhyNot =>
  unitsOfReviewer.includes(unitId) ? new Refused('REVIEWER_OF_UNIT') : null;
