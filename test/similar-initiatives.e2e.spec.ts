import { sql } from 'kysely';
import { type RunningYear, aContest } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted } from './support/initiatives.js';

const SIMILAR = `query ($id: ID!) { similarInitiatives(initiativeId: $id, first: 50) { edges { node { id title } } } }`;

/** Two that are the same, told in another way. */
const ALIKE = [
  ['without tone marks', 'Số hóa sổ hộ tịch từ năm 1976 đến nay', 'SO HOA SO HO TICH TU NAM 1976 DEN NAY'],
  ['with the tone mark in another place', 'Tổ hòa giải trực tuyến ở khu dân cư', 'Tổ hoà giải trực tuyến ở khu dân cư'],
  ['with i for y', 'Quản lý đơn thư khiếu nại bằng mã vạch', 'Quản lí đơn thư khiếu nại bằng mã vạch'],
  ['with one word changed', 'Nhắc hạn nộp thuế đất phi nông nghiệp qua Zalo', 'Nhắc hạn nộp thuế đất phi nông nghiệp qua Facebook'],
  ['with one word mistyped', 'Bản đồ số các điểm tiêm chủng của huyện', 'Bản đồ số các điểm tiêm chũngg của huyện'],
  ['in another order', 'Mã QR tra cứu quy hoạch sử dụng đất', 'Tra cứu quy hoạch sử dụng đất bằng mã QR'],
  ['with more around it', 'Trợ lý ảo giải đáp bảo hiểm xã hội', 'Ứng dụng trợ lý ảo để giải đáp bảo hiểm xã hội cho người lao động'],
  [
    'in other words',
    'Rút ngắn thời gian cấp phép xây dựng nhà ở riêng lẻ',
    'Cấp phép xây dựng nhà ở riêng lẻ nhanh hơn nhờ bỏ bớt một bước',
  ],
  [
    'in half of its words',
    'Họp trực tuyến giữa huyện và các thôn để giảm giấy mời',
    'Thay giấy mời bằng tin nhắn khi họp trực tuyến với thôn',
  ],
] as const;

/** Two of one office that are not the same. */
const APART = [
  ['Trồng cây xanh ven kênh Đan Hoài', 'Phân loại rác tại nguồn ở chung cư'],
  ['Chữ ký số cho văn bản đi của huyện', 'Tuyển sinh mầm non không xếp hàng'],
  ['Đo huyết áp lưu động cho người cao tuổi', 'Camera giám sát đê điều mùa mưa bão'],
] as const;

const NOISE = 4_000;

let contest: RunningContest;
let organiser: Client;
let submitter: Client;
let draftId: string;
const ids = new Map<string, string>();

beforeAll(async () => {
  contest = await startContest();
  const district = await aDistrict(contest);
  const year = await aContest(contest, district, { headConfirms: false });
  organiser = await contest.as(district.people.organiser);
  for (const [, ...pair] of ALIKE) for (const title of pair) await put(district, year, title);
  for (const pair of APART) for (const title of pair) await put(district, year, title);
  submitter = await contest.as(district.people.submitter);
  draftId = (await aDraft(contest, district, year, { title: APART[0][0] })).id;
  await noise();
}, 180_000);
afterAll(() => contest.stop());

/** Each with texts of its own, so that titles alone are alike. */
async function put(district: District, year: RunningYear, title: string): Promise<void> {
  const of = (n: number) => `${['Nơi', 'Việc', 'Người', 'Lúc'][n] ?? ''} ${String(ids.size * 4 + n)}`;
  const { id } = await aSubmitted(contest, district, year, { title, problem: of(0), solution: of(1), novelty: of(2), effect: of(3) });
  ids.set(title, id);
}

/** What else a district has: titles of the same trade, of which each shares some words with many. */
async function noise(): Promise<void> {
  const words = `array['đơn giản hóa', 'công khai', 'liên thông', 'số hóa', 'nhắc hạn', 'tra cứu', 'quản lý', 'cấp phép', 'giải đáp', 'rút ngắn thời gian', 'đánh giá', 'theo dõi']`;
  const things = `array['hồ sơ đất đai', 'văn bản của huyện', 'thủ tục hành chính', 'đơn thư của dân', 'giấy phép', 'nhà ở xã hội', 'đất nông nghiệp', 'báo cáo của xã', 'người có công', 'trường học', 'hộ nghèo', 'khu dân cư']`;
  const means = `array['bằng mã QR', 'qua Zalo', 'trực tuyến', 'trên bản đồ số', 'bằng tin nhắn', 'tại nhà', 'một cửa', 'không giấy', 'theo tuần', 'có hẹn giờ', 'ở thôn', 'cho người cao tuổi']`;
  const pick = (list: string, n: number) => `(${list})[1 + (hashint4(k * 7 + ${String(n)}) & 1023) % 12]`;
  const title = `concat_ws(' ', ${pick(words, 1)}, ${pick(things, 2)}, ${pick(means, 3)}, ${pick(means, 4)}, k % 300)`;
  const db = contest.em().getKysely<unknown>();
  await sql`insert into initiative select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'code', '2026-' || 10000 + k,
      'receipt_number', 10000 + k, 'title', ${sql.raw(title)}))).*
    from initiative i cross join generate_series(1, ${NOISE}) k where i.id = ${[...ids.values()][0]}`.execute(db);
  await sql`insert into initiative_search (initiative_id, title, title_marks, words)
    select id, fold_text(title), fold_marks(title), setweight(to_tsvector('simple', fold_text(title)), 'A') from initiative i
    where not exists (select 1 from initiative_search s where s.initiative_id = i.id)`.execute(db);
  await sql`analyze initiative_search`.execute(db);
}

const similarTo = async (title: string): Promise<string[]> => {
  const page = await organiser.ask(SIMILAR, { id: ids.get(title) });
  return page.edges.map(({ node }: { node: { title: string } }) => node.title);
};

test.each(ALIKE)('an initiative told %s is among the first that are found, from either side', async (_, one, other) => {
  expect((await similarTo(one)).slice(0, 5)).toContain(other);
  expect((await similarTo(other)).slice(0, 5)).toContain(one);
});

test.each(APART)('what has nothing in common is not found: %s, %s', async (one, other) => {
  expect(await similarTo(one)).not.toContain(other);
  expect(await similarTo(other)).not.toContain(one);
});

test('a draft that says what one other has said is told of it, though its words stand nowhere else', async () => {
  const { edges } = await submitter.ask(SIMILAR, { id: draftId });
  expect(edges[0]?.node.title).toBe(APART[0][0]);
});
