import { createHash } from 'node:crypto';
import { type PaperTemplate, type TemplateSigner } from './paper-template.entity.js';

/** All that is printed on a certificate but its code, in Vietnamese, as it stood when it was issued. Days as `YYYY-MM-DD`. */
export interface CertificateFields {
  readonly superior: string | null;
  readonly issuer: string;
  /** Who gives it; null: the issuer. */
  readonly authority: string | null;
  /** Null where it is withheld. */
  readonly name: string | null;
  readonly unitName: string;
  readonly prize: string;
  readonly initiative: string;
  readonly contest: string;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly closing: readonly string[];
  readonly place: string;
  readonly issuedOn: string;
  readonly signer: TemplateSigner;
  readonly illustrative: boolean;
}

/** What of a prize and its author is printed. */
export type Earned = Pick<
  CertificateFields,
  'name' | 'unitName' | 'prize' | 'initiative' | 'contest' | 'decisionNumber' | 'decidedOn' | 'illustrative'
>;

type Said = Pick<PaperTemplate, 'superior' | 'issuer' | 'authority' | 'closing' | 'place' | 'signers'>;

/** Who signs by a template: the last of them, who stands on the right; null where nobody is named. */
export const signerOf = ({ signers }: Pick<Said, 'signers'>): TemplateSigner | null =>
  signers.findLast(({ name }) => name !== null && name.trim() !== '') ?? null;

/** What is printed by a template; its members in one order, so that the same certificate has the same hash. */
export function fieldsBy(template: Said, signer: TemplateSigner, earned: Earned, issuedOn: string): CertificateFields {
  const { name, unitName, prize, initiative, contest, decisionNumber, decidedOn, illustrative } = earned;
  return {
    superior: template.superior,
    issuer: template.issuer,
    authority: template.authority,
    ...{ name, unitName, prize, initiative, contest, decisionNumber, decidedOn },
    closing: template.closing,
    place: template.place,
    issuedOn,
    signer: { on: signer.on, position: signer.position, name: signer.name },
    illustrative,
  };
}

/** SHA-256 of what was printed: who holds the paper of a withheld name can still have it checked against this. */
export const hashOfFields = (fields: CertificateFields): string => createHash('sha256').update(JSON.stringify(fields)).digest('hex');
