import { setTimeout } from 'node:timers/promises';
import { jest } from '@jest/globals';
import request from 'supertest';
import { FilesService } from '#lib/platform';
import { type District, aDistrict } from './support/factories.js';
import { EXCEL, aZip } from './support/files.js';
import { type RunningContest, startContest } from './support/harness.js';
import { aDesk, uploadSheet } from './support/offline-sheets.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const HEAD = {
  '_rels/.rels':
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${EXCEL.type}"/></Types>`,
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
};
const book = (sheet: string, strings = '<sst/>') =>
  aZip({ ...HEAD, 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': strings }, { deflated: true });

/** With much else to do beside it a machine is slower; `npm run drills` has it to itself. */
const HEALTH_MS = Number(process.env.HEALTH_MS ?? 1500);
const ALIASES = 20;
const twenty = `query ($fileId: ID!) { ${Array.from({ length: ALIASES }, (_, at) => `a${String(at)}: compareOfflineSheet(fileId: $fileId) { changes }`).join(' ')} }`;

/** The longest that an answer of `/health` took while the act ran. */
async function slowestHealth(act: () => Promise<void>): Promise<number> {
  const ended = new AbortController();
  const running = act().finally(() => {
    ended.abort();
  });
  let slowest = 0;
  while (!ended.signal.aborted) {
    const at = performance.now();
    await request(contest.app.getHttpServer()).get('/health').expect(200);
    slowest = Math.max(slowest, performance.now() - at);
    await setTimeout(10);
  }
  await running;
  return slowest;
}

test.each<[string, () => Buffer]>([
  ['one comment of XML of 15 MB without end', () => book(`<worksheet><!--${'a'.repeat(15_000_000)}`)],
  ['three million empty texts', () => book('<worksheet/>', `<sst>${'<si/>'.repeat(3_000_000)}</sst>`)],
  ['one tag of 15 MB', () => book(`<worksheet ${'a="" '.repeat(3_000_000)}`)],
  ['one text of 15 MB', () => book(`<worksheet><row><c t="inlineStr"><is><t>${'a'.repeat(15_000_000)}`)],
  ['elements in one another without end', () => book('<a>'.repeat(900_000))],
])(
  'a workbook of %s, asked for under twenty names, is opened once, elsewhere, and refused; others are served meanwhile',
  async (what, bomb) => {
    const desk = await aDesk(contest, district);
    const fileId = await uploadSheet(contest, desk.judge, desk.sheet.id, bomb());
    const read = jest.spyOn(contest.get(FilesService), 'content');
    try {
      const slowest = await slowestHealth(async () => {
        const { errors, data } = await desk.judge.send(twenty, { fileId });
        expect(Object.values(data ?? {}).filter((answer) => answer !== null)).toEqual([]);
        expect(errors?.[0]?.extensions.code).toMatch(/^(SHEET_UNREADABLE|FILE_TOO_COMPLEX)$/);
      });

      expect(read).toHaveBeenCalledTimes(1);
      if (process.env.HEALTH_MS) process.stdout.write(`${what}: /health within ${String(Math.round(slowest))} ms\n`);
      expect(slowest).toBeLessThan(HEALTH_MS);
    } finally {
      read.mockRestore();
    }
  },
);

test('a package that unpacks to gigabytes is refused when it is uploaded', async () => {
  const desk = await aDesk(contest, district);
  const parts = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`xl/media/${String(at)}.bmp`, Buffer.alloc(50_000_000)]));

  await expect(uploadSheet(contest, desk.judge, desk.sheet.id, aZip({ ...HEAD, ...parts }, { deflated: true }))).rejects.toThrow(
    'FILE_TOO_COMPLEX',
  );
});
