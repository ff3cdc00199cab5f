import { changed, content } from './support/content.js';
import { type District, aDistrict } from './support/factories.js';
import { anXlsx } from './support/files.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { SAVE, aJudging, attestedCards, openRound } from './support/judging.js';
import {
  COMPARE_SHEET,
  type Desk,
  E,
  F,
  IMPORT_SHEET,
  ISSUE_SHEET,
  SHEET_RULES,
  aDesk,
  download,
  fillIn,
  uploadSheet,
} from './support/offline-sheets.js';

let contest: RunningContest;
let district: District;
/** Of all sheets that are refused without anything written: the next finds it as it was. */
let shared: Desk;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  shared = await aDesk(contest, district);
});
afterAll(() => contest.stop());

/** What a comparison was refused with. */
async function refusalOf(judge: Client, fileId: string): Promise<{ code: string; path: string; vi: string }> {
  const { errors, data } = await judge.send(COMPARE_SHEET, { fileId });
  if (!errors) throw new Error(`Not refused: ${JSON.stringify(data)}`);
  const { code, path, messages } = errors[0]!.extensions;
  return { code, path, vi: messages.vi };
}

/** Compares and imports are refused alike, and nothing but the trace of a session is written. */
async function refused(judge: Client, fileId: string): Promise<{ code: string; path: string; vi: string }> {
  const before = await content(contest, ['session']);
  const compared = await refusalOf(judge, fileId);
  const imported = await judge.ask(IMPORT_SHEET, { input: { fileId, fingerprint: '0'.repeat(64) } });
  if (imported.code !== 'SHEET_STALE') expect(imported).toMatchObject({ code: compared.code, path: compared.path, message: compared.vi });
  expect(changed(before, await content(contest, ['session']))).toEqual([]);
  return compared;
}

test.each([
  ['not a number', 'nhiều'],
  ['above its maximum', 30.5],
  ['below nothing', -1],
  ['off its step', 20.3],
  ['a formula', { formula: '10+5', result: 15 }],
])('points that are %s are refused with their cell, and nothing is written', async (_, value) => {
  expect(await refused(shared.judge, await fillIn(contest, shared, { [E(8)]: 20, [E(9)]: value }))).toEqual({
    code: 'SHEET_MARK',
    path: E(9),
    vi: expect.stringMatching(/^Ô Phiếu chấm!E9: .* từ 0 đến 30, theo bước 0,5/),
  });
});

test.each<[string, Record<string, unknown>, string, string]>([
  ['too long a comment', { [F(8)]: 'x'.repeat(4001) }, 'SHEET_COMMENT', F(8)],
  ['a changed heading', { 'Phiếu chấm!E6': 'Điểm' }, 'SHEET_STRUCTURE', 'Phiếu chấm!E6'],
  ['another criterion', { 'Phiếu chấm!B9': 'Tính khả thi' }, 'SHEET_STRUCTURE', 'Phiếu chấm!B9'],
  ['another maximum', { 'Phiếu chấm!C9': 60 }, 'SHEET_STRUCTURE', 'Phiếu chấm!C9'],
  ['another initiative', { 'Phiếu chấm!B11': '2026-999 – Sáng kiến khác' }, 'SHEET_STRUCTURE', 'Phiếu chấm!B11'],
  ['a row more', { 'Phiếu chấm!B15': '2026-999 – Sáng kiến khác' }, 'SHEET_STRUCTURE', 'Phiếu chấm!B15'],
  ['another scale', { 'Thang điểm!C3': '0 – 60' }, 'SHEET_STRUCTURE', 'Thang điểm!C3'],
  ['no code', { 'Phiếu chấm!F3': null }, 'SHEET_STRUCTURE', 'Phiếu chấm!F3'],
  ['a code that nobody has', { 'Phiếu chấm!F3': 'PC-2222-2222' }, 'SHEET_OTHER_JUDGE', 'Phiếu chấm!F3'],
])('%s is refused with its cell, and nothing is written', async (_, cells, code, path) => {
  expect(await refused(shared.judge, await fillIn(contest, shared, cells))).toMatchObject({
    code,
    path,
    vi: expect.stringContaining(path),
  });
});

test('a sheet of another judge is refused as one that nobody has, and says nothing of them', async () => {
  const desk = await aDesk(contest, district);
  await attestedCards(desk.other, desk.sheet.roundId);
  const theirs = await desk.other.ask(ISSUE_SHEET, { input: { roundId: desk.sheet.roundId } });
  const theirFile = await download(contest, desk.other, theirs.fileId);
  const foreign = await refused(desk.judge, await uploadSheet(contest, desk.judge, desk.sheet.id, theirFile));
  const unknown = await refused(desk.judge, await fillIn(contest, desk, { 'Phiếu chấm!F3': 'PC-2222-2222' }));
  expect(foreign).toEqual(unknown);
  expect(foreign).toMatchObject({ code: 'SHEET_OTHER_JUDGE', path: 'Phiếu chấm!F3' });
});

test('a sheet of another round is refused', async () => {
  const desk = await aDesk(contest, district);
  const elsewhere = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: SHEET_RULES });
  const round = elsewhere.rounds[0]!;
  await openRound(contest, elsewhere, round);
  await contest
    .em()
    .getConnection()
    .execute('update scorecard set judge_id = ? where round_id = ? and judge_id = ?', [desk.judging.judges[0], round, elsewhere.judges[0]]);
  await attestedCards(desk.judge, round);
  const second = await desk.judge.ask(ISSUE_SHEET, { input: { roundId: round } });
  const fileId = await uploadSheet(contest, desk.judge, second.id, desk.bytes);
  expect(await refused(desk.judge, fileId)).toMatchObject({ code: 'SHEET_OTHER_ROUND', path: 'Phiếu chấm!F3' });
});

test('a sheet is of an old version once a newer one was issued', async () => {
  const desk = await aDesk(contest, district);
  const fileId = await fillIn(contest, desk, { [E(8)]: 25 });
  await desk.judge.ask(ISSUE_SHEET, { input: { roundId: desk.sheet.roundId } });
  expect(await refused(desk.judge, fileId)).toMatchObject({ code: 'SHEET_OLD', path: 'Phiếu chấm!F3' });
});

test('a sheet is of an old version once the rubric is another', async () => {
  const desk = await aDesk(contest, district);
  const fileId = await fillIn(contest, desk, { [E(8)]: 25 });
  await contest
    .em()
    .getConnection()
    .execute(`update round set rule = jsonb_set(rule, '{rubric,0,max}', '"29"') where id = ?`, [desk.sheet.roundId]);
  expect(await refused(desk.judge, fileId)).toMatchObject({ code: 'SHEET_OLD', path: 'Phiếu chấm!F3' });
});

test('a sheet is of an old version where it says something else of a card that was saved since', async () => {
  const desk = await aDesk(contest, district);
  const [, card] = desk.cards;
  const fileId = await fillIn(contest, desk, { [E(8)]: 25, [E(13)]: 9 });
  await desk.judge.ask(SAVE, { input: { scorecardId: card!.id, version: card!.version, marks: [{ criterion: 'novelty', points: '1' }] } });
  expect(await refused(desk.judge, fileId)).toMatchObject({ code: 'SHEET_OLD', path: E(12) });
});

test('what is no workbook is refused', async () => {
  const unread = await refused(shared.judge, await uploadSheet(contest, shared.judge, shared.sheet.id, anXlsx()));
  expect(unread).toMatchObject({ code: 'SHEET_UNREADABLE', path: 'fileId' });
});
