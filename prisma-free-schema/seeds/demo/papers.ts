import { type PaperKind } from '#domain/paperwork';
import { RoundQueries } from '#lib/scoring';
import { ContestQueries } from '#lib/contest';
import {
  CertificateQueries,
  CertificateService,
  PaperQueries,
  PaperService,
  PaperTemplateService,
  type SaveTemplateOrder,
} from '#lib/paperwork';
import { localDate } from '#lib/kernel';
import { DISTRICT, type Season, daysOn } from './season.js';
import { type Timeline } from './timeline.js';

const OFFICE = 'Ủy ban nhân dân huyện Hoài Đức';
const MINUTES = [
  { on: null, position: 'Thư ký', name: 'Nguyễn Thị Minh (minh họa)' },
  { on: null, position: 'Chủ trì', name: 'Trần Văn Bình (minh họa)' },
];

const said = (changes: Partial<SaveTemplateOrder>): Omit<SaveTemplateOrder, 'unitId' | 'kind'> => ({
  number: null,
  superior: OFFICE,
  issuer: 'Phòng Nội vụ',
  symbol: 'BB-NV',
  place: 'Hoài Đức',
  addressees: [],
  authority: null,
  bases: [],
  closing: [],
  signers: MINUTES,
  recipients: ['Lưu: VT, NV'],
  ...changes,
});

const HEAD = [{ on: null, position: 'Trưởng phòng', name: 'Trần Văn Bình (minh họa)' }];
const LAW = { text: 'Căn cứ Luật Tổ chức chính quyền địa phương', from: '2016-01-01', to: null, replacedBy: null };
const BASES = [LAW];

/** Rules of the district, which are invented, until they were replaced. */
const OLD_RULES = {
  text: 'Căn cứ Quyết định số 112/QĐ-UBND ngày 10 tháng 01 năm 2023 về quy chế tổ chức Cuộc thi (minh họa)',
  ...{ from: '2023-01-10', to: '2025-06-30', replacedBy: 'Quyết định số 245/QĐ-UBND ngày 25 tháng 6 năm 2025' },
};
const NEW_RULES = {
  text: 'Căn cứ Quyết định số 245/QĐ-UBND ngày 25 tháng 6 năm 2025 về quy chế tổ chức Cuộc thi (minh họa)',
  ...{ from: '2025-07-01', to: null, replacedBy: null },
};

/** Of the office to the district. */
const REPORT: Partial<SaveTemplateOrder> = {
  ...{ symbol: 'BC-NV', addressees: [OFFICE], bases: [LAW, OLD_RULES, NEW_RULES] },
  signers: HEAD,
};

/** Of the chair of the district, who is invented. */
const DECISION: Partial<SaveTemplateOrder> = {
  ...{ superior: 'Ủy ban nhân dân thành phố Hà Nội', issuer: OFFICE, symbol: 'QĐ-UBND', authority: `Chủ tịch ${OFFICE}`, bases: BASES },
  ...{ signers: [{ on: null, position: 'Chủ tịch', name: 'Lê Văn Hùng (minh họa)' }], recipients: ['Như Điều 3', 'Lưu: VT, NV'] },
};

const TEMPLATES: readonly Omit<SaveTemplateOrder, 'unitId'>[] = [
  { kind: 'JURY_DECISION', ...said(DECISION) },
  { kind: 'SCREENING_MINUTES', ...said({}) },
  { kind: 'ROUND_MINUTES', ...said({ issuer: 'Ban Giám khảo cuộc thi', symbol: 'BB-BGK' }) },
  { kind: 'DELIBERATION_MINUTES', ...said({ issuer: 'Ban Giám khảo cuộc thi', symbol: 'BB-BGK' }) },
  {
    kind: 'RESULT_SUBMISSION',
    ...said({
      symbol: 'TTr-NV',
      addressees: [OFFICE],
      bases: [LAW, OLD_RULES],
      signers: HEAD,
    }),
  },
  { kind: 'RESULT_DECISION', ...said(DECISION) },
  { kind: 'RESULT_LIST', ...said({ issuer: 'Ban Tổ chức cuộc thi', symbol: 'DS-BTC', signers: HEAD }) },
  { kind: 'ROUND_SCORECARDS', ...said({ issuer: 'Ban Giám khảo cuộc thi', symbol: 'PCĐ-BGK', signers: HEAD }) },
  { kind: 'ROLLOUT_MATRIX', ...said({ symbol: 'BTD-NV', signers: HEAD }) },
  { kind: 'YEAR_MATRIX', ...said({ symbol: 'BTD-NV', signers: HEAD }) },
  { kind: 'ADOPTION_DECISION', ...said({ ...DECISION, recipients: ['Như điều cuối', 'Lưu: VT, NV'] }) },
  { kind: 'CONTEST_REPORT', ...said(REPORT) },
  {
    kind: 'PERIOD_REPORT',
    ...said({
      symbol: 'BC-NV',
      addressees: [OFFICE],
      bases: BASES,
      signers: HEAD,
    }),
  },
];

const CERTIFICATE: Omit<SaveTemplateOrder, 'unitId'> = {
  kind: 'CERTIFICATE',
  ...said({
    ...{ superior: 'Ủy ban nhân dân thành phố Hà Nội', issuer: OFFICE, symbol: 'GCN', authority: `Chủ tịch ${OFFICE}` },
    ...{ signers: [{ on: null, position: 'Chủ tịch', name: 'Lê Văn Hùng (minh họa)' }], recipients: [] },
  }),
};

const RECOGNITION_CERTIFICATE: Omit<SaveTemplateOrder, 'unitId'> = { ...CERTIFICATE, kind: 'RECOGNITION_CERTIFICATE', symbol: 'GCNSK' };

/** Certificates of a contest of which the first was replaced, its name being wrong, and the second revoked. */
async function certify(season: Season, order: { contestId: string; templateId: string }): Promise<void> {
  const organiser = season.person('organiser-1');
  const service = season.get(CertificateService);
  await service.issueCertificates(organiser, order);
  const { edges } = await season.get(CertificateQueries).certificates(organiser, { contestId: order.contestId, first: 5, after: null });
  const [wrong, lost] = edges.slice(-2).map(({ node }) => node);
  const by = { decisionNumber: '96/QĐ-UBND', decidedOn: localDate(season.clock.now()) };
  const on = ({ id: certificateId, version }: { id: string; version: number }) => ({ certificateId, version });
  if (wrong?.printed.name) {
    const { name, unitName } = wrong.printed;
    await service.replaceCertificate(organiser, {
      ...on(wrong),
      ...by,
      name,
      unitName: `${unitName} (minh họa)`,
      reason: 'Ghi sai đơn vị (minh họa).',
    });
  }
  if (lost) await service.revokeCertificate(organiser, { ...on(lost), ...by, reason: 'Cấp nhầm (minh họa).' });
}

const OF_CONTESTS: readonly PaperKind[] = ['JURY_DECISION', 'DELIBERATION_MINUTES', 'RESULT_LIST', 'CONTEST_REPORT', 'YEAR_MATRIX'];

const OF_ROUNDS: readonly PaperKind[] = ['ROUND_MINUTES', 'ROUND_SCORECARDS'];

/** Drafts a paper of which nothing is missing. */
async function draftWhereReady(season: Season, kind: PaperKind, aboutId: string): Promise<void> {
  const organiser = season.person('organiser-1');
  const prepared = await season.get(PaperQueries).paperPreparation(organiser, kind, aboutId);
  if (prepared?.lacking.length === 0) await season.get(PaperService).draftPaper(organiser, { kind, aboutId });
}

/** Templates of the office, whose people are invented, and the minutes of the rounds that were closed. */
export function planPapers(season: Season, timeline: Timeline, now: Date): void {
  timeline.add(daysOn(now, -1), async () => {
    const organiser = season.person('organiser-1');
    const unitId = season.unit(DISTRICT);
    for (const template of TEMPLATES) await season.get(PaperTemplateService).savePaperTemplate(organiser, { unitId, ...template });
    const { id: templateId } = await season.get(PaperTemplateService).savePaperTemplate(organiser, { unitId, ...CERTIFICATE });
    const ofRecognitions = await season.get(PaperTemplateService).savePaperTemplate(organiser, { unitId, ...RECOGNITION_CERTIFICATE });
    const { edges } = await season.get(ContestQueries).contests(organiser, { first: 20, after: null });
    for (const { node } of edges) {
      for (const kind of OF_CONTESTS) await draftWhereReady(season, kind, node.id);
      if (node.phase === 'PUBLISHED' || node.phase === 'ARCHIVED') await certify(season, { contestId: node.id, templateId });
      const told = await season.get(CertificateQueries).contestCertificates(organiser, node.id);
      if (told && told.recognisedMissing > 0)
        await season.get(CertificateService).issueCertificates(organiser, { contestId: node.id, templateId: ofRecognitions.id });
      for (const round of await season.get(RoundQueries).rounds(organiser, { contestId: node.id }))
        for (const kind of OF_ROUNDS) await draftWhereReady(season, kind, round.id);
    }
  });
}
