import { globSync } from 'node:fs';
import Zip from 'jszip';
import request from 'supertest';
import { changed, content } from './support/content.js';
import { type District, aDistrict } from './support/factories.js';
import { A_TEXT, LETTER, TEMPLATES, templateAct } from './support/handovers.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aHead } from './support/heads.js';

/** Names that occur nowhere else. */
const RECIPIENT = 'ông Phùng Quốc Trân Lịch';
const NAMED = 'Phùng Gia Ái Nhiên';
const DAY = '2026-03-03';

let contest: RunningContest;
let district: District;
let officer: Client;
let head: Client;

const rows = (query: string): Promise<any[]> => contest.em().getConnection().execute(query);
const write = (more: object = {}, by = officer): Promise<any> =>
  by.ask(templateAct('writeLetterTemplate'), {
    input: { unitId: district.units.anKhanh, kind: 'CONGRATULATION', text: A_TEXT, signerPosition: 'Chủ tịch UBND xã', ...more },
  });
const approve = ({ id, version }: any, by = head): Promise<any> =>
  by.ask(templateAct('approveLetterTemplate'), { input: { letterTemplateId: id, version } });
const make = (letterTemplateId: string, more: object = {}, by = officer): Promise<any> =>
  by.ask(LETTER, { letterTemplateId, recipient: RECIPIENT, named: NAMED, day: DAY, format: 'PDF', ...more });

const filesKept = (): string[] => globSync('**/*', { cwd: contest.config.dataDir }).sort();
const textOf = async (base64: string): Promise<string> => {
  const parts = await Zip.loadAsync(Buffer.from(base64, 'base64'));
  return (await parts.file('word/document.xml')!.async('text')).replace(/<[^>]+>/g, '');
};

/** The tables of which a row holds a text, whatever its column. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await rows(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found = await Promise.all(
    tables.map(async ({ name }) => ({
      name,
      rows: await rows(`select 1 from "${String(name)}" t where t::text like '%${text}%' limit 1`),
    })),
  );
  return found.filter(({ rows: there }) => there.length > 0).map(({ name }) => name);
}

beforeAll(async () => {
  contest = await startContest('2026-03-03T02:00:00Z', { LOG_LEVEL: 'debug' });
  district = await aDistrict(contest);
  officer = await contest.as(district.people.communeOfficer);
  ({ client: head } = await aHead(contest, district.units.anKhanh, 'Nguyễn Thị Ký Thư'));
});
beforeEach(() => rows('truncate letter_template'));
afterAll(() => contest.stop());

test('a template is written by one, approved by the head who signs, and used from then on; the one before goes out of use', async () => {
  const first = await write();
  expect(first).toMatchObject({
    number: 1,
    state: 'PROPOSED',
    usable: false,
    asksWhoIsNamed: true,
    whyNotApprove: { code: 'LETTER_APPROVED_BY_HEAD' },
  });
  expect(await make(first.id)).toBeNull();
  expect(await approve(first, officer)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await approve(first)).toMatchObject({ state: 'APPROVED', approvedByName: 'Nguyễn Thị Ký Thư', approvedOn: DAY });
  const second = await write({ text: 'Chúc mừng {người nhận}.' });
  const third = await write({ text: 'Xin chúc mừng {người nhận}.' });
  expect(await approve(second)).toMatchObject({ code: 'LETTER_TEMPLATE_STATE' });
  await approve(third);
  const told = await officer.ask(TEMPLATES, {});
  expect(told.edges.map(({ node: { number, state, usable } }: any) => [number, state, usable])).toEqual([
    [3, 'APPROVED', true],
    [2, 'RETIRED', false],
    [1, 'RETIRED', false],
  ]);
});

test('nobody approves what they wrote, by whatever way; a text says only what can be filled in', async () => {
  const both = await aHead(contest, district.units.anKhanh, 'Lê Văn Hai Việc');
  await rows(
    `insert into role_grant (id, person_id, role, unit_id, valid_from, state) values (gen_random_uuid(), '${both.id}', 'COMMUNE_OFFICER', '${district.units.anKhanh}', '2020-01-01', 'IN_FORCE')`,
  );
  const own = await write({}, both.client);
  expect(own).toMatchObject({ whyNotApprove: { code: 'LETTER_BY_ITS_AUTHOR' } });
  expect(await approve(own, both.client)).toMatchObject({ code: 'LETTER_BY_ITS_AUTHOR' });
  await expect(
    rows(`update letter_template set state = 'APPROVED', approved_by_id = author_id, approved_on = now()`),
  ).rejects.toMatchObject({
    constraint: 'letter_template_approved_by_another',
  });
  expect(await write({ text: 'Kính chúc gia đình.' })).toMatchObject({ code: 'LETTER_WITHOUT_RECIPIENT', path: 'text' });
  expect(await write({ text: '{người nhận} {số nhà}' })).toMatchObject({ code: 'LETTER_FIELD_UNKNOWN', path: 'text' });
});

test('the names of a letter are in the letter and nowhere else: no table changes, no file is kept, nothing is logged', async () => {
  const template = await write();
  await approve(template);
  const [tables, files] = [await content(contest, ['session']), filesKept()];
  const logs = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write'));
  const pdf = await make(template.id);
  expect(pdf).toMatchObject({ fileName: 'Thư chúc mừng.pdf', contentType: 'application/pdf' });
  expect(Buffer.from(pdf.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  const docx = await make(template.id, { format: 'DOCX' });
  expect(await textOf(docx.content)).toContain(RECIPIENT);
  expect(await textOf(docx.content)).toContain(`Xã An Khánh xin chúc mừng cháu ${NAMED}.`);
  expect(await textOf(docx.content)).not.toContain('Số:');
  await expect(make(template.id, { named: null })).rejects.toThrow('LETTER_NAMED_MISSING');
  const logged = logs.flatMap((log) => log.mock.calls.map(([line]) => String(line))).join('');
  for (const log of logs) log.mockRestore();
  expect(changed(tables, await content(contest, ['session']))).toEqual([]);
  expect(filesKept()).toEqual(files);
  expect(logged).not.toContain('Trân Lịch');
  for (const name of ['Trân Lịch', 'Ái Nhiên']) expect(await tablesWith(name)).toEqual([]);
});

test('what is typed for a letter never stands in an address', async () => {
  const template = await write();
  await approve(template);
  const variables = { letterTemplateId: template.id, recipient: RECIPIENT, named: NAMED, day: DAY, format: 'PDF' };
  const reply = await request(contest.app.getHttpServer())
    .get('/graphql')
    .set({ ...(await contest.headersOf(district.people.communeOfficer)), 'apollo-require-preflight': 'true' })
    .query({ query: LETTER, variables: JSON.stringify(variables) });
  expect(reply.body.errors).toMatchObject([{ extensions: { code: 'LETTER_BY_POST' } }]);
  expect(JSON.stringify(reply.body)).not.toContain('Trân Lịch');
});
