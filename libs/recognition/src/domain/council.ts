import { Refused, type WhyNot } from '#lib/kernel';

export const COUNCIL_ROLES = ['CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER'] as const;
export type CouncilRole = (typeof COUNCIL_ROLES)[number];

export const COUNCIL_LEAST = 3;
export const COUNCIL_MOST = 25;

export interface CouncilMember {
  readonly personId: string;
  readonly role: CouncilRole;
}

/** One chair, one secretary, three members at least, each once, and no author of the initiative: so a head who is one is not seated either. */
export function whyNotCouncil(members: readonly CouncilMember[], authors: readonly string[]): WhyNot {
  const twice = members.findIndex(({ personId }, at) => members.findIndex((other) => other.personId === personId) !== at);
  if (twice >= 0) return new Refused('COUNCIL_TWICE', {}, `members.${String(twice)}.personId`);
  const author = members.findIndex(({ personId }) => authors.includes(personId));
  if (author >= 0) return new Refused('COUNCIL_OF_AUTHOR', {}, `members.${String(author)}.personId`);
  if (members.length < COUNCIL_LEAST) return new Refused('COUNCIL_SMALL', { least: COUNCIL_LEAST }, 'members');
  const one = (role: CouncilRole) => members.filter((member) => member.role === role).length === 1;
  return one('CHAIR') && one('SECRETARY') ? null : new Refused('COUNCIL_CHAIR', {}, 'members');
}

/** Those present are of the council, and somebody is. */
export function whyNotPresent(present: readonly string[], seated: readonly string[]): WhyNot {
  if (present.length === 0) return new Refused('SITTING_EMPTY', {}, 'presentIds');
  const strange = present.findIndex((id, at) => !seated.includes(id) || present.indexOf(id) !== at);
  return strange < 0 ? null : new Refused('PRESENT_NOT_SEATED', {}, `presentIds.${String(strange)}`);
}

/** Nobody has two ballots; who was there may have given none. */
export const whyNotBallots = ({ yes, no }: { readonly yes: number; readonly no: number }, present: number): WhyNot =>
  yes + no > present ? new Refused('BALLOTS_MANY', { present }, 'yes') : null;
