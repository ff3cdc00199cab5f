import { type RawBuilder, sql } from 'kysely';
import { type Actor } from '#lib/kernel';
import { type CertificateFields } from '../domain/certificate-fields.js';
import { type CertificateState } from '../domain/certificate.entity.js';

/** A certificate as anyone reads it who has its code. */
export interface PublicCertificateRead {
  readonly certificateCode: string;
  readonly state: CertificateState;
  readonly printed: CertificateFields;
  /** SHA-256 of all that was printed. */
  readonly fieldsHash: string;
  /** The day of the decision by which it is not valid any more; of a prize or a recognition that was revoked, that day. */
  readonly endedOn: string | null;
  /** The number of the decision on the paper itself. */
  readonly endNumber: string | null;
  /** The number of the decision by which the recognition was revoked. */
  readonly groundNumber: string | null;
  /** The prize or the recognition itself was revoked. */
  readonly groundRevoked: boolean;
}

export interface CertificateRead extends PublicCertificateRead {
  readonly id: string;
  readonly version: number;
  readonly contestId: string;
  readonly initiativeId: string;
  readonly issuedAt: string;
  readonly templateNumber: number;
  readonly endReason: string | null;
  readonly replacesId: string | null;
  readonly replacedById: string | null;
  readonly withheldAt: string | null;
  readonly prints: number;
  readonly lastPrintedAt: string | null;
  readonly canChange: boolean;
  readonly canWithhold: boolean;
}

/** Of certificate `x`: the prize `w` or the recognition `g` that it is of. */
export const GROUND = sql`left join award w on w.id = x.award_id left join recognition g on g.id = x.recognition_id`;

/** The initiative of either. */
export const INITIATIVE_ID = sql`coalesce(w.initiative_id, g.initiative_id)`;

const GROUND_REVOKED = sql<boolean>`(w.revoked_at is not null or coalesce(g.state = 'REVOKED', false))`;

/** A prize or a recognition that is revoked takes what was issued for it along, before anybody decides on the paper itself. */
export const CERTIFICATE_STATE = sql<CertificateState>`case when x.state = 'VALID' and ${GROUND_REVOKED} then 'REVOKED' else x.state end`;

export const PUBLIC_COLUMNS = sql`x.code as "certificateCode", ${CERTIFICATE_STATE} as state, x.fields as printed, x.fields_hash as "fieldsHash",
  case when x.state = 'VALID' then coalesce((w.revoked_at at time zone 'Asia/Ho_Chi_Minh')::date, g.revoked_on) else x.end_decided_on end::text as "endedOn",
  x.end_number as "endNumber", g.revocation_number as "groundNumber", ${GROUND_REVOKED} as "groundRevoked"`;

/** The office whose certificate it is, as long as a name stands on it. */
const manages = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(x.withheld_at is null and c.host_id = any(${actor.unitsFor('paper:manage')}::uuid[]))`;

export const columnsFor = (
  actor: Actor,
): RawBuilder<unknown> => sql`x.id, x.version, x.contest_id as "contestId", ${INITIATIVE_ID} as "initiativeId",
  x.issued_at as "issuedAt", t.number as "templateNumber", x.end_reason as "endReason", x.replaces_id as "replacesId",
  (select o.id from certificate o where o.replaces_id = x.id) as "replacedById", x.withheld_at as "withheldAt", x.prints,
  x.last_printed_at as "lastPrintedAt", ${PUBLIC_COLUMNS},
  (${manages(actor)} and ${CERTIFICATE_STATE} = 'VALID') as "canChange", ${manages(actor)} as "canWithhold"`;

export const OF_CERTIFICATE = sql`${GROUND} join paper_template t on t.id = x.template_id join contest c on c.id = x.contest_id`;

/** Certificates of contests that the actor's units hold. */
export const seesCertificate = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`c.host_id = any(${actor.unitsFor('paper:read')}::uuid[])`;
