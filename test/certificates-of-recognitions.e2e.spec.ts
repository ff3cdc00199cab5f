import { extractText, getDocumentProxy } from 'unpdf';
import { ISSUE, PRINT, PUBLIC_CERTIFICATE, REPLACE, WITHHOLD, aCertificateTemplate, certificatesOf } from './support/certificates.js';
import { changed, content } from './support/content.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { SAVE_TEMPLATE, aTemplate } from './support/papers.js';
import { aCouncil, aDecision, aFreeInitiative, act, twoYears } from './support/recognitions.js';
import { baseOf } from './support/uploads.js';

const TODAY = '2026-03-02';
const BENEFIT = 'Rút ngắn ba ngày mỗi hồ sơ.';

let contest: RunningContest;
let district: District;
let organiser: Client;
let initiativeId: string;
let contestId: string;
let templateId: string;

beforeEach(async () => {
  contest = await startContest(`${TODAY}T02:00:00Z`, { PUBLIC_URL: 'https://sangkien.example.vn' });
  district = await aDistrict(contest);
  organiser = await contest.as(district.people.organiser);
  await twoYears(contest);
  initiativeId = await aFreeInitiative(contest, district);
  [{ id: contestId }] = (await rows('select contest_id as id from initiative where id = ?', [initiativeId])) as [{ id: string }];
  const template = aTemplate(district.units.district, 'RECOGNITION_CERTIFICATE', { symbol: 'GCNSK', bases: [], recipients: [] });
  ({ id: templateId } = await organiser.ask(SAVE_TEMPLATE, { input: template }));
});
afterEach(() => contest.stop());

const rows = (statement: string, values: unknown[] = []): Promise<any[]> => contest.em().getConnection().execute(statement, values);
const publicly = (code: string): Promise<any> => contest.client().ask(PUBLIC_CERTIFICATE, { code });
const issue = (by: Client = organiser, of = templateId) => by.ask(ISSUE, { input: { contestId, templateId: of } });
const step = async (name: string, { id, version }: any, more: object = {}): Promise<any> => {
  const reply = await organiser.ask(act(name), { input: { recognitionId: id, version, ...more } });
  if (reply.code) throw new Error(JSON.stringify(reply));
  return reply;
};

/** Until the council has agreed. */
async function agreed(): Promise<any> {
  const submitter = await contest.as(district.people.submitter);
  const applied = await submitter.ask(act('applyForRecognition'), {
    input: { initiativeId, firstAppliedOn: '2025-01-06', benefit: BENEFIT },
  });
  const members = await aCouncil(contest, district, 3);
  const held = await step('acceptRecognition', { id: applied.id, version: 1 });
  const seated = await step('seatRecognitionCouncil', held, { ...aDecision, decidedOn: TODAY, members });
  const sat = await step('openRecognitionSitting', seated, { presentIds: members.map(({ personId }) => personId) });
  return step('closeRecognitionSitting', sat, { yes: 3, no: 0, influence: 'PROVINCE' });
}
const recorded = async (decisionNumber = '80/QĐ-UBND') =>
  step('recordRecognitionDecision', await agreed(), { decisionNumber, decidedOn: TODAY });

test('authors get theirs once the decision is recorded, not when the council agrees; asked again, by two at once too, only what is missing', async () => {
  const one = await agreed();
  expect(await issue()).toMatchObject({ code: 'CERTIFICATES_NOT_RECOGNISED' });
  await step('recordRecognitionDecision', one, { decisionNumber: '80/QĐ-UBND', decidedOn: TODAY });
  const replies = await Promise.all([issue(), issue()]);
  for (const reply of replies) expect(reply).toMatchObject({ unprinted: 2, canIssue: true });

  const certificates = await certificatesOf(organiser, contestId);
  expect(certificates).toHaveLength(2);
  for (const { certificateCode, printed, state, fieldsHash } of certificates) {
    expect(printed).toMatchObject({
      ...{ prize: null, contest: null, decisionNumber: '80/QĐ-UBND', decidedOn: TODAY, issuedOn: TODAY },
      ...{ recognition: { authorship: 'đồng tác giả', reach: 'tỉnh, thành phố', benefit: BENEFIT }, signer: { name: 'Trần Văn Ổn' } },
    });
    expect(await publicly(certificateCode as string)).toEqual({
      ...{ certificateCode, state, printed, fieldsHash, endedOn: null, endNumber: null, groundNumber: null, groundRevoked: false },
    });
  }
  const missing = await organiser.ask(
    'query ($id: ID!) { contestCertificates(contestId: $id) { due missing recognised recognisedMissing } }',
    {
      id: contestId,
    },
  );
  expect(missing).toEqual({ due: 0, missing: 0, recognised: 2, recognisedMissing: 0 });
  await expect(rows(`update certificate set recognition_id = null`)).rejects.toMatchObject({ constraint: 'certificate_of_one' });
});

test('revoking the recognition revokes its certificates at once, with that decision on their page, and none is printed or given in their place', async () => {
  const one = await recorded();
  await issue();
  const [{ id: certificateId, version, certificateCode, printed }] = await certificatesOf(organiser, contestId);
  await step('revokeRecognition', one, { decisionNumber: '99/QĐ-UBND', decidedOn: TODAY, reason: 'Sao chép.' });

  expect(await publicly(certificateCode as string)).toMatchObject({
    ...{ state: 'REVOKED', endedOn: TODAY, endNumber: null, groundNumber: '99/QĐ-UBND', groundRevoked: true, printed },
  });
  const before = await content(contest, ['session']);
  const print = { contestId, certificateIds: [certificateId], printForm: 'EACH', reason: null };
  expect(await organiser.ask(PRINT, { input: print })).toMatchObject({ code: 'CERTIFICATE_RECOGNITION_REVOKED' });
  const by = { decisionNumber: '100/QĐ-UBND', decidedOn: TODAY, reason: 'Sai tên.', name: 'Lê', unitName: 'Xã' };
  expect(await organiser.ask(REPLACE, { input: { certificateId, version, ...by } })).toMatchObject({
    code: 'CERTIFICATE_RECOGNITION_REVOKED',
  });
  expect(await issue()).toMatchObject({ code: 'CERTIFICATES_NOT_RECOGNISED' });
  expect(changed(before, await content(contest, ['session']))).toEqual([]);

  // The name can still be taken off a page that goes on to show it.
  const [shown] = await certificatesOf(organiser, contestId);
  expect(shown).toMatchObject({ id: certificateId, canChange: false, canWithhold: true });
  const withheld = await organiser.ask(WITHHOLD, { input: { certificateId, version, reason: 'Người được cấp đề nghị.' } });
  expect(withheld).toMatchObject({ canWithhold: false, printed: { name: null } });
  expect(await publicly(certificateCode as string)).toMatchObject({ state: 'REVOKED', printed: { name: null } });
});

test('a replacement says the decision as it was put right since', async () => {
  const one = await recorded('8/QĐ-UBND');
  await issue();
  await step('recordRecognitionDecision', one, { decisionNumber: '80/QĐ-UBND', decidedOn: TODAY });
  const [{ id: certificateId, version, certificateCode, printed }] = await certificatesOf(organiser, contestId);
  expect(printed.decisionNumber).toBe('8/QĐ-UBND');
  const by = {
    decisionNumber: '100/QĐ-UBND',
    decidedOn: TODAY,
    reason: 'Sai số quyết định.',
    name: printed.name,
    unitName: printed.unitName,
  };
  const replacement = await organiser.ask(REPLACE, { input: { certificateId, version, ...by } });
  expect(replacement).toMatchObject({ state: 'VALID', replacesId: certificateId, printed: { ...printed, decisionNumber: '80/QĐ-UBND' } });
  expect(await publicly(certificateCode as string)).toMatchObject({ state: 'REPLACED', endNumber: '100/QĐ-UBND', printed });
  expect(await issue()).toMatchObject({ unprinted: 2 });
});

test('holders see and save their own, which is none of a prize; another office issues none, nor is one issued by a template of prizes', async () => {
  await recorded();
  await issue();
  const me = await contest.as(district.people.submitter);
  const [mine, ...more] = await me.ask('query ($id: ID!) { myCertificates(initiativeId: $id) { certificateCode printed { name } } }', {
    id: initiativeId,
  });
  expect(more).toEqual([]);
  const { url } = await me.ask('query ($code: String!) { myCertificateFile(certificateCode: $code) { url } }', {
    code: mine.certificateCode,
  });
  const bytes = await (await fetch(new URL(url as string, baseOf(contest)))).arrayBuffer();
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  expect(text.replace(/\s+/g, ' ').normalize('NFC')).toMatch(
    new RegExp(`GIẤY CHỨNG NHẬN SÁNG KIẾN ${String(mine.printed.name)} .*Lợi ích: ${BENEFIT} .*Quyết định số 80/QĐ-UBND ngày 02/03/2026`),
  );

  const elsewhere = await contest.as(await aPerson(contest, { unitId: null, role: 'ORGANISER', roleUnitId: district.units.sonDong }));
  expect(await issue(elsewhere)).toMatchObject({ code: 'NOT_FOUND' });
  const { id } = await organiser.ask(SAVE_TEMPLATE, { input: aCertificateTemplate(district.units.district) });
  expect(await issue(organiser, id as string)).toMatchObject({ code: 'CERTIFICATES_NOT_YET' });
});
