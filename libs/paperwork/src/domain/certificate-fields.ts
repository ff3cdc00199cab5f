import { createHash } from 'node:crypto';
import { type Influence } from '#domain/initiative';
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
  /** With the contest that it was given in; null on one of a recognition. */
  readonly prize: string | null;
  readonly initiative: string;
  readonly contest: string | null;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly closing: readonly string[];
  readonly place: string;
  readonly issuedOn: string;
  readonly signer: TemplateSigner;
  readonly illustrative: boolean;
  /** Of a recognition by law; left out on one of a prize. */
  readonly recognition?: RecognisedFields;
}

/** What is said of a recognised initiative, beside its title and its decision. */
export interface RecognisedFields {
  /** `tác giả`, or `đồng tác giả` where there are several. */
  readonly authorship: string;
  /** How far its influence reaches. */
  readonly reach: string;
  readonly benefit: string;
}

/** What of a prize, or of a recognition, and its author is printed. */
export type Earned = Pick<
  CertificateFields,
  'name' | 'unitName' | 'prize' | 'initiative' | 'contest' | 'decisionNumber' | 'decidedOn' | 'illustrative' | 'recognition'
>;

type Said = Pick<PaperTemplate, 'superior' | 'issuer' | 'authority' | 'closing' | 'place' | 'signers'>;

/** Who signs by a template: the last of them, who stands on the right; null where nobody is named. */
export const signerOf = ({ signers }: Pick<Said, 'signers'>): TemplateSigner | null =>
  signers.findLast(({ name }) => name !== null && name.trim() !== '') ?? null;

/** What is printed by a template; its members in one order, so that the same certificate has the same hash. */
export function fieldsBy(template: Said, signer: TemplateSigner, earned: Earned, issuedOn: string): CertificateFields {
  const { name, unitName, prize, initiative, contest, decisionNumber, decidedOn, illustrative, recognition } = earned;
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
    ...(recognition && { recognition }),
  };
}

const REACHES: Readonly<Record<Influence, string>> = { ESTABLISHMENT: 'cơ sở', PROVINCE: 'tỉnh, thành phố', NATIONAL: 'toàn quốc' };
/** Of a benefit what stands on one page beside all else. */
const BENEFIT_PRINTED = 500;

/** As it is printed of a recognised initiative of so many authors: the benefit in one paragraph, cut between two words where it is long. */
export function recognisedFields({
  authors,
  influence,
  benefit,
}: {
  readonly authors: number;
  readonly influence: Influence;
  readonly benefit: string;
}): RecognisedFields {
  const whole = benefit.trim().replace(/\s+/gu, ' ');
  const cut = whole.slice(0, BENEFIT_PRINTED);
  const printed = cut === whole ? whole : `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : cut.length)}…`;
  return { authorship: authors > 1 ? 'đồng tác giả' : 'tác giả', reach: REACHES[influence], benefit: printed };
}

/** SHA-256 of what was printed: who holds the paper of a withheld name can still have it checked against this. */
export const hashOfFields = (fields: CertificateFields): string => createHash('sha256').update(JSON.stringify(fields)).digest('hex');
