import { KIND_FACTS, PAPER_KINDS } from '#domain/paperwork';
import { SeatService } from '#lib/contest';
import { PersonService } from '#lib/identity';
import { SYSTEM } from '#lib/kernel';
import { PROPOSE_AWARDS, SUBMIT_AWARDS, aDeliberated } from './support/awards.js';
import { toPhase } from './support/contests.js';
import { type Judging, aJudging } from './support/judging.js';
import { type District, aDistrict, aPerson, aUnit } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { CAST_VOTE, aResult } from './support/results.js';
import { ADOPT, aPastContest, adoptInput, anEligibleInitiative } from './support/rollouts.js';
import { DRAFT_PAPER, PAPER, SAVE_TEMPLATE, aTemplate, wordsOfPaper } from './support/papers.js';

const READ = `query ($id: ID!) { paper(id: $id) { ${PAPER} } }`;
const PREPARATION = `query ($kind: PaperKind!, $id: ID!) { paperPreparation(kind: $kind, aboutId: $id) { subject lacking hasTemplate } }`;
const MINUTES = { symbol: 'BB-BGK', signers: [...['Thư ký', 'Chủ trì'].map((position) => ({ on: null, position, name: 'Lê Thị Minh' }))] };
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

test('a roll-out is decided for the units that are expected, and its decision is out of date once another unit is', async () => {
  const initiativeId = await anEligibleInitiative(contest, district, await aPastContest(contest, district));
  const organiser = await contest.as(district.people.organiser);
  const basisOf = (unitId: string, basis: string, reason: string | null = null) => ({ unitId, basis, reason });
  const { anKhanh, laPhu, sonDong } = district.units;
  const communes = [basisOf(anKhanh, 'REQUIRED'), basisOf(laPhu, 'EXEMPT', 'Đã có phần mềm riêng.'), basisOf(sonDong, 'VOLUNTARY')];
  const rollout = await organiser.ask(ADOPT, { input: adoptInput(district, initiativeId, { communes }) });
  const told = await organiser.ask(PREPARATION, { kind: 'ADOPTION_DECISION', id: rollout.id });
  expect(told).toEqual({ subject: 'Về việc áp dụng, nhân rộng sáng kiến “Nhân rộng mã QR”', lacking: [], hasTemplate: false });
  const paper = await drafted({ organiser }, 'ADOPTION_DECISION', rollout.id as string);

  expect(paper).toMatchObject({
    kind: 'ADOPTION_DECISION',
    state: 'DRAFT',
    stale: false,
    gaps: [],
    contestId: null,
    rolloutId: rollout.id,
  });
  expect(await wordsOfPaper(contest, organiser, paper.id as string)).toMatch(
    /Căn cứ Quyết định số 18\/2020\/QĐ-UBND\. QUYẾT ĐỊNH: Điều 1\. Áp dụng, nhân rộng sáng kiến “[^”]+” \(mã [^)]+\) của Phòng Tài chính - Kế hoạch tại 02 đơn vị .* Thời gian: từ ngày 02\/01\/2024, hoàn thành chậm nhất ngày 30\/06\/2024\. Điều 2\. Giao Phòng Nội vụ là đơn vị đầu mối.* I\. ĐƠN VỊ ÁP DỤNG STT Đơn vị Hình thức 1 Xã An Khánh Bắt buộc 2 Xã Sơn Đồng Tự nguyện II\. ĐƠN VỊ ĐƯỢC MIỄN STT Đơn vị Lý do 1 Xã La Phù Đã có phần mềm riêng\./,
  );
  await contest.em().getConnection().execute(`update adoption set basis = 'REQUIRED' where basis = 'EXEMPT'`);
  expect(await organiser.ask(READ, { id: paper.id })).toMatchObject({ stale: true });
});

test('of a roll-out of which every unit is exempt nothing is decided, and those of another district are not there', async () => {
  const initiativeId = await anEligibleInitiative(contest, district, await aPastContest(contest, district));
  const organiser = await contest.as(district.people.organiser);
  const communes = [{ unitId: district.units.laPhu, basis: 'EXEMPT', reason: 'Đã có phần mềm riêng.' }];
  const rollout = await organiser.ask(ADOPT, { input: adoptInput(district, initiativeId, { communes }) });
  expect(await drafted({ organiser }, 'ADOPTION_DECISION', rollout.id as string)).toMatchObject({ code: 'PAPER_NO_UNITS' });

  const elsewhere = await aUnit(contest, 'Huyện Đan Phượng', { kind: 'DISTRICT', parentId: null, code: '273' });
  const stranger = await contest.as(await aPerson(contest, { unitId: null, role: 'ORGANISER', roleUnitId: elsewhere }));
  expect(await stranger.ask(PREPARATION, { kind: 'ADOPTION_DECISION', id: rollout.id })).toBeNull();
});

test('minutes of the deliberation are drafted once every round is closed, with those whom the chair parted; nothing of a mark is told before', async () => {
  const judged = await aResult(contest, district, { marks: ['20', '25', '20'] });
  const { contestId, initiatives, chair, organiser, rounds } = judged;
  await toPhase(contest, contestId, 'DELIBERATION');
  const closed = `update round set state = ?, closed_at = case when ? then now() end where id = ?`;
  await contest.em().getConnection().execute(closed, ['OPEN', false, rounds[0]]);
  expect(await organiser.ask(PREPARATION, { kind: 'DELIBERATION_MINUTES', id: contestId })).toMatchObject({
    lacking: ['RESULT_NOT_FINAL'],
  });
  expect(await drafted(judged, 'DELIBERATION_MINUTES', contestId, MINUTES)).toMatchObject({ code: 'PAPER_RESULT_NOT_FINAL' });
  await contest.em().getConnection().execute(closed, ['CLOSED', true, rounds[0]]);

  const paper = await organiser.ask(DRAFT_PAPER, { input: { kind: 'DELIBERATION_MINUTES', aboutId: contestId } });
  expect(paper).toMatchObject({ kind: 'DELIBERATION_MINUTES', state: 'DRAFT', stale: false, gaps: [] });
  const text = await wordsOfPaper(contest, organiser, paper.id as string);
  expect(text).toMatch(
    /Ban Giám khảo có 02 người.* STT Họ và tên Chức vụ, đơn vị công tác Nhiệm vụ Số phiếu đã ký Có mặt 1 .* Trưởng ban 3 2 .* Giám khảo 3 4\. Không có giám khảo nào được miễn chấm\./,
  );
  expect(text).toMatch(/- Hạng 2 còn 02 sáng kiến bằng nhau: “[^”]+”; “[^”]+”\. IV\. BIỂU QUYẾT THÔNG QUA Số thành viên có mặt: ……\/02\./);
  expect(text).toMatch(/BẢNG KẾT QUẢ Hạng .* 1 \S+ .* 75,00 Qua các vòng 2 .* 70,00 Qua các vòng 2 .* 70,00 Qua các vòng/);

  const order = [initiatives[2], initiatives[0]];
  expect(await chair.ask(CAST_VOTE, { input: { contestId, initiativeIds: order, reason: 'Dễ nhân rộng hơn.' } })).toMatchObject({
    resultNumber: 1,
  });
  expect(await organiser.ask(READ, { id: paper.id })).toMatchObject({ stale: true });
  const anew = await organiser.ask(DRAFT_PAPER, { input: { kind: 'DELIBERATION_MINUTES', aboutId: contestId } });
  const said = await wordsOfPaper(contest, organiser, anew.id as string);
  expect(said).toMatch(/Trưởng ban Giám khảo .* quyết định thứ tự: “[^”]+”; “[^”]+”\. Lý do: Dễ nhân rộng hơn\. IV\./);
  expect(said).not.toContain('bằng nhau:');
});

test('a contest is reported on once its list of prizes was submitted: what came in, was judged and given, and its money in words', async () => {
  const judging = await aDeliberated(contest, district, { novelty: ['25', '20'] });
  const { contestId, organiser } = judging;
  const decision = await organiser.ask(PROPOSE_AWARDS, { input: { contestId } });
  const report = { symbol: 'BC-NV', signers: [{ on: null, position: 'Trưởng phòng', name: 'Lê Thị Minh' }] };
  expect(await drafted(judging, 'CONTEST_REPORT', contestId, report)).toMatchObject({ code: 'PAPER_NO_PRIZE_LIST' });

  await organiser.ask(SUBMIT_AWARDS, { input: { decisionId: decision.id, version: decision.version } });
  const paper = await organiser.ask(DRAFT_PAPER, { input: { kind: 'CONTEST_REPORT', aboutId: contestId } });
  expect(paper).toMatchObject({ kind: 'CONTEST_REPORT', state: 'DRAFT', stale: false, gaps: [] });
  const text = await wordsOfPaper(contest, organiser, paper.id as string);
  expect(text).toMatch(
    /Đã tiếp nhận 02 hồ sơ: 02 hồ sơ đủ điều kiện, 00 hồ sơ không đủ điều kiện\. Theo lĩnh vực: STT Lĩnh vực Số hồ sơ Đủ điều kiện Đạt giải 1 Cải cách thủ tục hành chính 2 2 2/,
  );
  expect(text).toMatch(
    /01 đơn vị có hồ sơ dự thi, theo danh sách kèm theo\. 05 đơn vị của cuộc thi không có hồ sơ, trong đó 00 đơn vị đã nêu lý do\./,
  );
  expect(text).toMatch(/STT Vòng Sáng kiến được chấm Giám khảo Phiếu đã ký Đạt yêu cầu 1 Vòng dossier 2 2 4 2/);
  expect(text).toContain('chưa có quyết định, gồm 02 giải, tổng số tiền thưởng 5.000.000 đồng (Bằng chữ: Năm triệu đồng chẵn).');
  expect(text).toMatch(/1 Giải Nhất 1 1 3\.000\.000 đồng 2 Giải Nhì 2 1 2\.000\.000 đồng 3 Giải Ba 3 0 0 đồng/);
  expect(text).toMatch(/ĐƠN VỊ THAM GIA CUỘC THI .* 1 Phòng Tài chính - Kế hoạch 2 2 2/);
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

const CONTEST_KINDS = PAPER_KINDS.filter((kind) => KIND_FACTS[kind].about === 'CONTEST');
