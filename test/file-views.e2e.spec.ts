import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { AuditEntry, FileAccess, ObjectStore, StoredFile, Worker } from '#lib/platform';
import { type District, aDistrict } from './support/factories.js';
import { aDocxSaying, aPdfSaying, aPhotoBy, anMp4, anXlsx, namesIn } from './support/files.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { storeSettings } from './support/rgw.js';
import { CONFIRM_UPLOAD, baseOf, sendFile } from './support/uploads.js';

const FILE = `query ($ownerId: ID!) { files(ownerType: adoption, ownerId: $ownerId) { edges { node { fileName sha256 canView hasText thumbnailUrl } } } }`;
const VIEW = `query ($id: ID!) { fileView(id: $id) { url expiresAt } }`;
const TEXT = `query ($id: ID!) { fileText(id: $id) { fileId text truncated } }`;
const DOWNLOAD = `query ($id: ID!) { fileDownload(id: $id) { url } }`;
const s3 = storeSettings();
const legs: [string, Record<string, string>][] = [['disk', {}], ...(s3 ? [['S3', s3] as [string, Record<string, string>]] : [])];

describe.each(legs)('files that are looked at, kept on %s', (_, settings) => {
  let contest: RunningContest;
  let district: District;
  let owner: Client;
  let stranger: Client;
  let nameless: Client;
  let thing: string;

  beforeAll(async () => {
    // The S3 server goes by its own clock.
    contest = await startContest(new Date().toISOString(), settings);
    district = await aDistrict(contest);
    owner = await contest.as(district.people.submitter);
    stranger = await contest.as(district.people.organiser);
    nameless = await contest.as(district.people.judge);
    contest.get(FileAccess).register({
      type: 'adoption',
      called: 'A thing.',
      context: 'test',
      limitsFor: () => Promise.resolve({ maxFiles: 10, maxBytes: 100_000_000 }),
      mayRead: ({ id }) => Promise.resolve([district.people.submitter, district.people.judge].includes(id)),
      nameless: ({ id }) => Promise.resolve(id === district.people.judge),
    });
  });
  beforeEach(() => {
    thing = randomUUID();
  });
  afterAll(() => contest.stop());

  async function kept(fileName: string, content: Buffer): Promise<string> {
    const id = await sendFile(contest, owner, { ownerType: 'adoption', ownerId: thing, fileName, contentType: '' }, content);
    expect(await owner.ask(CONFIRM_UPLOAD, { input: { fileId: id } })).toMatchObject({ __typename: 'StoredFile' });
    return id;
  }
  const read = () => contest.get(Worker).tick();
  const get = (url: string, headers: Record<string, string> = {}) => fetch(new URL(url, baseOf(contest)), { headers });
  const viewed = async (id: string, client = owner) => get((await client.ask(VIEW, { id })).url as string);
  const refused = async (client: Client, document: string, id: string) =>
    (await client.send(document, { id })).errors?.map(({ extensions }) => extensions.code as string);
  const shown = async (client = owner) => (await client.ask(FILE, { ownerId: thing })).edges.map(({ node }: any) => node);

  test('a film is answered in ranges of bytes, downloaded or looked at, and what lies beyond its end is told', async () => {
    const content = Buffer.concat([anMp4(), Buffer.alloc(5000, 7)]);
    const id = await kept('Phim.mp4', content);
    const view = (await owner.ask(VIEW, { id })).url as string;
    const download = (await owner.ask(DOWNLOAD, { id })).url as string;

    for (const url of [view, download]) {
      const part = await get(url, { range: 'bytes=4-11' });
      expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
        206,
        `bytes 4-11/${String(content.length)}`,
        '8',
      ]);
      expect(Buffer.from(await part.arrayBuffer())).toEqual(content.subarray(4, 12));
      expect((await get(url, { range: 'bytes=99999-' })).status).toBe(416);
    }
    const whole = await get(view);
    expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes']);
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(content);
  });

  test('what is safe to show is shown from here in a sandbox, all else is refused; each view is logged, and its address opens nothing else', async () => {
    const id = await kept('Thuyết minh.pdf', aPdfSaying('Một dòng'));
    const sheet = await kept('Số liệu.xlsx', anXlsx());
    const answer = await viewed(id);

    expect([answer.status, ...['content-type', 'x-content-type-options', 'cache-control'].map((name) => answer.headers.get(name))]).toEqual(
      [...[200, 'application/pdf', 'nosniff', 'private, no-store']],
    );
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    );
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="Thuyet minh\.pdf"/);
    expect(await contest.em().count(AuditEntry, { operation: 'fileView', subjectId: id })).toBe(1);
    expect(await refused(owner, VIEW, sheet)).toEqual(['FILE_NOT_VIEWABLE']);
    for (const document of [VIEW, TEXT, DOWNLOAD]) expect(await refused(stranger, document, id)).toEqual(['NOT_FOUND']);
    const { url } = await owner.ask(VIEW, { id });
    expect((await get(String(url).replace('/files/v/', '/files/d/'))).status).not.toBe(200);
    expect((await get(`${String(url)}0`)).status).toBe(403);
    contest.clock.advance(31 * 60_000);
    expect((await get(url as string)).status).toBe(403);
  });

  test('the text of a PDF and of a DOCX, and a picture in small, are there once they were read, and never what was not kept', async () => {
    const pdf = await kept('Thuyết minh.pdf', aPdfSaying('Giam thoi gian'));
    const word = await kept('Phiếu.docx', await aDocxSaying('Rút ngắn thời gian', 'Hẹn giờ'));
    await kept('Ảnh.jpg', await aPhotoBy('Trần Thị Mai', 1200, 600));
    await kept('Số liệu.xlsx', anXlsx());
    expect((await shown()).map(({ hasText, thumbnailUrl }: any) => [hasText, thumbnailUrl])).toEqual(Array(4).fill([false, null]));
    expect(await owner.ask(TEXT, { id: pdf })).toBeNull();
    await read();

    const files = await shown();
    expect(files.map(({ canView, hasText }: any) => [canView, hasText])).toEqual([
      [true, true],
      [false, true],
      [true, false],
      [false, false],
    ]);
    expect(await owner.ask(TEXT, { id: pdf })).toEqual({ fileId: pdf, text: 'Giam thoi gian', truncated: false });
    expect((await owner.ask(TEXT, { id: word })).text).toContain('Rút ngắn thời gian\n\nHẹn giờ');
    const small = await get(files[2].thumbnailUrl as string);
    const { width, height, format } = await sharp(Buffer.from(await small.arrayBuffer())).metadata();
    expect([small.status, small.headers.get('content-type'), format, width, height]).toEqual([200, 'image/webp', 'webp', 480, 240]);
    expect((await get(String(files[2].thumbnailUrl).replace(/\/t\/[^?]+/, `/t/${pdf}`))).status).toBe(403);
    expect(files.filter(({ thumbnailUrl }: any) => thumbnailUrl !== null)).toHaveLength(1);
  });

  test('a file that cannot be read keeps none of the others waiting', async () => {
    const broken = await kept('Hỏng.pdf', Buffer.from('%PDF-1.7\nkhông có gì'));
    const whole = await kept('Lành.pdf', aPdfSaying('Con doc duoc'));
    await read();

    expect(await owner.ask(TEXT, { id: broken })).toBeNull();
    expect(await owner.ask(TEXT, { id: whole })).toMatchObject({ text: 'Con doc duoc' });
  });

  test('who is not to learn whose files are gets them by number, and contents without the names of who made them', async () => {
    const named = { author: 'Tran Thi Mai', company: 'Phòng Tài chính' };
    const ids = [
      await kept('Trần Thị Mai - thuyết minh.pdf', aPdfSaying('Noi dung', named)),
      await kept('Trần Thị Mai.docx', await aDocxSaying('Nội dung', 'Hẹn giờ', named)),
      await kept('Ảnh của Mai.jpg', await aPhotoBy(named.author, 300, 200)),
    ];
    const files = await shown(nameless);
    expect(files.map(({ fileName, sha256 }: any) => [fileName, sha256])).toEqual([
      ['Tệp 1.pdf', null],
      ['Tệp 2.docx', null],
      ['Tệp 3.jpg', null],
    ]);
    for (const [at, id] of ids.entries()) {
      const own = await get((await owner.ask(DOWNLOAD, { id })).url as string);
      expect(await namesIn(Buffer.from(await own.arrayBuffer()), named)).not.toEqual([]);
      const theirs = await get((await nameless.ask(DOWNLOAD, { id })).url as string);
      expect(theirs.headers.get('content-disposition')).toContain(`filename*=UTF-8''T%E1%BB%87p%20${String(at + 1)}.`);
      const content = Buffer.from(await theirs.arrayBuffer());
      expect(await namesIn(content, named)).toEqual([]);
      expect(content.length).toBeGreaterThan(100);
    }
    const seen = await viewed(ids[0]!, nameless);
    expect([seen.status, await namesIn(Buffer.from(await seen.arrayBuffer()), named)]).toEqual([200, []]);
    const { sha256 } = (await contest.em().findOneOrFail(StoredFile, { id: ids[0]! })) as { sha256: string };
    expect((await nameless.ask(VIEW, { id: ids[0] })).url).not.toContain(sha256);
  });

  test('a copy without names that was swept is made again', async () => {
    const id = await kept('Mai.pdf', aPdfSaying('Noi dung', { author: 'Mai', company: 'A' }));
    const url = (await nameless.ask(VIEW, { id })).url as string;
    await contest.get(ObjectStore).remove(/\/v\/(files\/\w+)/.exec(url)![1]!);

    expect((await viewed(id, nameless)).status).toBe(200);
  });
});
