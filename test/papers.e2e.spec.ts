import { createHash } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { PAPER_KINDS } from '#domain/paperwork';
import { localDate } from '#lib/kernel';
import { type Judging, aJudging, marksOf, openRound, signAll } from './support/judging.js';
import { PROPOSE_AWARDS, SUBMIT_AWARDS, aDeliberated } from './support/awards.js';
import { awaitedOf } from './support/awaiting.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import {
  DRAFT_PAPER,
  FREEZE_PAPER,
  PAPER,
  REDRAFT_PAPER,
  REGISTER_PAPER,
  REOPEN_PAPER,
  SAVE_TEMPLATE,
  aPaper,
  aTemplate,
  wordsOfPaper,
} from './support/papers.js';
import { baseOf } from './support/uploads.js';
import { aFile } from './support/uploads.js';

const READ = `query ($id: ID!) { paper(id: $id) { ${PAPER} } }`;
const FILE = 'query ($id: ID!, $format: PaperFormat!) { paperFile(paperId: $id, format: $format) { url } }';
const PREPARATION = `query ($kind: PaperKind!, $id: ID!) { paperPreparation(kind: $kind, aboutId: $id) { subject lacking hasTemplate } }`;

let contest: RunningContest;
let district: District;

beforeEach(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
});
afterEach(() => contest.stop());

const today = (): string => localDate(contest.clock.now());
const count = async (): Promise<number> =>
  Number((await contest.em().getConnection().execute('select count(*)::int as n from paper'))[0]?.n);

const textOf = (client: Client, id: string): Promise<string> => wordsOfPaper(contest, client, id);

/** Minutes of a closed round, drafted. */
async function minutes(): Promise<Judging & { paper: any }> {
  const judging = await aDeliberated(contest, district, { novelty: ['25', '20'] });
  return { ...judging, paper: await aPaper(judging.organiser, district.units.district, judging.rounds[0]!) };
}

test('minutes of a closed round say who judged and what came of it, as PDF and as DOCX', async () => {
  const { organiser, paper } = await minutes();
  expect(paper).toMatchObject({ kind: 'ROUND_MINUTES', state: 'DRAFT', stale: false, gaps: [], nextNumber: 1, templateNumber: 1 });

  const text = await textOf(organiser, paper.id as string);
  for (const part of [
    'DỰ THẢO',
    'BIÊN BẢN',
    'Giám khảo đã chấm (02 người)',
    'Không có giám khảo vắng mặt',
    '04 phiếu chấm cho 02 sáng kiến',
    '80,0',
    '75,0',
    'Lê Thị Ưng',
    'Trần Văn Ổn',
  ])
    expect(text).toContain(part);
  const docx = await organiser.ask(FILE, { id: paper.id, format: 'DOCX' });
  expect(
    decodeURIComponent((await fetch(new URL(docx.url as string, baseOf(contest)))).headers.get('content-disposition') ?? ''),
  ).toContain('Biên bản chấm vòng thi.docx');
});

test('a frozen paper awaits those who enter it in the register, from when it is frozen', async () => {
  const { organiser, judges, paper } = await minutes();
  expect(await awaitedOf(organiser, 'paperRegister')).toEqual([]);
  await organiser.ask(FREEZE_PAPER, { input: { paperId: paper.id, version: paper.version } });
  expect(await awaitedOf(organiser, 'paperRegister')).toMatchObject([
    { subjectId: paper.id, act: 'registerPaper', link: `/papers/${paper.id as string}` },
  ]);
  expect(await awaitedOf(await contest.as(judges[0]!), 'paperRegister')).toEqual([]);
});

test('nothing is written of a round that is not closed, and what is missing is said before', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1 });
  const [roundId = ''] = judging.rounds;
  await openRound(contest, judging, roundId);
  await signAll(contest, judging, roundId, () => marksOf('20', '20', '30'));
  await judging.organiser.ask(SAVE_TEMPLATE, { input: aTemplate(district.units.district, 'ROUND_MINUTES') });

  const told = await judging.organiser.ask(PREPARATION, { kind: 'ROUND_MINUTES', id: roundId });
  expect(told).toMatchObject({ lacking: ['ROUND_NOT_CLOSED'], hasTemplate: true });
  const refused = await judging.organiser.ask(DRAFT_PAPER, { input: { kind: 'ROUND_MINUTES', aboutId: roundId } });
  expect(refused).toMatchObject({ code: 'PAPER_ROUND_NOT_CLOSED' });
  expect(await count()).toBe(0);
});

test('a kind without a template is not drafted', async () => {
  const { organiser, rounds } = await aDeliberated(contest, district, { novelty: ['25', '20'] });
  const refused = await organiser.ask(DRAFT_PAPER, { input: { kind: 'ROUND_MINUTES', aboutId: rounds[0] } });
  expect(refused).toMatchObject({ code: 'PAPER_TEMPLATE_MISSING' });
  expect(await count()).toBe(0);
});

test('draft, frozen and signed are three files; the number is taken once per body and year, also by two clerks at once', async () => {
  const { organiser, paper, rounds } = await minutes();
  const other = await organiser.ask(DRAFT_PAPER, { input: { kind: 'ROUND_MINUTES', aboutId: rounds[0] } });
  const signed = async (of: any) => {
    const frozen = await organiser.ask(FREEZE_PAPER, { input: { paperId: of.id, version: of.version } });
    expect(frozen).toMatchObject({ state: 'FROZEN' });
    const { url } = await organiser.ask(FILE, { id: of.id, format: 'PDF' });
    const bytes = Buffer.from(await (await fetch(new URL(url as string, baseOf(contest)))).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(frozen.frozenHash);
    const fileId = await aFile(contest, organiser, { ownerType: 'paper', ownerId: of.id as string });
    return { paperId: of.id, version: frozen.version, number: 1, signedOn: today(), fileId };
  };
  const orders = [await signed(paper), await signed(other)];
  const replies = await Promise.all(orders.map((input) => organiser.ask(REGISTER_PAPER, { input })));

  expect(replies.map(({ code, state }) => code ?? state).sort()).toEqual(['PAPER_NUMBER_TAKEN', 'SIGNED']);
  const kept = replies.find(({ state }) => state === 'SIGNED');
  expect(kept).toMatchObject({ number: 1, signedOn: today(), nextNumber: 2, stale: null });
  const reason = 'Sửa lỗi.';
  expect(await organiser.ask(REOPEN_PAPER, { input: { paperId: kept.id, version: kept.version, reason } })).toMatchObject({
    code: 'PAPER_TRANSITION',
  });
});

test('a paper is not registered without what came back signed, nor on a day that has not come or before it was frozen', async () => {
  const { organiser, paper } = await minutes();
  const frozen = await organiser.ask(FREEZE_PAPER, { input: { paperId: paper.id, version: paper.version } });
  const fileId = await aFile(contest, organiser, { ownerType: 'paper', ownerId: paper.id as string });
  const register = (changes: Record<string, unknown>) =>
    organiser.ask(REGISTER_PAPER, {
      input: { paperId: paper.id, version: frozen.version, number: 1, signedOn: today(), fileId, ...changes },
    });

  expect(await register({ fileId: paper.id })).toMatchObject({ code: 'NOT_FOUND', path: 'fileId' });
  expect(await register({ signedOn: '2027-01-01' })).toMatchObject({ path: 'signedOn' });
  expect(await register({ signedOn: '2026-01-05' })).toMatchObject({ code: 'PAPER_SIGNED_BEFORE_FROZEN', path: 'signedOn' });
  expect(await organiser.ask(READ, { id: paper.id })).toMatchObject({ state: 'FROZEN', number: null, signedOn: null });
});

test('a draft is told to be out of date once its source changed, and filled anew; a frozen one is not', async () => {
  const { organiser, contestId } = await aDeliberated(contest, district, { novelty: ['25', '20'] });
  const decision = await organiser.ask(PROPOSE_AWARDS, { input: { contestId } });
  await organiser.ask(SAVE_TEMPLATE, { input: aTemplate(district.units.district, 'RESULT_SUBMISSION', { symbol: 'TTr-NV' }) });
  const draft = () => organiser.ask(DRAFT_PAPER, { input: { kind: 'RESULT_SUBMISSION', aboutId: contestId } });
  expect(await draft()).toMatchObject({ code: 'PAPER_NO_PRIZE_LIST' });

  await organiser.ask(SUBMIT_AWARDS, { input: { decisionId: decision.id, version: decision.version } });
  const paper = await draft();
  expect(await textOf(organiser, paper.id as string)).toContain('Công nhận kết quả và trao');
  await contest.em().getConnection().execute(`update prize_tier set name_vi = name_vi || ' (đổi)'`);
  expect(await organiser.ask(READ, { id: paper.id })).toMatchObject({ stale: true });
  const anew = await organiser.ask(REDRAFT_PAPER, { input: { paperId: paper.id, version: paper.version } });
  expect(anew).toMatchObject({ stale: false });
  const frozen = await organiser.ask(FREEZE_PAPER, { input: { paperId: paper.id, version: anew.version } });
  expect(await organiser.ask(REDRAFT_PAPER, { input: { paperId: paper.id, version: frozen.version } })).toMatchObject({
    code: 'PAPER_NOT_DRAFT',
  });
});

test('a paper that lacks what it has to have is not frozen', async () => {
  const { organiser, rounds } = await aDeliberated(contest, district, { novelty: ['25', '20'] });
  const signers = [{ on: null, position: 'Chủ trì', name: null }];
  await organiser.ask(SAVE_TEMPLATE, { input: aTemplate(district.units.district, 'ROUND_MINUTES', { signers, recipients: [] }) });
  const paper = await organiser.ask(DRAFT_PAPER, { input: { kind: 'ROUND_MINUTES', aboutId: rounds[0] } });

  expect(paper.gaps).toEqual(['NO_SIGNER', 'NO_SIGNER_NAME', 'NO_RECIPIENTS']);
  expect(await organiser.ask(FREEZE_PAPER, { input: { paperId: paper.id, version: paper.version } })).toMatchObject({
    code: 'PAPER_INCOMPLETE',
  });
});

test('a template changes in versions: an older one on the screen is refused, and papers stay as they were drafted', async () => {
  const { organiser, paper } = await minutes();
  const save = (number: number | null, issuer: string) =>
    organiser.ask(SAVE_TEMPLATE, { input: aTemplate(district.units.district, 'ROUND_MINUTES', { number, issuer }) });

  expect(await save(null, 'Khác')).toMatchObject({ code: 'STALE' });
  expect(await save(1, 'Ban Tổ chức cuộc thi')).toMatchObject({ number: 2 });
  expect(await textOf(organiser, paper.id as string)).toContain('HUYỆN HOÀI ĐỨC');
  const anew = await organiser.ask(REDRAFT_PAPER, { input: { paperId: paper.id, version: paper.version } });
  expect(anew).toMatchObject({ templateNumber: 2 });
  expect(await textOf(organiser, paper.id as string)).toContain('BAN TỔ CHỨC CUỘC THI');
});

test('an organiser with a conflict in the contest sees nothing of its papers', async () => {
  const { paper, initiatives } = await minutes();
  const personId = await aPerson(contest, { unitId: null, role: 'ORGANISER', roleUnitId: district.units.district });
  const other = await contest.as(personId);
  const list = async (): Promise<string[]> =>
    (await other.ask('{ papers(first: 10) { edges { node { id } } } }')).edges.map(({ node }: any) => node.id);
  expect(await list()).toEqual([paper.id]);

  await contest
    .em()
    .getConnection()
    .execute('update initiative_author set person_id = ? where initiative_id = ?', [personId, initiatives[0]]);
  expect(await list()).toEqual([]);
  expect(await other.ask(READ, { id: paper.id })).toBeNull();
  expect(await other.ask(FILE, { id: paper.id, format: 'PDF' })).toBeNull();
});

test('the trial of each template says that it is one', async () => {
  const { organiser } = await aJudging(contest, district, { initiatives: 1, judges: 2 });
  for (const kind of PAPER_KINDS) {
    const { id } = await organiser.ask(SAVE_TEMPLATE, { input: aTemplate(district.units.district, kind) });
    const { url } = await organiser.ask('query ($id: ID!) { paperTrial(templateId: $id) { url } }', { id });
    const bytes = await (await fetch(new URL(url as string, baseOf(contest)))).arrayBuffer();
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    expect(text.normalize('NFC')).toMatch(/BẢN IN THỬ[\s\S]*chỉ để minh họa/);
  }
});
