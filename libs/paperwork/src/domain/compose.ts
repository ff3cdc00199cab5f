import { type OfficialPaper, type PaperAnnex, type PaperBlock } from '#lib/documents';
import { basesOn } from './bases.js';
import { KIND_FACTS, PAPER_NAMES, type PaperKind } from './paper-kinds.js';
import { type PaperTemplate } from './paper-template.entity.js';

/** What the platform knows for a paper, in Vietnamese, as it stands now. */
export interface PaperSource {
  readonly subject: string;
  /** Says, before the day on which it is filled, that what follows stood so then; nothing where left out. */
  readonly asOf?: string;
  /** What of the case itself it rests on, after the bases of the template; none where left out. */
  readonly grounds?: readonly string[];
  readonly body: readonly PaperBlock[];
  readonly annexes: readonly PaperAnnex[];
  readonly illustrative: boolean;
  /** What has to be there before there can be a paper; nothing else of it is used while any is left. */
  readonly lacking: readonly SourceLack[];
}

/** What stands in the way of a paper: something of the contest is not done yet. */
export const SOURCE_LACKS = [
  'NO_JURY',
  'NO_CHAIR',
  'NOT_SCREENED',
  'ROUND_NOT_CLOSED',
  'RESULT_NOT_FINAL',
  'NO_PRIZE_LIST',
  'NO_UNITS',
  'NO_ROLLOUT',
  'NO_REPORT',
] as const;
export type SourceLack = (typeof SOURCE_LACKS)[number];

/** What a paper can be drafted without, and has to have before it is frozen. */
export const PAPER_GAPS = ['NO_BASES', 'BASES_CHANGED', 'NO_SIGNER', 'NO_SIGNER_NAME', 'NO_RECIPIENTS'] as const;
export type PaperGap = (typeof PAPER_GAPS)[number];

type Filled = Pick<
  PaperTemplate,
  'superior' | 'issuer' | 'symbol' | 'place' | 'addressees' | 'authority' | 'bases' | 'closing' | 'signers' | 'recipients'
>;

const paragraph = (text: string): PaperBlock => ({ kind: 'paragraph', text });

/** A paper of a kind, filled from what is in force on a day by a template; without number and date, which it gets once it is signed. */
export function compose(kind: PaperKind, source: PaperSource, template: Filled, day: string): OfficialPaper {
  const { named } = KIND_FACTS[kind];
  const isDecision = PAPER_NAMES[named].decides;
  const asOf = source.asOf === undefined ? [] : [`${source.asOf} ngày ${day.split('-').reverse().join('/')}.`];
  return {
    superior: template.superior,
    issuer: template.issuer,
    symbol: template.symbol,
    number: null,
    place: template.place,
    date: null,
    kind: named,
    subject: source.subject,
    addressees: template.addressees,
    authority: isDecision ? template.authority : null,
    bases: basesOn(template.bases, day),
    ...(source.grounds && { grounds: source.grounds }),
    decides: isDecision ? named : null,
    body: [...asOf.map(paragraph), ...source.body, ...template.closing.map(paragraph)],
    signers: template.signers,
    recipients: template.recipients,
    annexes: source.annexes,
    draft: null,
    illustrative: source.illustrative,
  };
}

/** What is missing in a paper before it can be frozen on a day: it names no other bases than those that its template has in force then. */
export function gapsOf(
  kind: PaperKind,
  paper: Pick<OfficialPaper, 'bases' | 'signers' | 'recipients'>,
  { template, day }: { readonly template: Pick<PaperTemplate, 'bases'>; readonly day: string },
): PaperGap[] {
  const { bases, signers } = PAPER_NAMES[KIND_FACTS[kind].named];
  const inForce = basesOn(template.bases, day);
  return [
    ...(paper.bases.length === 0 && bases ? ['NO_BASES' as const] : []),
    ...(paper.bases.join('\n') === inForce.join('\n') ? [] : ['BASES_CHANGED' as const]),
    ...(paper.signers.length < signers ? ['NO_SIGNER' as const] : []),
    ...(paper.signers.some(({ name }) => name === null) ? ['NO_SIGNER_NAME' as const] : []),
    ...(paper.recipients.length === 0 ? ['NO_RECIPIENTS' as const] : []),
  ];
}
