import { Refused, type Role, type WhyNot } from '#lib/kernel';
import { RIGHTS } from './rights.js';

/** With any of these one sees the judging, takes part in it, or has a say in who does. */
const OVER_JUDGING: ReadonlySet<string> = new Set([
  'assignment:manage',
  'conflict:decide',
  'conflict:set',
  'correction:decide',
  'grant:confirm',
  'jury:manage',
  'round:manage',
  'scorecard:sign',
  'seat:manage',
  'standings:read',
]);

/** A role that begins only when a second person has confirmed it. */
export function needsSecondPerson(role: Role): boolean {
  return RIGHTS[role].some((permission) => OVER_JUDGING.has(permission));
}

/** Who holds it is the check on administrators: no administrator alone takes it, or shuts out who has it. */
export const CHECKS_ADMINISTRATORS: Role = 'LEADER';

/** The judges' own part in the judging: their cards alone. */
const OWN_CARDS = 'scorecard:sign';
const OVER_ACCOUNTS: readonly string[] = ['account:manage', 'grant:manage'];

/** What somebody may do by their roles, and whether a seat that is not a judge's gives them a say in a contest. */
export interface SayFacts {
  readonly permissions: Iterable<string>;
  readonly seated: boolean;
}

/** Who must have a second factor: whoever has a say in the judging that is not their own cards, or over people's accounts. */
export function needsSecondFactor({ permissions, seated }: SayFacts): boolean {
  const asks = (permission: string) => permission !== OWN_CARDS && (OVER_JUDGING.has(permission) || OVER_ACCOUNTS.includes(permission));
  return seated || [...permissions].some(asks);
}

/** Of two people who are to decide on one thing. A hand is a person with everybody who made them what they are. */
export interface TwoPeople {
  readonly first: { readonly id: string; readonly hand: ReadonlySet<string> };
  readonly second: { readonly id: string; readonly hand: ReadonlySet<string> };
  /** Whom it is about. */
  readonly about: string;
}

/**
 * Why somebody is no second person: it is about them, they are the first, or the two are of one hand. Whoever makes an account can be
 * its owner, so an account, those it made, and those made by the same person count as one.
 */
export function whyNotSecond({ first, second, about }: TwoPeople): WhyNot {
  if (second.id === about) return new Refused('GRANT_OWN');
  if (second.id === first.id) return new Refused('SECOND_PERSON_SAME');
  return [...first.hand].some((id) => second.hand.has(id)) ? new Refused('SECOND_PERSON_TIED') : null;
}
