import { Workbook } from '@cj-tech-master/excelts';
import { OfflineSheet, Scorecard } from '#domain/scoring';
import { AuditEntry, OutboxEvent, StoredFile } from '#lib/platform';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { SAVE, SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';
import {
  COMPARE_SHEET,
  E,
  F,
  IMPORT_SHEET,
  ISSUE_SHEET,
  MY_SHEET,
  SHEET_RULES,
  aDesk,
  download,
  fillIn,
} from './support/offline-sheets.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

const rowOf = (id: string) => contest.em().findOneOrFail(Scorecard, { id });

test('a sheet is issued, filled in at a desk, compared, and imported as drafts; the judge signs as ever', async () => {
  const desk = await aDesk(contest, district);
  const { judge, cards, sheet } = desk;
  expect(sheet).toMatchObject({
    number: 1,
    initiatives: 2,
    supersededAt: null,
    sheetCode: expect.stringMatching(/^PC-[2-9A-Z]{4}-[2-9A-Z]{4}$/),
  });
  expect(await judge.ask(MY_SHEET, { roundId: sheet.roundId })).toMatchObject({ id: sheet.id, sheetCode: sheet.sheetCode });

  const fileId = await fillIn(contest, desk, { [E(8)]: 25, [F(8)]: 'Có điểm mới.', [E(9)]: '20,5', [E(10)]: 30 });
  const shown = await judge.ask(COMPARE_SHEET, { fileId });

  expect(shown).toMatchObject({ sheetId: sheet.id, sheetCode: sheet.sheetCode, number: 1, changes: 1 });
  expect(
    shown.cards.map(({ scorecardId, changed, canImport, whyNotImport }: any) => ({ scorecardId, changed, canImport, whyNotImport })),
  ).toEqual(cards.map(({ id }, at) => ({ scorecardId: id, changed: at === 0, canImport: true, whyNotImport: null })));
  const empty = { pointsNow: null, commentNow: null, commentOnSheet: null, changed: true };
  expect(shown.cards[0].criteria).toEqual([
    { ...empty, criterion: 'novelty', cell: E(8), pointsOnSheet: '25', commentOnSheet: 'Có điểm mới.' },
    { ...empty, criterion: 'applicability', cell: E(9), pointsOnSheet: '20.5' },
    { ...empty, criterion: 'effect', cell: E(10), pointsOnSheet: '30' },
  ]);
  expect(await rowOf(cards[0]!.id)).toMatchObject({ marks: [], version: cards[0]!.version });

  expect(await judge.ask(IMPORT_SHEET, { input: { fileId, fingerprint: shown.fingerprint } })).toMatchObject({
    __typename: 'OfflineSheet',
    id: sheet.id,
  });
  const drafted = await rowOf(cards[0]!.id);
  expect(drafted).toMatchObject({ state: 'DRAFT', version: cards[0]!.version + 1, signedAt: null });
  expect(drafted.marks).toEqual([
    { criterion: 'novelty', points: '25', comment: 'Có điểm mới.' },
    { criterion: 'applicability', points: '20.5', comment: null },
    { criterion: 'effect', points: '30', comment: null },
  ]);
  expect(await rowOf(cards[1]!.id)).toMatchObject({ marks: [], version: cards[1]!.version });
  const signed = await judge.ask(SIGN, {
    input: { scorecardId: drafted.id, version: drafted.version, marks: marksOf('25', '20.5', '30') },
  });
  expect(signed).toMatchObject({ __typename: 'Scorecard', total: '75.5' });
});

test('the workbook has the initiatives in the judge’s own order, by code and title alone, and the marks drafted so far', async () => {
  const { judge, cards, judging, sheet } = await aDesk(contest, district);
  await judge.ask(SAVE, {
    input: { scorecardId: cards[0]!.id, version: cards[0]!.version, marks: [{ criterion: 'effect', points: '31.5', comment: '=1+1' }] },
  });
  const again = await judge.ask(ISSUE_SHEET, { input: { roundId: judging.rounds[0] } });
  expect(again).toMatchObject({ number: 2, initiatives: 2 });
  expect(again.sheetCode).not.toBe(sheet.sheetCode);

  const bytes = await download(contest, judge, again.fileId);
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const page = book.getWorksheet('Phiếu chấm')!;
  const seen = await judge.ask(
    'query ($roundId: ID) { myAssignments(roundId: $roundId, first: 5) { edges { node { initiative { receiptNumber title } } } } }',
    {
      roundId: judging.rounds[0],
    },
  );
  expect([page.getCell('B7').value, page.getCell('B11').value]).toEqual(
    seen.edges.map(({ node: { initiative } }: any) => `${String(initiative.receiptNumber)} – ${String(initiative.title)}`),
  );
  expect([page.getCell('E10').value, page.getCell('F10').value, page.getCell('F3').value]).toEqual([31.5, '=1+1', again.sheetCode]);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Phiếu chấm', 'Thang điểm']);
  const people = await contest
    .em()
    .getConnection()
    .execute(`select full_name as name from person where id = ?`, [district.people.submitter]);
  expect(JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()))).not.toContain(people[0]!.name);
});

test('what was imported can be filled in further and come back again', async () => {
  const desk = await aDesk(contest, district);
  const { judge, cards } = desk;
  const first = await fillIn(contest, desk, { [E(8)]: 25 });
  await judge.ask(IMPORT_SHEET, { input: { fileId: first, fingerprint: (await judge.ask(COMPARE_SHEET, { fileId: first })).fingerprint } });
  const second = await fillIn(contest, desk, { [E(8)]: 26, [E(12)]: 7 });
  const shown = await judge.ask(COMPARE_SHEET, { fileId: second });
  expect(shown).toMatchObject({ changes: 2, cards: [{ criteria: [{ pointsNow: '25', pointsOnSheet: '26' }, {}, {}] }, {}] });
  expect(await judge.ask(IMPORT_SHEET, { input: { fileId: second, fingerprint: shown.fingerprint } })).toMatchObject({
    __typename: 'OfflineSheet',
  });
  expect((await rowOf(cards[0]!.id)).marks).toEqual([{ criterion: 'novelty', points: '26', comment: null }]);
  expect((await rowOf(cards[1]!.id)).marks).toEqual([{ criterion: 'novelty', points: '7', comment: null }]);
  expect(
    await judge.ask(IMPORT_SHEET, {
      input: { fileId: second, fingerprint: (await judge.ask(COMPARE_SHEET, { fileId: second })).fingerprint },
    }),
  ).toMatchObject({ code: 'SHEET_UNCHANGED' });
});

test('a card that was signed since is shown with the reason and left alone; the others are imported', async () => {
  const desk = await aDesk(contest, district);
  const [first, second] = desk.cards;
  const fileId = await fillIn(contest, desk, { [E(8)]: 25, [E(12)]: 9 });
  await desk.judge.ask(SIGN, { input: { scorecardId: first!.id, version: first!.version, marks: marksOf('10', '10', '10') } });
  const shown = await desk.judge.ask(COMPARE_SHEET, { fileId });
  expect(shown).toMatchObject({
    changes: 1,
    cards: [
      { changed: true, canImport: false, whyNotImport: { code: 'CARD_SIGNED' } },
      { changed: true, canImport: true },
    ],
  });
  const before = await rowOf(first!.id);
  expect(await desk.judge.ask(IMPORT_SHEET, { input: { fileId, fingerprint: shown.fingerprint } })).toMatchObject({
    __typename: 'OfflineSheet',
  });
  expect(await rowOf(first!.id)).toMatchObject({ version: before.version, marks: before.marks, total: '30' });
  expect((await rowOf(second!.id)).marks).toEqual([{ criterion: 'novelty', points: '9', comment: null }]);
});

test('an import that does not name what would be shown now is refused, and nothing is written', async () => {
  const desk = await aDesk(contest, district);
  const fileId = await fillIn(contest, desk, { [E(8)]: 25, [E(12)]: 9 });
  const { fingerprint } = await desk.judge.ask(COMPARE_SHEET, { fileId });
  const [first, second] = desk.cards;
  await desk.judge.ask(SAVE, {
    input: { scorecardId: second!.id, version: second!.version, marks: [{ criterion: 'effect', points: '3' }] },
  });
  expect(await desk.judge.ask(IMPORT_SHEET, { input: { fileId, fingerprint } })).toMatchObject({ code: 'SHEET_STALE' });
  const other = await fillIn(contest, desk, { [E(8)]: 24 });
  expect(await desk.judge.ask(IMPORT_SHEET, { input: { fileId: other, fingerprint } })).toMatchObject({ code: 'SHEET_STALE' });
  expect(await rowOf(first!.id)).toMatchObject({ version: first!.version, marks: [] });
});

test('of twenty imports at once one is done', async () => {
  const desk = await aDesk(contest, district);
  const fileId = await fillIn(contest, desk, { [E(8)]: 25 });
  const { fingerprint } = await desk.judge.ask(COMPARE_SHEET, { fileId });
  const replies = await Promise.all(Array.from({ length: 20 }, () => desk.judge.ask(IMPORT_SHEET, { input: { fileId, fingerprint } })));
  expect(replies.map(({ __typename, code }) => (__typename === 'Refusal' ? code : 'imported')).sort()).toEqual([
    ...Array<string>(19).fill('SHEET_STALE'),
    'imported',
  ]);
  expect(await rowOf(desk.cards[0]!.id)).toMatchObject({ version: desk.cards[0]!.version + 1 });
});

test('of twenty issues at once each has its own number and code, and the last one is in force', async () => {
  const desk = await aDesk(contest, district);
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => desk.judge.ask(ISSUE_SHEET, { input: { roundId: desk.sheet.roundId } })),
  );
  expect(replies.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 2));
  expect(new Set(replies.map(({ sheetCode }) => sheetCode)).size).toBe(20);
  expect(await contest.em().count(OfflineSheet, { round: desk.sheet.roundId, supersededAt: null })).toBe(1);
  expect(await desk.judge.ask(MY_SHEET, { roundId: desk.sheet.roundId })).toMatchObject({ number: 21 });
});

test('no sheet is issued for a round that is not open, without an attestation, or to somebody without cards', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: SHEET_RULES });
  const [roundId = '', final = ''] = judging.rounds;
  const judge = await contest.as(judging.judges[0]!);
  const issue = async (by: Client, round: string) => (await by.ask(ISSUE_SHEET, { input: { roundId: round } })).code;
  expect(await issue(judge, roundId)).toBe('NOT_FOUND');
  await openRound(contest, judging, roundId);
  expect(await issue(judge, roundId)).toBe('ATTESTATION_MISSING');
  const cards = await attestedCards(judge, roundId);
  expect(await issue(judge, final)).toBe('NOT_FOUND');
  expect(await issue(await contest.as(district.people.judge), roundId)).toBe('NOT_FOUND');
  for (const { id, version } of cards) await judge.ask(SIGN, { input: { scorecardId: id, version, marks: marksOf('10', '10', '10') } });
  expect(await issue(judge, roundId)).toBe('CARD_SIGNED');
  expect(await contest.em().count(OfflineSheet, { round: { $in: judging.rounds } })).toBe(0);
});

test('nobody but the judge reads the sheet or its file, and nothing of its marks is in the log', async () => {
  const desk = await aDesk(contest, district);
  const fileId = await fillIn(contest, desk, { [E(8)]: 25, [F(8)]: 'Bí mật của phiếu' });
  const { fingerprint } = await desk.judge.ask(COMPARE_SHEET, { fileId });
  await desk.judge.ask(IMPORT_SHEET, { input: { fileId, fingerprint } });
  const { people } = district;
  for (const personId of [people.organiser, people.leader, people.admin, people.judge, desk.judging.judges[1]!]) {
    const client = await contest.as(personId);
    for (const [query, variables] of [
      ['query ($id: ID!) { fileDownload(id: $id) { url } }', { id: fileId }],
      ['query ($ownerId: ID!) { files(ownerType: offlineSheet, ownerId: $ownerId, first: 5) { totalCount } }', { ownerId: desk.sheet.id }],
      [COMPARE_SHEET, { fileId }],
    ] as const)
      expect((await client.send(query, variables)).errors?.[0]?.extensions.code).toMatch(/^(NOT_FOUND|FORBIDDEN)$/);
  }
  const files = await contest.em().find(StoredFile, { ownerType: 'offlineSheet', ownerId: desk.sheet.id });
  const ids = [desk.sheet.id as string, ...desk.cards.map(({ id }) => id), ...files.map(({ id }) => id)];
  const entries = await contest.em().find(AuditEntry, { subjectId: { $in: ids } });
  expect(entries.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['issueOfflineSheet', 'importOfflineSheet']));
  const traces = JSON.stringify([entries, await contest.em().find(OutboxEvent, {})]);
  for (const secret of [
    'Bí mật',
    '"25"',
    ...files.flatMap(({ sha256, size }) => [sha256!, `"size":${String(size)}`, `\\"size\\":${String(size)}`]),
  ])
    expect(traces).not.toContain(secret);
});
