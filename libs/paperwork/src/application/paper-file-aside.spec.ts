import { createHash } from 'node:crypto';
import { type OfficialPaper } from '#lib/documents';
import { paperFileAside, rowsOf } from './paper-file-aside.js';
import { setPaper } from './paper-setting.js';
import { roundScorecards } from './sources/round-scorecards.js';
import { compose } from '../domain/compose.js';

const template = {
  ...{ superior: null, issuer: 'Ban Giám khảo', symbol: 'PCĐ-BGK', place: 'Hoài Đức', addressees: [], authority: null, bases: [] },
  ...{ closing: [], signers: [{ on: null, position: 'Trưởng ban', name: 'Lê Thị Ưng' }], recipients: ['Lưu: VT'] },
};
const cards = (count: number): OfficialPaper =>
  compose(
    'ROUND_SCORECARDS',
    roundScorecards({
      ...{ title: 'Cuộc thi', round: 'vòng sơ khảo', illustrative: true, closed: true },
      detail: {
        maximum: '30',
        criteria: new Map([['NEW', { vi: 'Tính mới', en: 'Novelty', max: '30' }]]),
        cards: Array.from({ length: count }, (_, at) => ({
          ...{
            initiativeId: String(at),
            receiptNumber: `2026-${String(at)}`,
            title: 'Nhắc hạn giấy phép',
            judgeId: 'A',
            judgeName: 'Trần Văn Ổn',
          },
          ...{ extra: false, signedAt: '2026-03-02T02:00:00Z', total: '25.5', counts: true },
          marks: [{ criterion: 'NEW', points: '25.5', comment: 'Được.\nCần bổ sung.' }],
        })),
      },
    }),
    template,
    '2026-03-03',
  );
const shaOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

test.each(['PDF', 'DOCX'] as const)('a paper of many rows is set in a thread of its own, to the same bytes, as %s', async (format) => {
  const paper = cards(60);
  const order = { paper, madeAt: new Date('2026-03-03T02:00:00Z'), format };

  expect(rowsOf(paper)).toBeGreaterThan(150);
  expect(shaOf(await paperFileAside(order))).toBe(shaOf(await setPaper(order)));
});
