import { Round } from '#domain/scoring';
import { PhaseService } from '#lib/contest';
import { SYSTEM } from '#lib/kernel';
import { AuditEntry } from '#lib/platform';
import { aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type Judging, SAVE, SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';

const MY_CARDS = `query ($roundId: ID!, $first: Int!, $after: String) { myCards(roundId: $roundId, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node {
    id initiative { receiptNumber title } state total draftTotal attested canMark canRequestReopening whyNotRequestReopening { code }
    marks { criterion points comment } missing { criterion points comment } note { text version } reopening { reason requestedByName canWithdraw }
  } } } }`;
const MY_ROUNDS = `{ myAssignments(first: 50) { edges { node { id round { id dueAt } state marks { criterion points } } } } }`;
const HASHES = `query ($roundId: ID!) { myCards(roundId: $roundId, first: 50) { edges { node { hash } } } }`;
const CARD = `query ($id: ID!) { scorecard(id: $id) { draftTotal missing { criterion points comment } note { id text version savedAt }
  reopening { id reason } canRequestReopening whyNotRequestReopening { code } } }`;
const NOTE = `mutation ($input: SaveNoteInput!) { saveNote(input: $input) { __typename ... on CardNote { id scorecardId version text savedAt } ... on Refusal { code path } } }`;
const REQUEST = `mutation ($input: RequestReopeningInput!) { requestReopening(input: $input) { __typename ... on Reopening { id } } }`;

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

/** Three initiatives, each to be marked by one judge: with a comment due on the first criterion. */
async function aJudgeWithCards(): Promise<Judging & { judge: Client; roundId: string; cards: { id: string; version: number }[] }> {
  const plain = aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1 });
  const [first, ...rest] = plain.rubric;
  const rubric = [{ ...first!, commentRequired: true }, ...rest];
  const judging = await aJudging(contest, district, {
    initiatives: 3,
    judges: 1,
    ruleBook: { rounds: [{ ...plain, rubric }], tieBreak: [] },
  });
  await openRound(contest, judging, judging.rounds[0]!);
  const judge = await contest.as(judging.judges[0]!);
  return { ...judging, judge, roundId: judging.rounds[0]!, cards: await attestedCards(judge, judging.rounds[0]!) };
}

const cardsOf = async (judge: Client, roundId: string, first = 50, after?: string) => {
  const page = await judge.ask(MY_CARDS, { roundId, first, after });
  return { ...page, rows: page.edges.map(({ node }: any) => node) };
};

test('a judge sees all own cards of a round side by side: marks, what they come to so far, what is missing, and whether a reopening is asked', async () => {
  const { judge, roundId, cards } = await aJudgeWithCards();
  const [signed, begun, untouched] = cards;
  const commented = marksOf('20.5', '20', '30').map((mark, at) => (at === 0 ? { ...mark, comment: 'Rất mới.' } : mark));
  await judge.ask(SIGN, { input: { scorecardId: signed!.id, version: signed!.version, marks: commented } });
  await judge.ask(SAVE, { input: { scorecardId: begun!.id, version: begun!.version, marks: [{ criterion: 'novelty', points: '12.5' }] } });
  await judge.ask(REQUEST, { input: { scorecardId: signed!.id, reason: 'Nhập nhầm điểm.' } });

  const { rows, totalCount } = await cardsOf(judge, roundId);

  expect(totalCount).toBe(3);
  expect(rows.map(({ id }: any) => id)).toEqual(cards.map(({ id }) => id));
  expect(rows[0]).toEqual({
    ...{
      id: signed!.id,
      initiative: { receiptNumber: expect.any(String), title: expect.any(String) },
      state: 'SIGNED',
      total: '70.5',
      draftTotal: '70.5',
      attested: true,
    },
    ...{ canMark: false, canRequestReopening: false, whyNotRequestReopening: { code: 'REOPENING_WAITS' }, missing: [], note: null },
    marks: [
      { criterion: 'novelty', points: '20.5', comment: 'Rất mới.' },
      { criterion: 'applicability', points: '20', comment: null },
      { criterion: 'effect', points: '30', comment: null },
    ],
    reopening: { reason: 'Nhập nhầm điểm.', requestedByName: expect.any(String), canWithdraw: true },
  });
  expect(rows[1]).toMatchObject({
    ...{ id: begun!.id, state: 'DRAFT', total: null, draftTotal: '12.5', canMark: true, reopening: null },
    ...{ canRequestReopening: false, whyNotRequestReopening: { code: 'CARD_NOT_SIGNED' } },
    marks: [{ criterion: 'novelty', points: '12.5', comment: null }],
    missing: [
      { criterion: 'novelty', points: false, comment: true },
      { criterion: 'applicability', points: true, comment: false },
      { criterion: 'effect', points: true, comment: false },
    ],
  });
  expect(rows[2]).toMatchObject({ id: untouched!.id, draftTotal: null, marks: [] });
  expect(rows[2].missing).toHaveLength(3);
});

test('the list of what one is to judge says how far each card is, and until when its round is judged', async () => {
  const { judge, roundId, cards } = await aJudgeWithCards();
  const [begun, ...untouched] = cards;
  const dueAt = new Date(contest.clock.now().getTime() + 86_400_000);
  await contest.em().nativeUpdate(Round, { id: roundId }, { dueAt });
  await judge.ask(SAVE, { input: { scorecardId: begun!.id, version: begun!.version, marks: [{ criterion: 'novelty', points: '12.5' }] } });

  const { edges } = await judge.ask(MY_ROUNDS);

  const line = { round: { id: roundId, dueAt: dueAt.toISOString() }, state: 'DRAFT' };
  expect(edges.map(({ node }: any) => node)).toEqual([
    { ...line, id: begun!.id, marks: [{ criterion: 'novelty', points: '12.5' }] },
    ...untouched.map(({ id }) => ({ ...line, id, marks: [] })),
  ]);
});

test('a judge reads the hash of what they signed, the one that stands in the log; a draft has none', async () => {
  const { judge, roundId, cards } = await aJudgeWithCards();
  const [card] = cards;
  const HASH = 'mutation ($input: MarksInput!) { signScorecard(input: $input) { __typename ... on Scorecard { hash } } }';
  const hashes = async () => (await judge.ask(HASHES, { roundId })).edges.map(({ node }: any) => node.hash);
  expect(await hashes()).toEqual([null, null, null]);
  const marks = marksOf('20', '20', '30').map((mark) => ({ ...mark, comment: 'Rõ.' }));

  const signed = await judge.ask(HASH, { input: { scorecardId: card!.id, version: card!.version, marks } });

  const [entry] = await contest.em().find(AuditEntry, { operation: 'signScorecard', subjectId: card!.id });
  const { hash } = JSON.parse(entry!.body).after as { hash: string };
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(signed).toEqual({ __typename: 'Scorecard', hash });
  expect(await hashes()).toEqual([hash, null, null]);
});

test('what is missing is said on every page of own cards, and to nobody of another judge’s', async () => {
  const { judge, organiser, roundId } = await aJudgeWithCards();
  const first = await cardsOf(judge, roundId, 2);
  const second = await cardsOf(judge, roundId, 2, first.pageInfo.endCursor);

  expect([...first.rows, ...second.rows].map(({ missing }: any) => missing.length)).toEqual([3, 3, 3]);
  expect(second.pageInfo.hasNextPage).toBe(false);
  const stranger = await aJudgeWithCards();
  expect((await cardsOf(stranger.judge, roundId)).totalCount).toBe(0);
  await expect(organiser.ask(MY_CARDS, { roundId, first: 5 })).rejects.toThrow('FORBIDDEN');
});

test('a judge’s notes are kept by an act, on the version that was on the screen, apart from the card', async () => {
  const { judge, cards } = await aJudgeWithCards();
  const scorecardId = cards[0]!.id;
  const save = (version: number, text: string) => judge.ask(NOTE, { input: { scorecardId, version, text } });

  const saved = await save(0, '  So với SK-2: kém hơn.\nHỏi lại số liệu. ');
  expect(saved).toEqual({
    ...{ __typename: 'CardNote', id: expect.any(String), scorecardId, version: 1 },
    ...{ text: 'So với SK-2: kém hơn.\nHỏi lại số liệu.', savedAt: contest.clock.now().toISOString() },
  });
  expect(await save(0, 'Ghi đè.')).toEqual({ __typename: 'Refusal', code: 'STALE', path: 'version' });
  expect(await save(1, 'Đã hỏi.')).toMatchObject({ version: 2, text: 'Đã hỏi.' });
  const card = await judge.ask(CARD, { id: scorecardId });
  expect(card).toMatchObject({ draftTotal: null, note: { id: saved.id, text: 'Đã hỏi.', version: 2 } });
  const own = await judge.ask('query ($id: ID!) { scorecard(id: $id) { version } }', { id: scorecardId });
  expect(own).toEqual({ version: cards[0]!.version });
  expect(await save(2, 'x'.repeat(10_001))).toEqual({ __typename: 'Refusal', code: 'INPUT_INVALID', path: 'text' });
});

test('nobody else writes or finds a judge’s notes, and the log says nothing of what they say', async () => {
  const { judge, organiser, cards } = await aJudgeWithCards();
  const scorecardId = cards[0]!.id;
  const secret = 'Tác giả quen với anh Bình.';
  await judge.ask(NOTE, { input: { scorecardId, version: 0, text: secret } });

  const other = (await aJudgeWithCards()).judge;
  expect(await other.ask(NOTE, { input: { scorecardId, version: 1, text: 'Sửa.' } })).toMatchObject({ code: 'NOT_FOUND' });
  await expect(organiser.ask(NOTE, { input: { scorecardId, version: 1, text: 'Sửa.' } })).rejects.toThrow('FORBIDDEN');
  const logged = await contest.em().find(AuditEntry, { operation: 'saveNote', subjectId: scorecardId });
  expect(logged).toHaveLength(1);
  const elsewhere = await contest
    .em()
    .getConnection()
    .execute(`select body from audit_entry where body like ? union all select payload::text from outbox_event where payload::text like ?`, [
      `%${secret}%`,
      `%${secret}%`,
    ]);
  expect(elsewhere).toEqual([]);
});

test('judges’ notes are deleted when the contest is over, and none is taken from then on', async () => {
  const { judge, organiser, cards, contestId } = await aJudgeWithCards();
  const scorecardId = cards[0]!.id;
  await judge.ask(NOTE, { input: { scorecardId, version: 0, text: 'Xem lại.' } });
  const { version } = await organiser.ask('query ($id: ID!) { contest(id: $id) { version } }', { id: contestId });
  const order = { contestId, version, decisionNumber: '9/QĐ-UBND', reason: 'Không đủ điều kiện tổ chức.' };
  await contest.get(PhaseService).cancelContest(SYSTEM, order);
  await contest.drain();

  expect(await contest.em().getConnection().execute(`select n.id from scorecard_note n where scorecard_id = ?`, [scorecardId])).toEqual([]);
  expect(await judge.ask(NOTE, { input: { scorecardId, version: 0, text: 'Nữa.' } })).toMatchObject({
    __typename: 'Refusal',
    code: 'NOTES_OVER',
  });
});
