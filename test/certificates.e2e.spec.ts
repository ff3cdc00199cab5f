import Zip from 'jszip';
import { extractText, getDocumentProxy } from 'unpdf';
import { localDate } from '#lib/kernel';
import { REVOKE_AWARD } from './support/awards.js';
import {
  CERTIFICATE,
  ISSUE,
  PRINT,
  PUBLIC_CERTIFICATE,
  REPLACE,
  REVOKE,
  WITHHOLD,
  aCertified,
  aPrized,
  aCertificateTemplate,
  certificatesOf,
} from './support/certificates.js';
import { fetchFile, jobOf } from './support/exporting.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { SAVE_TEMPLATE } from './support/papers.js';
import { baseOf } from './support/uploads.js';

let contest: RunningContest;
let district: District;

beforeEach(async () => {
  contest = await startContest(undefined, { PUBLIC_URL: 'https://sangkien.example.vn' });
  district = await aDistrict(contest);
});
afterEach(() => contest.stop());

const today = (): string => localDate(contest.clock.now());
const publicly = (code: string): Promise<any> => contest.client().ask(PUBLIC_CERTIFICATE, { code });
const rows = (statement: string, values: unknown[] = []): Promise<any[]> => contest.em().getConnection().execute(statement, values);
const count = async (): Promise<number> => Number((await rows('select count(*)::int as n from certificate'))[0].n);
const by = (changes: Record<string, unknown> = {}) => ({
  decisionNumber: '1500/QĐ-UBND',
  decidedOn: today(),
  reason: 'Sai họ tên.',
  ...changes,
});
const order = ({ id: certificateId, version }: any) => ({ certificateId, version });

test('each author of a published prize gets one; asked again, by two at once too, only what is missing is issued', async () => {
  const { organiser, contestId, templateId } = await aPrized(contest, district);
  const replies = await Promise.all([1, 2].map(() => organiser.ask(ISSUE, { input: { contestId, templateId } })));
  for (const reply of replies) expect(reply).toMatchObject({ due: 2, missing: 0, unprinted: 2, canIssue: true });
  const [first, second] = await certificatesOf(organiser, contestId);
  expect(await count()).toBe(2);

  await rows('delete from certificate where id = ?', [second.id]);
  expect(await organiser.ask(ISSUE, { input: { contestId, templateId } })).toMatchObject({ missing: 0 });
  const anew = await certificatesOf(organiser, contestId);
  expect(anew.map(({ id }) => id).slice(0, 1)).toEqual([first.id]);
  expect(anew[1]).toMatchObject({ printed: second.printed, state: 'VALID' });
  expect(anew[1].certificateCode).not.toBe(second.certificateCode);
});

test('nothing is issued before the prizes are published, nor by a template that names nobody who signs', async () => {
  const { organiser, contestId } = await aPrized(contest, district);
  const signers = [{ on: null, position: 'Chủ tịch', name: null }];
  const { id: templateId } = await organiser.ask(SAVE_TEMPLATE, {
    input: aCertificateTemplate(district.units.district, { number: 1, signers }),
  });
  expect(await organiser.ask(ISSUE, { input: { contestId, templateId } })).toMatchObject({
    code: 'CERTIFICATE_UNSIGNED',
    path: 'templateId',
  });
  await rows(`update award_decision set state = 'APPROVED', published_at = null where contest_id = ?`, [contestId]);
  expect(await organiser.ask(ISSUE, { input: { contestId, templateId } })).toMatchObject({ code: 'CERTIFICATES_NOT_YET' });
  expect(await count()).toBe(0);
});

test('who has the code reads every printed field; a code that is none leads to nothing', async () => {
  const { certificates } = await aCertified(contest, district);
  const [{ printed, fieldsHash }] = certificates;
  const certificateCode = certificates[0].certificateCode as string;
  const told = {
    certificateCode,
    state: 'VALID',
    endedOn: null,
    endNumber: null,
    groundNumber: null,
    groundRevoked: false,
    fieldsHash,
    printed,
  };
  expect(await publicly(certificateCode)).toEqual(told);
  expect(await publicly(certificateCode.toLowerCase().replace(/(.{5})/g, '$1-'))).toEqual(told);
  expect(printed).toMatchObject({
    decisionNumber: '1234/QĐ-UBND',
    issuedOn: today(),
    signer: { position: 'Chủ trì', name: 'Trần Văn Ổn' },
  });
  for (const other of [`${certificateCode.slice(0, -1)}${certificateCode.endsWith('A') ? 'B' : 'A'}`, 'A', '', certificates[0].id])
    expect(await publicly(other as string)).toBeNull();
});

test('one that is revoked says so with day and decision, and stays so', async () => {
  const { organiser, certificates } = await aCertified(contest, district);
  const [one] = certificates;
  const early = await organiser.ask(REVOKE, { input: { ...order(one), ...by({ decidedOn: '2020-01-01' }) } });
  expect(early).toMatchObject({ code: 'CERTIFICATE_DECISION_EARLY', path: 'decidedOn' });
  const revoked = await organiser.ask(REVOKE, { input: { ...order(one), ...by() } });
  expect(revoked).toMatchObject({ state: 'REVOKED', canChange: false });
  expect(await publicly(one.certificateCode)).toMatchObject({
    state: 'REVOKED',
    endedOn: today(),
    endNumber: '1500/QĐ-UBND',
    printed: one.printed,
  });
  const again = await organiser.ask(REPLACE, { input: { ...order(revoked), ...by(), name: 'Lê', unitName: 'Xã' } });
  expect(again).toMatchObject({ code: 'CERTIFICATE_NOT_VALID' });
});

test('one with a wrong name is replaced: the old paper says so, and does not lead to the new one', async () => {
  const { organiser, contestId, certificates, templateId } = await aCertified(contest, district);
  const [one] = certificates;
  const replacement = await organiser.ask(REPLACE, {
    input: { ...order(one), ...by(), name: ' Lê Thị Ứng ', unitName: one.printed.unitName },
  });
  expect(replacement).toMatchObject({ state: 'VALID', replacesId: one.id, printed: { ...one.printed, name: 'Lê Thị Ứng' } });
  const old = await publicly(one.certificateCode);
  expect(old).toMatchObject({ state: 'REPLACED', endedOn: today(), endNumber: '1500/QĐ-UBND', printed: one.printed });
  expect(JSON.stringify(old)).not.toContain(replacement.certificateCode);
  expect(await publicly(replacement.certificateCode)).toMatchObject({ state: 'VALID' });
  expect(await organiser.ask(ISSUE, { input: { contestId, templateId } })).toMatchObject({ missing: 0 });
  expect(await count()).toBe(3);
});

test('whoever is named on a certificate is told once that it was issued, replaced or revoked, and nobody else', async () => {
  const { organiser, contestId, templateId, certificates } = await aCertified(contest, district);
  const told = (): Promise<any[]> =>
    rows(
      `select kind, person_id as "personId", subject_vi as subject, text_vi as text, path from notice where kind like 'certificate.%' order by created_at, id`,
    );
  const holderOf = async (id: string): Promise<string> => (await rows('select person_id as id from certificate where id = ?', [id]))[0].id;
  await contest.drain();
  const holders = await Promise.all(certificates.map(({ id }) => holderOf(id as string)));
  const issued = await told();
  expect(issued.map(({ kind, personId }) => [kind, personId]).sort()).toEqual(holders.map((id) => ['certificate.issued', id]).sort());
  const mine = issued.find(({ subject }) => String(subject).endsWith(certificates[0].printed.initiative as string));
  expect(mine).toMatchObject({
    ...{ personId: holders[0], subject: `Đã cấp giấy chứng nhận: ${certificates[0].printed.initiative as string}` },
    text: expect.stringContaining(`Giấy chứng nhận ${certificates[0].printed.prize as string} đã được cấp theo Quyết định số`),
    path: expect.stringMatching(/^\/initiatives\//),
  });

  const { name, unitName } = certificates[0].printed;
  const replacement = await organiser.ask(REPLACE, {
    input: { ...order(certificates[0]), ...by(), name: `${name as string} An`, unitName },
  });
  await contest.drain();
  await organiser.ask(REVOKE, { input: { ...order(replacement), ...by({ reason: 'Cấp nhầm.' }) } });
  await organiser.ask(ISSUE, { input: { contestId, templateId } });
  await contest.drain();
  expect((await told()).slice(2)).toEqual([
    expect.objectContaining({
      ...{ kind: 'certificate.replaced', personId: holders[0], path: mine.path },
      text: expect.stringContaining('thay bằng giấy mới theo Quyết định số 1500/QĐ-UBND; giấy cũ không còn hiệu lực. Lý do: Sai họ tên.'),
    }),
    expect.objectContaining({
      ...{ kind: 'certificate.revoked', personId: holders[0], path: mine.path },
      text: expect.stringContaining('bị thu hồi theo Quyết định số 1500/QĐ-UBND. Lý do: Cấp nhầm.'),
    }),
  ]);
  expect(await rows('select last_error from outbox_event where last_error is not null')).toEqual([]);
});

test('of a certificate that was revoked before its notice went out, the revocation alone is told', async () => {
  const { organiser, contestId, templateId } = await aPrized(contest, district);
  await organiser.ask(ISSUE, { input: { contestId, templateId } });
  const [one] = await certificatesOf(organiser, contestId);
  await organiser.ask(REVOKE, { input: { ...order(one), ...by() } });
  await contest.drain();
  const told = await rows(`select kind from notice where kind like 'certificate.%' order by kind`);
  expect(told.map(({ kind }) => kind)).toEqual(['certificate.issued', 'certificate.revoked']);
});

test('a prize that is revoked takes its certificates along, and none is given in their place', async () => {
  const { organiser, contestId, certificates } = await aCertified(contest, district);
  const [award] = await rows('select w.id, w.version from award w join certificate x on x.award_id = w.id where x.id = ?', [
    certificates[0].id,
  ]);
  const leader = await contest.as(district.people.leader);
  await leader.ask(REVOKE_AWARD, { input: { awardId: award.id, version: award.version, reason: 'Sao chép.' } });
  expect(await publicly(certificates[0].certificateCode)).toMatchObject({
    state: 'REVOKED',
    endedOn: today(),
    endNumber: null,
    groundRevoked: true,
  });
  const replaced = await organiser.ask(REPLACE, { input: { ...order(certificates[0]), ...by(), name: 'Lê', unitName: 'Xã' } });
  expect(replaced).toMatchObject({ code: 'CERTIFICATE_PRIZE_REVOKED' });
  const print = { contestId, certificateIds: [certificates[0].id], printForm: 'EACH', reason: null };
  expect(await organiser.ask(PRINT, { input: print })).toMatchObject({ code: 'CERTIFICATE_PRIZE_REVOKED' });
});

test('a name is withheld for good: what is kept shows it no more, the rest stays', async () => {
  const { organiser, certificates } = await aCertified(contest, district);
  const [one] = certificates;
  const name = one.printed.name as string;
  const withheld = await organiser.ask(WITHHOLD, { input: { ...order(one), reason: 'Người được cấp đề nghị.' } });
  expect(withheld).toMatchObject({ printed: { name: null }, fieldsHash: one.fieldsHash, canChange: false });
  expect(await publicly(one.certificateCode)).toMatchObject({ state: 'VALID', printed: { ...one.printed, name: null } });
  const [kept] = await rows('select x::text as row from certificate x where id = ?', [one.id]);
  expect(kept.row).not.toContain(name);
});

test('certificates of a contest are found by name and validity; who withheld their name is found by it no more', async () => {
  const { organiser, contestId, templateId } = await aPrized(contest, district);
  await organiser.ask(ISSUE, { input: { contestId, templateId } });
  const [first, second] = await certificatesOf(organiser, contestId);
  const found = async (filter: string) => {
    const asked = `query ($contestId: ID!) { certificates(contestId: $contestId, ${filter}) { edges { node { id } } } }`;
    return (await organiser.ask(asked, { contestId })).edges.map(({ node }: any) => node.id);
  };
  const byName = (name: string) => `search: ${JSON.stringify(name)}`;
  expect(await found(byName(first.printed.name))).toContain(first.id);
  await organiser.ask(REVOKE, { input: { ...order(second), ...by() } });
  expect([await found('states: [VALID]'), await found('states: [REVOKED, REPLACED]')]).toEqual([[first.id], [second.id]]);
  await organiser.ask(WITHHOLD, { input: { ...order(first), reason: 'Người được cấp đề nghị.' } });
  expect(await found(byName(first.printed.name))).not.toContain(first.id);
});

test('certificates are printed as one file or one each; printed once more only with a reason, which the log keeps', async () => {
  const { organiser, contestId, certificates } = await aCertified(contest, district);
  const print = (changes: Record<string, unknown>) =>
    organiser.ask(PRINT, { input: { contestId, certificateIds: null, printForm: 'ONE_FILE', reason: null, ...changes } });
  const made = async ({ id }: any): Promise<Buffer> => {
    await contest.drain();
    const job = await jobOf(organiser, id as string);
    const content = await fetchFile(contest, organiser, job.export?.fileId as string);
    if (typeof content === 'string') throw new Error(`${JSON.stringify(job)} ${content}`);
    return content;
  };
  const whole = await made(await print({}));
  const document = await getDocumentProxy(new Uint8Array(whole));
  expect(document.numPages).toBe(2);
  const { text } = await extractText(document, { mergePages: false });
  certificates.forEach(({ printed }, at) => {
    expect((text[at] ?? '').normalize('NFC')).toContain(printed.name);
  });
  expect(whole.toString('latin1')).toContain('pdfaid');

  expect(await print({})).toMatchObject({ code: 'CERTIFICATES_NONE' });
  const certificateIds = certificates.map(({ id }) => id as string);
  expect(await print({ certificateIds })).toMatchObject({ code: 'CERTIFICATE_REPRINT_REASON', path: 'reason' });
  const archive = await made(await print({ certificateIds, printForm: 'EACH', reason: 'Rách.' }));
  const names = Object.keys((await Zip.loadAsync(archive)).files);
  expect(names.map((name) => name.normalize('NFC'))).toEqual(
    certificates.map(({ printed }, at) => `000${String(at + 1)} ${String(printed.name)}.pdf`),
  );
  const [entry] = await rows(
    `select body as kept from audit_entry where operation = 'printCertificates' and subject_type = 'Contest' order by seq desc limit 1`,
  );
  expect(entry.kept).toContain('Rách.');
  expect((await certificatesOf(organiser, contestId)).map(({ prints }) => prints)).toEqual([2, 2]);
});

test('holders see and save their own, and nobody else’s; another office sees none', async () => {
  const { contestId, initiatives, certificates } = await aCertified(contest, district);
  const [one] = certificates;
  const [holder] = await rows('select person_id as id from certificate where id = ?', [one.id]);
  const MINE = 'query ($id: ID!) { myCertificates(initiativeId: $id) { certificateCode } }';
  const FILE = 'query ($code: String!) { myCertificateFile(certificateCode: $code) { url } }';
  const me = await contest.as(holder.id);
  const initiativeId = (
    await rows('select w.initiative_id as id from award w join certificate x on x.award_id = w.id where x.id = ?', [one.id])
  )[0].id;
  expect(await me.ask(MINE, { id: initiativeId })).toEqual([{ certificateCode: one.certificateCode }]);
  const { url } = await me.ask(FILE, { code: one.certificateCode });
  expect(
    Buffer.from(await (await fetch(new URL(url as string, baseOf(contest)))).arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');

  const stranger = await contest.as(await aPerson(contest, { unitId: district.units.sonDong, role: 'SUBMITTER' }));
  expect(await stranger.ask(MINE, { id: initiativeId })).toEqual([]);
  expect(await stranger.ask(FILE, { code: one.certificateCode })).toBeNull();
  const officer = await contest.as(await aPerson(contest, { unitId: null, role: 'ORGANISER', roleUnitId: district.units.sonDong }));
  expect(await certificatesOf(officer, contestId)).toEqual([]);
  expect(await officer.ask(`query ($id: ID!) { certificate(id: $id) { ${CERTIFICATE} } }`, { id: one.id })).toBeNull();
  expect(initiatives).toContain(initiativeId);
});
