import { Actor } from '#lib/kernel';
import { PaperQueries } from '#lib/paperwork';
import { PROPOSE_AWARDS, RETURN_AWARDS, SUBMIT_AWARDS, aDeliberated, published } from './support/awards.js';
import { type District, aDistrict, aPerson, aUnit } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, type Judging, aJudging, marksOf, openRound, signAll } from './support/judging.js';
import { aRound } from './support/contests.js';
import { ADOPT, aPastContest, adoptInput, anEligibleInitiative } from './support/rollouts.js';
import { DRAFT_PAPER, FREEZE_PAPER, PAPER, SAVE_TEMPLATE, aTemplate, wordsOfDocx, wordsOfPaper } from './support/papers.js';

const READ = `query ($id: ID!) { paper(id: $id) { ${PAPER} } }`;
const LIST = '{ papers(first: 10) { edges { node { id } } } }';
const PREPARATION = `query ($kind: PaperKind!, $id: ID!) { paperPreparation(kind: $kind, aboutId: $id) { subject lacking hasTemplate } }`;

let contest: RunningContest;
let district: District;

beforeEach(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterEach(() => contest.stop());

const run = (sql: string, values: unknown[] = []) => contest.em().getConnection().execute(sql, values);

/** Says how the papers of a kind look, without bases and with one who signs, and drafts one. */
async function drafted({ organiser }: Pick<Judging, 'organiser'>, kind: string, aboutId: string): Promise<any> {
  const signers = [{ on: null, position: 'Trưởng phòng', name: 'Lê Thị Minh' }];
  await organiser.ask(SAVE_TEMPLATE, { input: aTemplate(district.units.district, kind, { symbol: 'DS-BTC', bases: [], signers }) });
  return organiser.ask(DRAFT_PAPER, { input: { kind, aboutId } });
}

test.each([
  [false, /Giải Nhất Nhắc hạn giấy phép kinh doanh.* 3\.000\.000 2 Giải Nhì/],
  [true, /Giải Nhất Nhắc hạn giấy phép kinh doanh.* 80,00 3\.000\.000 2 Giải Nhì .* 75,00 2\.000\.000/],
])(
  'a list of prizes says scores where the ranking is to be public (%s), and names its decision once that is signed',
  async (publicRanking, row) => {
    const judging = await aDeliberated(contest, district, { novelty: ['25', '20'], ruleBook: { publicRanking } });
    const { contestId, organiser } = judging;
    await run(`update initiative set title = 'Nhắc hạn giấy phép kinh doanh' where contest_id = ?`, [contestId]);
    const decision = await organiser.ask(PROPOSE_AWARDS, { input: { contestId } });
    expect(await organiser.ask(PREPARATION, { kind: 'RESULT_LIST', id: contestId })).toMatchObject({ lacking: ['NO_PRIZE_LIST'] });
    expect(await drafted(judging, 'RESULT_LIST', contestId)).toMatchObject({ code: 'PAPER_NO_PRIZE_LIST' });

    const sent = await organiser.ask(SUBMIT_AWARDS, { input: { decisionId: decision.id, version: decision.version } });
    const paper = await organiser.ask(DRAFT_PAPER, { input: { kind: 'RESULT_LIST', aboutId: contestId } });
    expect(paper).toMatchObject({ kind: 'RESULT_LIST', state: 'DRAFT', stale: false, gaps: [] });
    for (const text of [
      await wordsOfPaper(contest, organiser, paper.id as string),
      await wordsOfDocx(contest, organiser, paper.id as string),
    ]) {
      expect(text).toMatch(/DANH SÁCH\s?Sáng kiến được trao giải “[^”]+”\s?\(Kèm theo Quyết định số …… ngày …… tháng …… năm …… của /);
      expect(text).toMatch(row);
      expect(text).toContain('tổng số tiền thưởng 5.000.000 đồng (Bằng chữ: Năm triệu đồng chẵn).');
      if (!publicRanking) expect(text).not.toMatch(/80,00|Điểm/);
    }

    const leader = await contest.as(district.people.leader);
    const back = await leader.ask(RETURN_AWARDS, { input: { decisionId: decision.id, version: sent.version, reason: 'Soát lại.' } });
    await published(contest, organiser, { leader, decision: back });
    expect(await organiser.ask(READ, { id: paper.id })).toMatchObject({ stale: true });
    const anew = await organiser.ask(DRAFT_PAPER, { input: { kind: 'RESULT_LIST', aboutId: contestId } });
    expect(await wordsOfPaper(contest, organiser, anew.id as string)).toMatch(
      /\(Kèm theo Quyết định số 1234\/QĐ-UBND ngày \d\d tháng \d+ năm 2026 của /,
    );
  },
);

test('cards of a round go into the archive once it is closed, and nothing of them before; who may not see the judging does not see them', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })];
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  const [roundId = ''] = judging.rounds;
  const readerId = await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district });
  const reader = await contest.as(readerId);
  await openRound(contest, judging, roundId);
  const marked = (judge: number, at: number) =>
    marksOf(String(20 + at), '25.5', '30').map((mark) => ({ ...mark, comment: `Nhận xét ${String(judge)}-${String(at)}.` }));
  await signAll(contest, judging, roundId, marked);
  expect(await reader.ask(PREPARATION, { kind: 'ROUND_SCORECARDS', id: roundId })).toMatchObject({ lacking: ['ROUND_NOT_CLOSED'] });
  expect(await drafted({ organiser: reader }, 'ROUND_SCORECARDS', roundId)).toMatchObject({ code: 'PAPER_ROUND_NOT_CLOSED' });
  expect(await run('select count(*)::int as n from paper')).toEqual([{ n: 0 }]);

  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId } });
  const paper = await reader.ask(DRAFT_PAPER, { input: { kind: 'ROUND_SCORECARDS', aboutId: roundId } });
  expect(paper).toMatchObject({ kind: 'ROUND_SCORECARDS', state: 'DRAFT', stale: false, gaps: [] });
  for (const text of [await wordsOfPaper(contest, reader, paper.id as string), await wordsOfDocx(contest, reader, paper.id as string)]) {
    expect(text).toContain('gồm 04 phiếu chấm đã ký và được tính vào kết quả, do 02 giám khảo chấm cho 02 sáng kiến');
    expect([...text.matchAll(/Phiếu 0(\d)\. Sáng kiến/g)].map(([, number]) => number)).toEqual(['1', '2', '3', '4']);
    for (const part of ['0-0', '0-1', '1-0', '1-1']) expect(text).toContain(`Nhận xét ${part}.`);
    expect(text).toMatch(/Ký lúc 09 giờ \d\d.* Tổng điểm: 75,5\/100\./);
  }

  // Who keeps the papers of an office, but reads no standings, has all of them but these cards.
  const minutes = await drafted({ organiser: reader }, 'ROUND_MINUTES', roundId);
  const held = { role: 'ORGANISER' as const, unitId: district.units.district, unitIds: [district.units.district] };
  const clerk = new Actor(readerId, [{ ...held, permissions: ['paper:read', 'paper:manage'] }]);
  const papers = contest.get(PaperQueries);
  expect([await papers.paper(clerk, minutes.id as string), await papers.paper(clerk, paper.id as string)]).toEqual([
    expect.objectContaining({ id: minutes.id }),
    null,
  ]);
  expect(await papers.paperPreparation(clerk, 'ROUND_SCORECARDS', roundId)).toBeNull();
  // A judge cannot ask for it.
  expect((await (await contest.as(judging.judges[0]!)).send(READ, { id: paper.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  // What a correction changes makes it out of date.
  await run(
    `update scorecard set marks = jsonb_set(marks, '{0,comment}', '"Đã sửa."') where id = (select id from scorecard order by id limit 1)`,
  );
  expect(await reader.ask(READ, { id: paper.id })).toMatchObject({ stale: true });

  const frozen = await reader.ask(FREEZE_PAPER, { input: { paperId: paper.id, version: paper.version } });
  expect(frozen).toMatchObject({ state: 'FROZEN' });
  await run('update initiative_author set person_id = ? where initiative_id = ?', [readerId, judging.initiatives[0]]);
  expect((await reader.ask(LIST)).edges).toEqual([]);
  expect(await reader.ask(READ, { id: paper.id })).toBeNull();
  expect(await reader.ask('query ($id: ID!) { paperFile(paperId: $id, format: PDF) { url } }', { id: paper.id })).toBeNull();
  expect(await reader.ask(PREPARATION, { kind: 'ROUND_SCORECARDS', id: roundId })).toBeNull();
});

test('a roll-out and the roll-outs of a year are tables by unit and state, out of date once a unit has moved on', async () => {
  const past = await aPastContest(contest, district);
  const organiser = await contest.as(district.people.organiser);
  expect(await drafted({ organiser }, 'YEAR_MATRIX', past.id)).toMatchObject({ code: 'PAPER_NO_ROLLOUT' });
  const { anKhanh, laPhu, sonDong } = district.units;
  const basisOf = (unitId: string, basis: string, reason: string | null = null) => ({ unitId, basis, reason });
  const communes = [basisOf(anKhanh, 'REQUIRED'), basisOf(laPhu, 'EXEMPT', 'Đã có phần mềm riêng.'), basisOf(sonDong, 'VOLUNTARY')];
  const rollout = await organiser.ask(ADOPT, {
    input: adoptInput(district, await anEligibleInitiative(contest, district, past), { communes }),
  });
  const one = await drafted({ organiser }, 'ROLLOUT_MATRIX', rollout.id as string);
  const year = await drafted({ organiser }, 'YEAR_MATRIX', past.id);

  expect(one).toMatchObject({ kind: 'ROLLOUT_MATRIX', state: 'DRAFT', stale: false, gaps: [], rolloutId: rollout.id });
  expect(year).toMatchObject({ kind: 'YEAR_MATRIX', state: 'DRAFT', stale: false, gaps: [], contestId: past.id });
  for (const text of [await wordsOfPaper(contest, organiser, one.id as string), await wordsOfDocx(contest, organiser, one.id as string)]) {
    expect(text).toMatch(/BẢNG THEO DÕI\s?Triển khai sáng kiến “Nhân rộng mã QR”.*Tình hình triển khai tính đến ngày \d\d\/\d\d\/2026\./);
    expect(text).toContain(
      '02 đơn vị áp dụng, 01 đơn vị được miễn. 00 đơn vị đang sử dụng hoặc duy trì ổn định (0,0 %); 01 đơn vị quá hạn.',
    );
    expect(text).toMatch(
      /Xã An Khánh Bắt buộc Chưa triển khai 02\/01\/2024 Quá hạn\. .*Xã La Phù Được miễn – 02\/01\/2024 Đã có phần mềm riêng\./,
    );
  }
  for (const text of [await wordsOfPaper(contest, organiser, year.id as string), await wordsOfDocx(contest, organiser, year.id as string)])
    expect(text).toMatch(/Nhân rộng mã QR Phòng Nội vụ 30\/06\/2024 2 0 0,0 % 1 .*Xã An Khánh Chưa triển khai \(quá hạn\)/);

  await run(`update adoption set state = 'PREPARING' where unit_id = ?`, [anKhanh]);
  for (const { id } of [one, year]) expect(await organiser.ask(READ, { id })).toMatchObject({ stale: true });

  const elsewhere = await aUnit(contest, 'Huyện Đan Phượng', { kind: 'DISTRICT', parentId: null, code: '273' });
  const stranger = await contest.as(await aPerson(contest, { unitId: null, role: 'ORGANISER', roleUnitId: elsewhere }));
  expect(await stranger.ask(PREPARATION, { kind: 'ROLLOUT_MATRIX', id: rollout.id })).toBeNull();
  expect(await stranger.ask(PREPARATION, { kind: 'YEAR_MATRIX', id: past.id })).toBeNull();
  expect((await stranger.ask(LIST)).edges).toEqual([]);
});
