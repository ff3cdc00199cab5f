import { RoundQueries } from '#lib/scoring';
import { ContestQueries } from '#lib/contest';
import { PaperService, PaperTemplateService, type SaveTemplateOrder } from '#lib/paperwork';
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

const BASES = [{ text: 'Căn cứ Luật Tổ chức chính quyền địa phương', from: '2016-01-01', to: null }];

const TEMPLATES: readonly Omit<SaveTemplateOrder, 'unitId'>[] = [
  { kind: 'SCREENING_MINUTES', ...said({}) },
  { kind: 'ROUND_MINUTES', ...said({ issuer: 'Ban Giám khảo cuộc thi', symbol: 'BB-BGK' }) },
  {
    kind: 'RESULT_SUBMISSION',
    ...said({
      symbol: 'TTr-NV',
      addressees: [OFFICE],
      bases: BASES,
      signers: [{ on: null, position: 'Trưởng phòng', name: 'Trần Văn Bình (minh họa)' }],
    }),
  },
  {
    kind: 'RESULT_DECISION',
    ...said({
      ...{ superior: 'Ủy ban nhân dân thành phố Hà Nội', issuer: OFFICE, symbol: 'QĐ-UBND', authority: `Chủ tịch ${OFFICE}`, bases: BASES },
      ...{ signers: [{ on: null, position: 'Chủ tịch', name: 'Lê Văn Hùng (minh họa)' }], recipients: ['Như Điều 3', 'Lưu: VT, NV'] },
    }),
  },
  {
    kind: 'PERIOD_REPORT',
    ...said({
      symbol: 'BC-NV',
      addressees: [OFFICE],
      bases: BASES,
      signers: [{ on: null, position: 'Trưởng phòng', name: 'Trần Văn Bình (minh họa)' }],
    }),
  },
];

/** Templates of the office, whose people are invented, and the minutes of the rounds that were closed. */
export function planPapers(season: Season, timeline: Timeline, now: Date): void {
  timeline.add(daysOn(now, -1), async () => {
    const organiser = season.person('organiser-1');
    const unitId = season.unit(DISTRICT);
    for (const template of TEMPLATES) await season.get(PaperTemplateService).savePaperTemplate(organiser, { unitId, ...template });
    const { edges } = await season.get(ContestQueries).contests(organiser, { first: 20, after: null });
    for (const { node } of edges)
      for (const round of await season.get(RoundQueries).rounds(organiser, { contestId: node.id }))
        if (round.state === 'CLOSED') await season.get(PaperService).draftPaper(organiser, { kind: 'ROUND_MINUTES', aboutId: round.id });
  });
}
