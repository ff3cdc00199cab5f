import { createHash, randomBytes } from 'node:crypto';
import { personalHash } from '#lib/platform';
import { type Inspection, type InspectionItem, type InspectionMember } from '../domain/inspection.entity.js';

export const newSalt = (): string => randomBytes(16).toString('hex');

export interface SecretParts {
  readonly inspection: Inspection;
  readonly members: readonly InspectionMember[];
  readonly items: readonly InspectionItem[];
}

/** What was ordered, as its hash in the log is taken of it and as it is told when the inspection begins. */
export const orderedFacts = ({ inspection, members, items }: SecretParts) => ({
  id: inspection.id,
  kind: inspection.kind,
  unit: inspection.unit.id,
  decisionNumber: inspection.decisionNumber,
  decidedOn: inspection.decidedOn,
  orderedBy: inspection.orderedBy.id,
  orderedAt: inspection.orderedAt.toISOString(),
  team: [...members].sort((a, b) => a.place - b.place).map(({ person }) => person.id),
  items: [...items].sort((a, b) => a.place - b.place).map(({ question }) => question),
});

export const secretHash = (salt: string, parts: SecretParts): string => personalHash(salt, orderedFacts(parts));

/** So many hashes stand in every seal. */
export const SLOTS = 16;

/** The given hashes among others that are of nothing, in an order that says nothing: how many are given does not show. */
export const amongOthers = (given: readonly string[]): readonly string[] =>
  [...given, ...Array.from({ length: SLOTS - given.length }, () => createHash('sha256').update(randomBytes(32)).digest('hex'))].sort();
