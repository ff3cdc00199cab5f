import { type Client } from './harness.js';
import { mutation } from './sign-in.js';

/** How an office's papers look, with everything that a paper needs. */
export const aTemplate = (unitId: string, kind: string, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  unitId,
  kind,
  number: null,
  superior: 'Ủy ban nhân dân thành phố Hà Nội',
  issuer: 'Ủy ban nhân dân huyện Hoài Đức',
  symbol: 'QĐ-UBND',
  place: 'Hoài Đức',
  addressees: [],
  authority: 'Chủ tịch Ủy ban nhân dân huyện Hoài Đức',
  bases: [{ text: 'Căn cứ Luật Tổ chức chính quyền địa phương', from: '2015-01-01', to: null }],
  closing: [],
  signers: [
    { on: null, position: 'Thư ký', name: 'Lê Thị Ưng' },
    { on: null, position: 'Chủ trì', name: 'Trần Văn Ổn' },
  ],
  recipients: ['Lưu: VT, NV'],
  ...changes,
});

export const PAPER = 'id version kind subject state number signedOn frozenHash isStale gaps nextNumber templateNumber canManage';
const onPaper = (name: string): string =>
  mutation(name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`, `... on Paper { ${PAPER} }`);
export const [DRAFT_PAPER, REDRAFT_PAPER, FREEZE_PAPER, REOPEN_PAPER, REGISTER_PAPER] = [
  'draftPaper',
  'redraftPaper',
  'freezePaper',
  'reopenPaper',
  'registerPaper',
].map(onPaper) as [string, string, string, string, string];
export const SAVE_TEMPLATE = mutation('savePaperTemplate', 'SavePaperTemplateInput', '... on PaperTemplate { id kind number issuer }');

/** A paper of a round that is closed, by a template of its own. */
export async function aPaper(organiser: Client, unitId: string, roundId: string): Promise<any> {
  await organiser.ask(SAVE_TEMPLATE, { input: aTemplate(unitId, 'ROUND_MINUTES', { symbol: 'BB-BTC' }) });
  return organiser.ask(DRAFT_PAPER, { input: { kind: 'ROUND_MINUTES', aboutId: roundId } });
}
