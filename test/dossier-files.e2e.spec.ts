import { AuditEntry } from '#lib/platform';
import { type RunningYear, aContest } from './support/contests.js';
import { countQueries } from './support/count-queries.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { aPdf, aPng, anXlsx } from './support/files.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { aDraft, refusal, tell } from './support/initiatives.js';
import { CONFIRM_UPLOAD, sendFile } from './support/uploads.js';

const FILES = 'files { id fileName caption kind ordinal contentType size canView }';
const DOSSIER = `query ($id: ID!) { initiative(id: $id) { version confirmedAt versions { id } ${FILES} } }`;
const VERSION = `query ($id: ID!) { initiativeVersion(id: $id) { ${FILES.replace('canView', 'canView kept')} } }`;

let contest: RunningContest;
let district: District;
let year: RunningYear;
let submitter: Client;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  year = await aContest(contest, district, { headConfirms: true });
  submitter = await contest.as(district.people.submitter);
});
afterAll(() => contest.stop());

const dossier = (id: string, client = submitter): Promise<any> => client.ask(DOSSIER, { id });

async function attach(ownerId: string, fileName: string, content: Buffer): Promise<string> {
  const fileId = await sendFile(contest, submitter, { ownerType: 'initiative', ownerId, fileName, contentType: '' }, content);
  await submitter.ask(CONFIRM_UPLOAD, { input: { fileId } });
  return fileId;
}

/** A draft with a sheet, a picture and a PDF, in the order in which they came. */
async function withFiles(): Promise<{ id: string; sheet: string; picture: string; pdf: string }> {
  const { id } = await aDraft(contest, district, year);
  const sheet = await attach(id, 'Số liệu.xlsx', anXlsx());
  const picture = await attach(id, 'Ảnh.png', aPng());
  return { id, sheet, picture, pdf: await attach(id, 'Thuyết minh.pdf', aPdf(id)) };
}

const arrange = async (id: string, files: object[], version?: number): Promise<any> =>
  tell(submitter, 'arrangeFiles', { initiativeId: id, version: version ?? (await dossier(id)).version, files });

const row = (id: string, fileName: string, contentType: string, said: object = {}) => ({
  ...{ id, fileName, contentType, size: expect.any(Number), kind: 'OTHER', caption: null, canView: contentType !== SHEET },
  ...said,
});
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('files stand as they came until their authors place them; then the dossier and the version have them as they were placed', async () => {
  const { id, sheet, picture, pdf } = await withFiles();
  const came = [row(sheet, 'Số liệu.xlsx', SHEET), row(picture, 'Ảnh.png', 'image/png'), row(pdf, 'Thuyết minh.pdf', 'application/pdf')];
  expect((await dossier(id)).files).toEqual(came.map((file, at) => ({ ...file, ordinal: at + 1 })));

  const order = [
    { fileId: pdf, kind: 'DESCRIPTION', caption: ' Bản có chữ ký ' },
    { fileId: sheet, kind: 'EVIDENCE' },
    { fileId: picture, kind: 'OTHER', caption: null },
  ];
  expect(await arrange(id, order)).toMatchObject({ __typename: 'Initiative', state: 'DRAFT' });
  const placed = [
    row(pdf, 'Thuyết minh.pdf', 'application/pdf', { ordinal: 1, kind: 'DESCRIPTION', caption: 'Bản có chữ ký' }),
    row(sheet, 'Số liệu.xlsx', SHEET, { ordinal: 2, kind: 'EVIDENCE' }),
    row(picture, 'Ảnh.png', 'image/png', { ordinal: 3 }),
  ];
  expect((await dossier(id)).files).toEqual(placed);

  const head = await contest.as(district.people.head);
  await tell(head, 'confirmInitiative', { initiativeId: id, version: (await dossier(id)).version });
  expect(await tell(submitter, 'submitInitiative', { initiativeId: id, version: (await dossier(id)).version })).toMatchObject({
    state: 'SUBMITTED',
  });
  const { versions } = await dossier(id);
  expect((await submitter.ask(VERSION, { id: versions[0].id })).files).toEqual(placed.map((file) => ({ ...file, kept: true })));
});

test('a file that comes later stands last, one that is taken off leaves no gap', async () => {
  const { id, sheet, picture, pdf } = await withFiles();
  const places = [pdf, picture, sheet].map((fileId) => ({ fileId, kind: 'EVIDENCE' }));
  await arrange(id, places);
  const late = await attach(id, 'Bổ sung.pdf', aPdf('bổ sung'));
  await submitter.ask('mutation ($input: FileInput!) { removeFile(input: $input) { __typename } }', { input: { fileId: picture } });

  expect((await dossier(id)).files.map((file: any) => [file.id, file.kind, file.ordinal])).toEqual([
    [pdf, 'EVIDENCE', 1],
    [sheet, 'EVIDENCE', 2],
    [late, 'OTHER', 3],
  ]);
});

test('the word of the head falls with another placing and stands where nothing was placed otherwise; each placing is logged', async () => {
  const { id, sheet, picture, pdf } = await withFiles();
  const places = [pdf, picture, sheet].map((fileId) => ({ fileId, kind: 'OTHER' }));
  const head = await contest.as(district.people.head);
  const confirm = async () => tell(head, 'confirmInitiative', { initiativeId: id, version: (await dossier(id)).version });
  const logged = () => contest.em().count(AuditEntry, { operation: 'arrangeFiles', subjectId: id });
  await arrange(id, places);
  await confirm();
  const before = await dossier(id);

  await arrange(id, places);
  expect([await dossier(id), await logged()]).toEqual([before, 1]);
  await arrange(id, [...places].reverse());
  expect([(await dossier(id)).confirmedAt, (await dossier(id)).version, await logged()]).toEqual([null, (before.version as number) + 1, 2]);
});

test('all files are named, each once; another unit and a version that is past are refused, and nothing is written', async () => {
  const { id, sheet, picture, pdf } = await withFiles();
  const place = (fileId: string) => ({ fileId, kind: 'EVIDENCE' });
  const { version, files } = await dossier(id);
  const told = (client: Client, given: object[], at = version) =>
    client.ask(
      'mutation ($input: ArrangeFilesInput!) { arrangeFiles(input: $input) { __typename ... on Refusal { code path problems { code path } } } }',
      { input: { initiativeId: id, version: at, files: given } },
    );

  expect(await told(submitter, [place(pdf), place(pdf)])).toMatchObject({
    problems: [
      { code: 'FILE_NAMED_TWICE', path: 'files.1.fileId' },
      { code: 'FILE_NOT_NAMED', path: 'files' },
      { code: 'FILE_NOT_NAMED', path: 'files' },
    ],
  });
  const foreign = (await withFiles()).pdf;
  expect(await told(submitter, [pdf, picture, sheet, foreign].map(place))).toMatchObject({ code: 'NOT_FOUND', path: 'files.3.fileId' });
  expect(await told(submitter, [pdf, picture, sheet].map(place), version - 1)).toMatchObject({ code: 'STALE' });
  const stranger = await contest.as(await aPerson(contest, { unitId: district.units.culture, role: 'SUBMITTER' }));
  expect(await told(stranger, [pdf, picture, sheet].map(place))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await arrange(id, [{ ...place(pdf), caption: 'x'.repeat(301) }])).toEqual(refusal('INPUT_INVALID', 'files.0.caption'));
  expect(await dossier(id)).toMatchObject({ version, files });
});

test('a dossier with three files is read by as many statements as one with none', async () => {
  const none = await aDraft(contest, district, year);
  const { id } = await withFiles();

  expect(await countQueries(() => dossier(id))).toBe(await countQueries(() => dossier(none.id)));
});
