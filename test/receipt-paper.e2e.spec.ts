import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { AuditEntry } from '#lib/platform';
import { type RunningYear, aContest } from './support/contests.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, aSubmitted, tell, texts } from './support/initiatives.js';
import { baseOf } from './support/uploads.js';

const RECEIPT = 'query ($id: ID!) { initiativeReceipt(id: $id) { url expiresAt } }';

let contest: RunningContest;
let district: District;
let year: RunningYear;
let submitter: Client;
let organiser: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district, { headConfirms: false });
  submitter = await contest.as(district.people.submitter);
  organiser = await contest.as(district.people.organiser);
});
afterAll(() => contest.stop());

/** The receipt as it is saved: its header's name, and what stands in it. */
async function saved(client: Client, id: string): Promise<{ name: string; bytes: Buffer; text: string }> {
  const answer = await fetch(new URL((await client.ask(RECEIPT, { id })).url as string, baseOf(contest)));
  const bytes = Buffer.from(await answer.arrayBuffer());
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  const name = decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '');
  return { name, bytes, text: text.replace(/\s+/g, ' ').normalize('NFC') };
}

test('who sent an initiative, its unit and the office save its receipt, the same for all of them, and each time is logged', async () => {
  const { id, receiptNumber: code } = await aSubmitted(contest, district, year);
  const own = await saved(submitter, id);
  const colleague = await contest.as(await aPerson(contest, { unitId: district.units.finance, role: 'SUBMITTER' }));
  const others = [await saved(colleague, id), await saved(organiser, id)];

  expect(own.name).toBe(`Giấy tiếp nhận ${String(code)}.pdf`);
  for (const part of [
    ...[
      'GIẤY TIẾP NHẬN',
      `Số: ${String(code)}/GTN`,
      'ngày 02 tháng 3 năm 2026',
      texts.title,
      'Phòng Tài chính - Kế hoạch',
      'Nguyễn Thị Hòa',
    ],
    ...['Tiếp nhận lúc: 09 giờ 00 ngày 02/03/2026', 'Số tệp kèm theo: 0'],
  ])
    expect(own.text).toContain(part);
  expect(others.map(({ bytes }) => bytes.equals(own.bytes))).toEqual([true, true]);
  expect(await contest.em().count(AuditEntry, { operation: 'initiativeReceipt', subjectId: id })).toBe(3);
});

test('as DOCX it says the same, read by another library, and each time is logged as well', async () => {
  const { id, receiptNumber: code } = await aSubmitted(contest, district, year);
  const { url } = await submitter.ask('query ($id: ID!) { initiativeReceipt(id: $id, format: DOCX) { url } }', { id });
  const answer = await fetch(new URL(url as string, baseOf(contest)));
  const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) });

  expect(messages).toEqual([]);
  expect(answer.headers.get('content-type')).toContain('wordprocessingml');
  expect(value.replace(/\s+/g, ' ').normalize('NFC')).toMatch(
    new RegExp(
      `Số: ${String(code)}/GTN Hoài Đức, ngày 02 tháng 3 năm 2026 GIẤY TIẾP NHẬN .* Tên sáng kiến: ${texts.title} .* Tiếp nhận lúc: 09 giờ 00 ngày 02/03/2026 Số tệp kèm theo: 0`,
    ),
  );
  expect(await contest.em().count(AuditEntry, { operation: 'initiativeReceipt', subjectId: id })).toBe(1);
});

test('one that came back after a return says when it was completed, and keeps its number and moment', async () => {
  const { id, version, receiptNumber: code } = await aSubmitted(contest, district, year);
  const back = await tell(organiser, 'returnInitiative', { initiativeId: id, version, dueAt: '2026-06-01T10:00:00Z', reason: 'Thiếu.' });
  contest.clock.advance(24 * 60 * 60_000);
  const late = await contest.as(district.people.submitter);
  const changed = await tell(late, 'saveDraft', { initiativeId: id, version: back.version, title: 'Nhắc hạn giấy phép, bản bổ sung' });
  await tell(late, 'submitInitiative', { initiativeId: id, version: changed.version });
  const { text } = await saved(late, id);

  expect(text).toContain(`Số: ${String(code)}/GTN`);
  expect(text).toMatch(
    /Nhắc hạn giấy phép, bản bổ sung.*Tiếp nhận lúc: 09 giờ 00 ngày 02\/03\/2026 Bổ sung lần cuối lúc: 09 giờ 00 ngày 03\/03\/2026/,
  );
});

test('a draft has no receipt, and neither another unit nor a judge is given one', async () => {
  const draft = await aDraft(contest, district, year);
  const { id } = await aSubmitted(contest, district, year);
  const owner = await contest.as(district.people.submitter);
  const stranger = await contest.as(await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' }));
  const judge = await contest.as(district.people.judge);

  expect(await owner.ask(RECEIPT, { id: draft.id })).toBeNull();
  expect(await stranger.ask(RECEIPT, { id })).toBeNull();
  expect((await judge.send(RECEIPT, { id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
