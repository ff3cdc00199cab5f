import { SeatService } from '#lib/contest';
import { PersonService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { type Judging, aJudging } from './support/judging.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { DRAFT_PAPER, PAPER, SAVE_TEMPLATE, aTemplate, wordsOfPaper } from './support/papers.js';

const READ = `query ($id: ID!) { paper(id: $id) { ${PAPER} } }`;
const PREPARATION = `query ($kind: PaperKind!, $id: ID!) { paperPreparation(kind: $kind, aboutId: $id) { subject lacking hasTemplate } }`;
const LEADER = { signers: [{ on: null, position: 'Chủ tịch', name: 'Đỗ Đức Trung' }], recipients: ['Như Điều 3', 'Lưu: VT, NV'] };

let contest: RunningContest;
let district: District;

beforeEach(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterEach(() => contest.stop());

/** Says how the papers of a kind look, and drafts one. */
async function drafted({ organiser }: Pick<Judging, 'organiser'>, kind: string, aboutId: string, changes = {}): Promise<any> {
  await organiser.ask(SAVE_TEMPLATE, { input: aTemplate(district.units.district, kind, { symbol: 'QĐ-UBND', ...LEADER, ...changes }) });
  return organiser.ask(DRAFT_PAPER, { input: { kind, aboutId } });
}

test('a jury is set up by a decision once it has a chair: its members with their positions, in no other order than the seats', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 1 });
  const { contestId, organiser } = judging;
  const asked = { kind: 'JURY_DECISION', id: contestId };
  expect(await organiser.ask(PREPARATION, asked)).toMatchObject({ lacking: ['NO_CHAIR'], hasTemplate: false });
  expect(await drafted(judging, 'JURY_DECISION', contestId)).toMatchObject({ code: 'PAPER_NO_CHAIR' });

  const chairId = await aPerson(contest, { fullName: 'Phạm Thị Ánh', unitId: district.units.culture, role: 'JUDGE' });
  const position = { personId: chairId, unitId: district.units.culture, titleVi: 'Phó Trưởng phòng', titleEn: 'Deputy head', heads: false };
  await contest.get(PersonService).addPosition(SYSTEM, { ...position, from: '2020-01-01' });
  await contest.get(SeatService).seat(SYSTEM, { contestId, personId: chairId, kind: 'JUDGE', chair: true });
  const paper = await organiser.ask(DRAFT_PAPER, { input: { kind: 'JURY_DECISION', aboutId: contestId } });

  expect(paper).toMatchObject({ kind: 'JURY_DECISION', state: 'DRAFT', stale: false, gaps: [] });
  const text = await wordsOfPaper(contest, organiser, paper.id as string);
  expect(text).toMatch(
    /CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN HOÀI ĐỨC Căn cứ Luật Tổ chức chính quyền địa phương; Căn cứ Kế hoạch số 118\/KH-UBND ngày 20 tháng 02 năm 2026 về tổ chức Cuộc thi; Căn cứ Thể lệ số 01\/TL-BTC ngày 25 tháng 02 năm 2026 của Cuộc thi\. QUYẾT ĐỊNH: Điều 1\. Thành lập Ban Giám khảo “[^”]+” gồm 02 ông, bà có tên trong danh sách/,
  );
  expect(text).toMatch(
    /DANH SÁCH BAN GIÁM KHẢO .* 1 Phạm Thị Ánh Phó Trưởng phòng, Phòng Văn hóa và Thông tin Trưởng ban \d\d\/\d\d\/2026 2 /,
  );

  await contest.em().getConnection().execute(`update person set full_name = 'Phạm Thị Ánh Dương' where id = ?`, [chairId]);
  expect(await organiser.ask(READ, { id: paper.id })).toMatchObject({ stale: true });
});

test('who is in conflict with the contest is told nothing of what its papers would say, whatever their kind', async () => {
  const { contestId, initiatives } = await aJudging(contest, district, { initiatives: 1, judges: 1 });
  const personId = await aPerson(contest, { unitId: null, role: 'ORGANISER', roleUnitId: district.units.district });
  const other = await contest.as(personId);
  const told = () => Promise.all(CONTEST_KINDS.map((kind) => other.ask(PREPARATION, { kind, id: contestId })));
  expect((await told()).map((one) => one !== null)).toEqual(CONTEST_KINDS.map(() => true));

  const author = 'update initiative_author set person_id = ? where initiative_id = ?';
  await contest.em().getConnection().execute(author, [personId, initiatives[0]]);
  expect(await told()).toEqual(CONTEST_KINDS.map(() => null));
});

const CONTEST_KINDS = ['JURY_DECISION', 'SCREENING_MINUTES', 'RESULT_SUBMISSION', 'RESULT_DECISION'];
