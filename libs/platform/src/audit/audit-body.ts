import { createHash, randomBytes } from 'node:crypto';
import { type Actor } from '#lib/kernel';

/** What an act did, for the log: the subject, what it was and became, and why. Scores never stand here; hashes of cards do. */
export interface AuditFact {
  readonly subject: { readonly type: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | null;
  /** Names, addresses and the like: kept beside the log where they can be erased; the chain holds their salted hash. */
  readonly personal?: unknown;
  /** For whom it was done, where somebody acts for another. */
  readonly onBehalfOf?: string | null;
}

/** JSON with its keys in order, so that the same facts are the same bytes. */
export function canonicalJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson((value.toJSON as () => unknown)());
  const fields = Object.entries(value as Record<string, unknown>)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(',')}}`;
}

/** Whether two contents say the same, however they are held. */
export const sameContent = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

/** An edit that says after what it said before. What says only one of the two is none: it made something, or ended it. */
export const changesNothing = ({ before, after }: AuditFact): boolean => before != null && after != null && sameContent(before, after);

export function personalHash(salt: string, value: unknown): string {
  return createHash('sha256').update(salt).update(canonicalJson(value)).digest('hex');
}

/** The entry's text, whose hash joins the chain. */
export function auditBody(
  fact: AuditFact,
  { actor, operation, at }: { actor: Actor; operation: string; at: Date },
): { body: string; personal: { salt: string; value: unknown } | null } {
  const personal = fact.personal === undefined ? null : { salt: randomBytes(16).toString('hex'), value: fact.personal };
  const body = canonicalJson({
    at,
    actor: actor.id,
    onBehalfOf: fact.onBehalfOf ?? null,
    operation,
    subjectType: fact.subject.type,
    subjectId: fact.subject.id,
    before: fact.before ?? null,
    after: fact.after ?? null,
    reason: fact.reason ?? null,
    personalHash: personal && personalHash(personal.salt, personal.value),
  });
  return { body, personal };
}
