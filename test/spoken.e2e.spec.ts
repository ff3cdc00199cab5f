import request from 'supertest';
import { type District, aDistrict } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterAll(() => contest.stop());

/** The organiser, as a browser that asks for these languages. */
async function asking(languages?: string): Promise<Client> {
  const headers = await contest.headersOf(district.people.organiser);
  return contest.client({ ...headers, ...(languages !== undefined && { 'accept-language': languages }) });
}

const CREATE = `mutation ($input: CreateContestInput!) { createContest(input: $input) { __typename ... on Refusal { code message path } } }`;
const order = (changes: Record<string, unknown>) => ({
  input: {
    hostUnitId: district.units.district,
    year: 2026,
    titleVi: 'Cuộc thi',
    titleEn: 'Contest',
    objectives: 'Mục đích',
    rosterAsOf: '2026-01-01',
    ...changes,
  },
});

test.each<[string, Record<string, unknown>, string, string, string]>([
  ['left empty', { titleVi: ' \u200b ' }, 'titleVi', 'Chưa nhập tên cuộc thi.', 'Fill in the title of the contest.'],
  [
    'too long',
    { titleVi: 'a'.repeat(400) },
    'titleVi',
    'Tên cuộc thi không được dài quá 300 ký tự.',
    'The title of the contest cannot be longer than 300 characters.',
  ],
  ['below the least', { year: 1999 }, 'year', 'Năm không được nhỏ hơn 2000.', 'The year cannot be below 2000.'],
  [
    'no id of anything',
    { hostUnitId: 'x' },
    'hostUnitId',
    'Đơn vị tổ chức không có trong hệ thống. Hãy chọn lại.',
    'The host unit: not known here. Choose again.',
  ],
  [
    'a size beyond the most',
    { maxFileBytes: 999_999_999 },
    'maxFileBytes',
    'Dung lượng tối đa của mỗi tệp không được lớn hơn 200 MB.',
    'The largest size of a file cannot be above 200 MB.',
  ],
])('a field that is %s is named as people call it, in the language of the request', async (...told) => {
  const [, changes, path, vi, en] = told;
  const said = async (languages: string) => (await asking(languages)).ask(CREATE, order(changes));

  expect(await said('vi')).toEqual({ __typename: 'Refusal', code: 'INPUT_INVALID', path, message: vi });
  expect(await said('en')).toEqual({ __typename: 'Refusal', code: 'INPUT_INVALID', path, message: en });
});

test.each([
  [undefined, 'vi'],
  ['en', 'en'],
  ['en-GB, en;q=0.9', 'en'],
  ['en;q=0.1, vi', 'vi'],
  ['fr, en;q=0.5, vi;q=0.4', 'en'],
  ['fr', 'vi'],
  ['*', 'vi'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
])('who asks for %p is answered in %s', async (languages, locale) => {
  const refused = await (await asking(languages)).ask(CREATE, order({ titleVi: '' }));
  const unlike = await (await asking(languages)).send(CREATE, order({ year: 'nhiều' }));
  const beside = request(contest.app.getHttpServer()).get('/nowhere');
  const { body } = await (languages === undefined ? beside : beside.set('accept-language', languages));

  expect([refused.message, unlike.errors?.[0]?.message, body.message]).toEqual(
    locale === 'vi'
      ? ['Chưa nhập tên cuộc thi.', 'Năm phải là số nguyên.', 'Không có gì ở địa chỉ này. Hãy kiểm tra lại liên kết.']
      : ['Fill in the title of the contest.', 'The year must be a whole number.', 'There is nothing at this address. Check the link.'],
  );
});

test('a value that no field takes is told to people, and in the words of GraphQL to programs', async () => {
  const { errors } = await (await asking('en')).send(CREATE, { input: { hostUnitId: district.units.district, year: 2026 } });

  expect(errors?.map(({ message }) => message)).toEqual([
    'Fill in the objectives.',
    'Fill in the day of the roster.',
    'Fill in the English title of the contest.',
    'Fill in the title of the contest.',
  ]);
  expect(errors?.[3]?.extensions).toEqual({
    code: 'BAD_USER_INPUT',
    reason: 'VALUE_INVALID',
    path: 'titleVi',
    messages: { vi: 'Chưa nhập tên cuộc thi.', en: 'Fill in the title of the contest.' },
    technical: expect.stringContaining('Field "titleVi" of required type "String!" was not provided'),
  });
});

test.each(['', 'x', 'a'.repeat(500)])('a link that was not copied whole (%p) is an invalid link, in words', async (token) => {
  const { data } = await contest
    .client()
    .send(`mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename ... on Refusal { code message path } } }`, {
      input: { token, password: 'mot-mat-khau-du-dai' },
    });

  expect(data?.resetPassword).toEqual({
    __typename: 'Refusal',
    code: 'LINK_INVALID',
    path: 'token',
    message: 'Liên kết không dùng được: đã được dùng, đã hết hạn hoặc bị thiếu ký tự khi sao chép. Hãy yêu cầu gửi liên kết mới.',
  });
});
