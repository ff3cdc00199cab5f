import { Refused, type WhyNot } from '#lib/kernel';

/** Why an initiative cannot be rolled out: it is not eligible, or the result of its contest is not public, so that rolling it out would tell. */
export function whyNotAdopt(facts: { readonly state: string; readonly phase: string }): WhyNot {
  if (facts.state !== 'ELIGIBLE') return new Refused('INITIATIVE_NOT_ELIGIBLE', { state: facts.state }, 'initiativeId');
  return facts.phase === 'PUBLISHED' || facts.phase === 'ARCHIVED'
    ? null
    : new Refused('CONTEST_NOT_PUBLISHED', { phase: facts.phase }, 'initiativeId');
}
