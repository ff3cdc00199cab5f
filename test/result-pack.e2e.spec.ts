import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ResultPackContent, ResultPack } from '#domain/result';
import { Scorecard } from '#domain/scoring';
import { AuditEntry, auditLines } from '#lib/platform';
import { aRound } from './support/contests.js';
import { APPLY, aReadyCorrection } from './support/corrections.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { CLOSE_ROUND, type Judging, aJudging, marksOf, openRound, signAll } from './support/judging.js';
import { DOWNLOAD, contentAt, downloaded, packsOf } from './support/pack-files.js';
import { CAST_VOTE, aResult } from './support/results.js';
import { build, run } from './support/server.js';

let contest: RunningContest;
let district: District;
let folder: string;

beforeAll(async () => {
  build();
  folder = await mkdtemp(join(tmpdir(), 'packs-'));
  contest = await startContest();
  district = await aDistrict(contest);
}, 120_000);
afterAll(async () => {
  await contest.stop();
  await rm(folder, { recursive: true, force: true });
});

const PUBLIC = 'query ($contestId: ID!) { publicResultPack(contestId: $contestId) { sha256 finalNumber url } }';
const MAKE = `mutation ($input: MakeResultPackInput!) { makeResultPack(input: $input) { __typename ... on ResultPack { id sha256 } ... on Refusal { code message } } }`;

/** What `npm run verify-result` says of a file, and how it ends. */
async function verified(content: Buffer | null, ...options: string[]): Promise<{ code: number; said: string }> {
  const file = join(folder, 'goi-ket-qua.json');
  if (content) await writeFile(file, content);
  const program = run(`apps/verify/src/main.js`, {}, [content ? file : join(folder, 'none.json'), ...options]);
  let said = '';
  for (const stream of [program.stdout, program.stderr]) stream?.on('data', (piece: Buffer) => (said += piece.toString('utf8')));
  const code = await new Promise<number>((resolve) =>
    program.once('close', (ended) => {
      resolve(ended ?? -1);
    }),
  );
  return { code, said };
}

/** The audit log, as `npm run audit:verify -- --save` writes it. */
async function logFile(): Promise<string> {
  const file = join(folder, 'log.jsonl');
  const lines: string[] = [];
  for await (const line of auditLines(contest.em().getKysely() as never)) lines.push(line);
  await writeFile(file, lines.join(''));
  return file;
}

const TWO_ROUNDS = { rounds: [aRound('dossier', { cutOff: { score: null, top: 2 } }), aRound('final')], tieBreak: [], publicPack: true };

async function close(judging: Judging, at: number): Promise<void> {
  await judging.organiser.ask(CLOSE_ROUND, { input: { roundId: judging.rounds[at] } });
  await contest.drain();
}

async function judge(judging: Judging, at: number): Promise<void> {
  await openRound(contest, judging, judging.rounds[at]!);
  await signAll(contest, judging, judging.rounds[at]!, (j, i) => marksOf(String(15 + i), '20.5', String(30 + j)));
}

test('each round that closes makes a pack of what is closed and nothing of what is open; the program verifies it, and finds a changed mark', async () => {
  const judging = await aJudging(contest, district, { initiatives: 3, ruleBook: TWO_ROUNDS });
  const { contestId, organiser } = judging;
  await judge(judging, 0);
  await contest.drain();
  expect(await packsOf(organiser, contestId)).toEqual([]);
  await close(judging, 0);
  await judge(judging, 1);
  const [first, ...more] = await packsOf(organiser, contestId);
  expect([more, first!.rounds, first!.finalNumber]).toEqual([[], [{ key: 'dossier', number: 1 }], null]);
  const early = await downloaded(contest, organiser, first!);
  const open = await contest.em().find(Scorecard, { round: judging.rounds[1]! });
  expect(open.length).toBeGreaterThan(0);
  for (const { id, hash, nonce } of open) for (const sealed of [id, hash, nonce]) expect(early.includes(sealed!)).toBe(false);
  expect(early.includes(judging.rounds[1]!)).toBe(false);
  expect(await verified(early)).toMatchObject({ code: 0, said: expect.stringContaining('Chưa có kết quả chung cuộc') });

  await close(judging, 1);
  const [last, before] = await packsOf(organiser, contestId);
  expect([before!.id, last!.rounds, last!.finalNumber]).toEqual([
    first!.id,
    [
      { key: 'dossier', number: 1 },
      { key: 'final', number: 1 },
    ],
    1,
  ]);
  const bytes = await downloaded(contest, organiser, last!);
  expect({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }).toEqual({
    size: last!.size,
    sha256: last!.sha256,
  });
  const fits = await verified(bytes);
  expect([fits.code, fits.said]).toEqual([0, expect.stringContaining(`SHA-256 của tệp: ${last!.sha256}`)]);

  const pack = JSON.parse(bytes.toString('utf8')) as ResultPackContent;
  expect(pack.rounds.map(({ initiatives, cards }) => [initiatives.length, cards.length])).toEqual([
    [3, 9],
    [2, 6],
  ]);
  const text = bytes.toString('utf8').replace('"points":"20.5"', '"points":"21"');
  const wrong = await verified(Buffer.from(text, 'utf8'));
  expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining('TOTAL')]);
  expect((await verified(null)).code).toBe(2);
});

test('no name of a judge and no comment stands in a pack', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })];
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 2, ruleBook: { rounds, tieBreak: [] } });
  await openRound(contest, judging, judging.rounds[0]!);
  await signAll(contest, judging, judging.rounds[0]!, () =>
    marksOf('20', '20', '30').map((mark) => ({ ...mark, comment: 'Nhận xét kín đáo.' })),
  );
  await close(judging, 0);
  const text = (await downloaded(contest, judging.organiser, (await packsOf(judging.organiser, judging.contestId))[0]!)).toString('utf8');
  expect(text.includes('Nhận xét')).toBe(false);
  for (const judgeId of judging.judges) expect(text.includes(judgeId)).toBe(false);
  expect(new Set(text.match(/GK-[0-9a-f]{16}/g)).size).toBe(2);
});

test('the audit log bears out the pack of a result that the chair decided, and not one that was written anew', async () => {
  const judged = await aResult(contest, district, { marks: ['20', '20', '25'] });
  const { contestId, initiatives, chair, organiser } = judged;
  await chair.ask(CAST_VOTE, { input: { contestId, initiativeIds: [initiatives[1], initiatives[0]], reason: 'Dễ nhân rộng hơn.' } });
  await contest.drain();
  const [voted, closed] = await packsOf(organiser, contestId);
  expect([voted!.finalNumber, closed!.finalNumber]).toEqual([2, 1]);

  const log = await logFile();
  const bytes = await downloaded(contest, organiser, voted!);
  const lines = (await readFile(log, 'utf8')).split(/(?<=\n)/);
  const head = JSON.parse(lines.at(-1)!).hash as string;
  expect(await verified(bytes, '--log', log, '--head', head)).toMatchObject({
    code: 0,
    said: expect.stringContaining('Nhật ký xác nhận gói này.'),
  });
  expect(await verified(bytes, '--log', log, '--head', '0'.repeat(64))).toMatchObject({
    code: 1,
    said: expect.stringContaining('LOG_HEAD'),
  });
  const older = await verified(await downloaded(contest, organiser, closed!), '--log', log);
  expect(older).toEqual({
    code: 0,
    said: expect.stringContaining(`theo nhật ký, cuộc thi này có gói kết quả mới hơn, SHA-256 ${voted!.sha256}`),
  });
  await writeFile(log, `${lines[0]!}không phải nhật ký\n`);
  expect(await verified(bytes, '--log', log)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^KHÔNG KHỚP\. Tại 2: .*\nDOES NOT FIT\. At 2: .*\nLOG_NOT_SHAPED /),
  });
  for (const options of [['--log', folder], ['--head', head], ['--log', join(folder, 'none')], ['--other']]) {
    expect(await verified(bytes, ...options)).toEqual({
      code: 2,
      said: expect.stringMatching(/^Không đọc được: .*\nCannot be read: .*\n$/),
    });
  }
  await writeFile(log, lines.filter((line) => !line.includes(voted!.sha256)).join(''));
  expect(await verified(bytes, '--log', log)).toMatchObject({ code: 1, said: expect.stringContaining('LOG_') });
});

test('a pack or a log that an editor saved again is said to be that, and not to be false', async () => {
  const judged = await aResult(contest, district, { marks: ['20', '25'] });
  const [pack] = await packsOf(judged.organiser, judged.contestId);
  const bytes = await downloaded(contest, judged.organiser, pack!);
  const text = bytes.toString('utf8');
  const saved = {
    code: 2,
    said: expect.stringMatching(/^Không đọc được: .*trình soạn thảo lưu lại.*\nCannot be read: .*an editor saved the file again.*\n$/),
  };

  for (const again of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), JSON.stringify(JSON.parse(text), null, 4)]) {
    expect(await verified(Buffer.from(again))).toEqual(saved);
  }
  expect(await verified(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(saved);

  const log = await logFile();
  const lines = await readFile(log, 'utf8');
  await writeFile(log, `\ufeff${lines}`);
  expect(await verified(bytes, '--log', log)).toEqual(saved);
  await writeFile(log, Buffer.from(`\ufeff${lines}`, 'utf16le'));
  expect(await verified(bytes, '--log', log)).toEqual(saved);
  await writeFile(log, lines.replaceAll('\n', '\r\n'));
  expect(await verified(bytes, '--log', log)).toMatchObject({ code: 0 });
});

test('a correction makes a new pack that fits, though somebody stayed in a later round and somebody passed too late; the old pack stays', async () => {
  const jury = { judgesPerInitiative: 2, minimumCards: 2 };
  const rounds = [aRound('dossier', { ...jury, cutOff: { score: null, top: 2 } }), aRound('final', jury)];
  const judged = await aResult(contest, district, { marks: ['28', '26', '25'], ruleBook: { rounds, tieBreak: [] } });
  const { contestId, organiser } = judged;
  const [before] = await packsOf(organiser, contestId);
  const ready = await aReadyCorrection(contest, { judging: judged, proposer: organiser }, { judge: 0, initiative: 1, novelty: '20' });
  const leader = await contest.as(district.people.leader);
  const applied = await leader.ask(APPLY, { input: { correctionId: ready.id, version: ready.version, acceptLate: true } });
  expect(applied).toMatchObject({ __typename: 'Correction', state: 'APPLIED' });
  await contest.drain();

  const [after, older, ...more] = await packsOf(organiser, contestId);
  expect([older!.id, more.length, after!.rounds[0], after!.finalNumber]).toEqual([before!.id, 1, { key: 'dossier', number: 2 }, 2]);
  const bytes = await downloaded(contest, organiser, after!);
  const [, final] = (JSON.parse(bytes.toString('utf8')) as ResultPackContent).rounds;
  expect([final!.stayed.length, final!.absent.length]).toEqual([1, 1]);
  expect(await verified(bytes, '--log', await logFile())).toMatchObject({ code: 0 });
  expect(await verified(await downloaded(contest, organiser, before!), '--log', await logFile())).toMatchObject({ code: 0 });
});

test('made again, a pack is the same one; what cannot be packed is refused', async () => {
  const judged = await aResult(contest, district, { marks: ['20', '25'] });
  const { contestId, organiser } = judged;
  const [pack] = await packsOf(organiser, contestId);
  expect(await organiser.ask(MAKE, { input: { contestId } })).toEqual({ __typename: 'ResultPack', id: pack!.id, sha256: pack!.sha256 });

  const open = await aJudging(contest, district, { initiatives: 1 });
  expect(await organiser.ask(MAKE, { input: { contestId: open.contestId } })).toMatchObject({
    __typename: 'Refusal',
    code: 'PACK_NOTHING_CLOSED',
  });
  const db = contest.em().getConnection();
  await db.execute(`update scorecard set pseudonym = null where round_id = ?`, [judged.rounds[0]]);
  const packs = await contest.em().count(ResultPack);
  expect(await organiser.ask(MAKE, { input: { contestId } })).toMatchObject({ __typename: 'Refusal', code: 'PACK_CARDS_TOO_OLD' });
  expect(await contest.em().count(ResultPack)).toBe(packs);
});

test('packs are for organisers and leaders of the contest; each download is logged', async () => {
  const judging = await aResult(contest, district, { marks: ['20', '25'] });
  const [pack] = await packsOf(await contest.as(district.people.leader), judging.contestId);
  const stranger = await contest.as(await aPerson(contest, { unitId: district.units.finance, role: 'ORGANISER' }));
  expect(await packsOf(stranger, judging.contestId)).toEqual([]);
  for (const client of [stranger, await contest.as(judging.judges[0]!), await contest.as(district.people.submitter)]) {
    expect((await client.send(DOWNLOAD, { id: pack!.fileId })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  }
  const logged = await contest.em().count(AuditEntry, { operation: 'fileDownload', subjectId: pack!.fileId });
  await downloaded(contest, await contest.as(district.people.leader), pack!);
  expect(await contest.em().count(AuditEntry, { operation: 'fileDownload', subjectId: pack!.fileId })).toBe(logged + 1);
});

test('anyone gets the pack of a published contest whose rule book says so, and nobody else’s', async () => {
  const asked = (contestId: string) => contest.client().ask(PUBLIC, { contestId });
  const publish = (contestId: string) =>
    contest.em().getConnection().execute(`update contest set phase = 'PUBLISHED' where id = ?`, [contestId]);
  const one = { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 })], tieBreak: [] };
  const open = await aResult(contest, district, { marks: ['20', '25'], ruleBook: { ...one, publicPack: true } });
  const shut = await aResult(contest, district, { marks: ['20', '25'], ruleBook: one });
  expect(await asked(open.contestId)).toBeNull();
  await publish(open.contestId);
  await publish(shut.contestId);
  const [pack] = await packsOf(open.organiser, open.contestId);
  const found = await asked(open.contestId);
  expect(found).toMatchObject({ sha256: pack!.sha256, finalNumber: 1 });
  expect((await verified(await contentAt(contest, found.url))).code).toBe(0);
  expect(await asked(shut.contestId)).toBeNull();
  expect(await contest.em().count(AuditEntry, { operation: 'publicResultPack' })).toBe(0);
  await open.organiser.ask(PUBLIC, { contestId: open.contestId });
  expect(await contest.em().count(AuditEntry, { operation: 'publicResultPack', subjectId: pack!.id })).toBe(1);
});
