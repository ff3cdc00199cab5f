import { Refused, type WhyNot } from '#lib/kernel';
import { type InitiativeState } from './states.js';

/** Why an initiative cannot be named as the one that another improves on: it takes part in an earlier year's contest, or did. */
export function whyNotImproved(named: { readonly state: InitiativeState; readonly year: number }, ofYear: number): WhyNot {
  return named.state === 'ELIGIBLE' && named.year < ofYear ? null : new Refused('IMPROVES_NOT_EARLIER', {}, 'improvesId');
}
