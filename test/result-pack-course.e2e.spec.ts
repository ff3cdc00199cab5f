import { setTimeout as pause } from 'node:timers/promises';
import { type RuleBookContent, Contest } from '#domain/contest';
import { Initiative } from '#domain/initiative';
import { type PackedCard, type ResultPackContent, PackTrail, readLogEntry, verifyPack } from '#domain/result';
import { Scorecard, ScorecardVersion } from '#domain/scoring';
import { SYSTEM, newId } from '#lib/kernel';
import { UnitOfWork, auditLines } from '#lib/platform';
import { aRound, aRuleBook } from './support/contests.js';
import { APPLY, PROPOSE, SIGN_CORRECTION } from './support/corrections.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { ATTEST, CLOSE_ROUND, DECLARE, type Judging, SIGN, aJudging, marksOf, openRound } from './support/judging.js';
import { type PackNode, downloaded, packsOf } from './support/pack-files.js';
import { aResult } from './support/results.js';

let contest: RunningContest;
let district: District;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
}, 120_000);
afterAll(() => contest.stop());

const REFUSAL = '... on Refusal { code message path }';
const ask = (name: string, type: string, fields: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename ... on ${type} { ${fields} } ${REFUSAL} } }`;

/** Every card of a round that is still a draft is signed; the totals of an initiative follow from the judge and its place. */
async function signRest({ judges, initiatives }: Judging, roundId: string, apart: number | null): Promise<void> {
  for (const card of await contest.em().find(Scorecard, { round: roundId, state: 'DRAFT' })) {
    const [j, i] = [judges.indexOf(card.judge.id), initiatives.indexOf(card.initiative.id)];
    const judge = await contest.as(card.judge.id);
    await judge.ask(ATTEST, { input: { scorecardId: card.id } });
    const effect = i === apart && !card.extra ? String(5 + 10 * j) : String(30 - i);
    const input = { scorecardId: card.id, version: card.version, marks: marksOf(String(20 + i), '20.5', effect) };
    expect(await judge.ask(SIGN, { input })).toMatchObject({ __typename: 'Scorecard', state: 'SIGNED' });
  }
}

async function close({ organiser }: Judging, roundId: string): Promise<string> {
  const { state } = await organiser.ask(CLOSE_ROUND, { input: { roundId } });
  await contest.drain();
  return state;
}

const aSignedCard = (roundId: string, initiative: string) =>
  contest.em().findOneOrFail(Scorecard, { round: roundId, initiative, state: 'SIGNED' }, { orderBy: { id: 'asc' } });

/** Reopened by two people, to be signed again with the rest. */
async function reopen(card: Scorecard): Promise<void> {
  const judge = await contest.as(card.judge.id);
  const asked = await judge.ask(ask('requestReopening', 'Reopening', 'id version'), {
    input: { scorecardId: card.id, reason: 'Nhầm cột.' },
  });
  const second = await contest.as(await aPerson(contest, { unitId: district.units.district, role: 'ORGANISER' }));
  const input = { reopeningId: asked.id, version: asked.version };
  expect(await second.ask(ask('approveReopening', 'Reopening', 'state'), { input })).toMatchObject({ state: 'APPROVED' });
}

async function withdraw({ initiatives, contestId }: Judging, at: number): Promise<void> {
  const initiativeId = initiatives[at]!;
  await contest.get(UnitOfWork).act(SYSTEM, 'withdrawInitiative', async ({ em, at: now, emit }) => {
    (await em.findOneOrFail(Initiative, { id: initiativeId })).withdraw('Tác giả xin rút', now);
    emit({ type: 'initiative.withdrawn', payload: { initiativeId, contestId } });
  });
  await contest.drain();
}

async function amend({ organiser, contestId }: Judging, content: RuleBookContent): Promise<void> {
  const { version } = await contest.em().findOneOrFail(Contest, { id: contestId });
  const input = { contestId, version, content, decisionNumber: '12/QĐ', reason: 'Bổ sung bước phân định.' };
  expect(await organiser.ask(ask('amendRuleBook', 'Contest', 'id'), { input })).toMatchObject({ __typename: 'Contest' });
}

/** Another mark on a card of a closed round, and whoever passes by it too late keeps their place. */
async function correct({ organiser }: Judging, card: Scorecard): Promise<void> {
  const proposed = await organiser.ask(PROPOSE, { input: { scorecardId: card.id, kind: 'CARD_RESIGNED', reason: 'Cộng nhầm.' } });
  const on = (row: { id: string; version: number }) => ({ correctionId: row.id, version: row.version });
  const judge = await contest.as(card.judge.id);
  const signed = await judge.ask(SIGN_CORRECTION, { input: { ...on(proposed), marks: marksOf('10', '10', '10') } });
  const leader = await contest.as(district.people.leader);
  expect(await leader.ask(APPLY, { input: { ...on(signed), acceptLate: true } })).toMatchObject({ state: 'APPLIED' });
  await contest.drain();
}

/** The pack, found right in itself and by the whole audit log. */
async function verified(judging: Judging, node: PackNode): Promise<{ pack: ResultPackContent; newer: string | null }> {
  const bytes = await downloaded(contest, judging.organiser, node);
  const verdict = verifyPack(bytes);
  if (verdict.fault) throw new Error(JSON.stringify(verdict.fault));
  const trail = new PackTrail(verdict.pack, { sha256: node.sha256, head: null });
  let line = 0;
  for await (const text of auditLines(contest.em().getKysely() as never)) trail.follow(readLogEntry(text, (line += 1)));
  return { pack: verdict.pack, newer: trail.end().newer };
}

const excusedOf = (cards: readonly PackedCard[]) => cards.flatMap((card) => (card.state === 'EXCUSED' ? [card.excused] : []));

test('a contest with a recusal, a reopened card, a divergent pair, a withdrawal, an amended rule book and a correction has packs that fit', async () => {
  const jury = { judgesPerInitiative: 2, minimumCards: 1 };
  const cutOff = { score: null, top: 3 };
  const rounds = [
    aRound('dossier', { ...jury, weight: '0.4', cutOff, divergenceThreshold: '9.5', furtherMark: 'REPLACES' }),
    aRound('final', { ...jury, judgesPerInitiative: 3, weight: '0.6' }),
  ];
  const ruleBook: RuleBookContent = aRuleBook({ rounds, combination: { kind: 'WEIGHTED' }, tieBreak: [] });
  const judging = await aJudging(contest, district, { initiatives: 4, judges: 5, ruleBook });
  const { initiatives, organiser, contestId } = judging;
  const [dossier = '', final = ''] = judging.rounds;

  await openRound(contest, judging, dossier);
  await signRest(judging, dossier, 1);
  const left = await aSignedCard(dossier, initiatives[0]!);
  const declared = { scorecardId: left.id, type: 'FAMILY', reason: 'Em ruột tôi' };
  expect(await (await contest.as(left.judge.id)).ask(DECLARE, { input: declared })).toMatchObject({ state: 'EXCUSED' });
  await contest.drain();
  const again = await aSignedCard(dossier, initiatives[2]!);
  await reopen(again);
  await signRest(judging, dossier, 1);
  expect(await close(judging, dossier)).toBe('SETTLING');
  await signRest(judging, dossier, 1);
  expect(await close(judging, dossier)).toBe('CLOSED');
  expect(await contest.em().count(ScorecardVersion, { scorecard: again.id })).toBe(1);

  const [early] = await packsOf(organiser, contestId);
  const passed = (await verified(judging, early!)).pack.rounds[0]!.standings.filter(({ state }) => state === 'PASSED');
  const ids = passed.map(({ initiative }) => initiative);
  const codes = new Map((await contest.em().find(Initiative, { id: { $in: initiatives } })).map(({ code, id }) => [code, id]));
  await withdraw(judging, initiatives.indexOf(codes.get(ids[2]!)!));
  await amend(judging, { ...ruleBook, publicPack: true, tieBreak: [{ kind: 'CRITERION', round: 'dossier', criterion: 'novelty' }] });
  await openRound(contest, judging, final);
  await signRest(judging, final, null);
  expect(await close(judging, final)).toBe('CLOSED');

  const [whole] = await packsOf(organiser, contestId);
  const { pack } = await verified(judging, whole!);
  expect({
    books: pack.ruleBooks.map(({ number }) => number),
    excused: excusedOf(pack.rounds[0]!.cards),
    further: pack.rounds[0]!.cards.filter((card) => card.state === 'SIGNED' && card.extra).length,
    absent: [pack.rounds[1]!.absent, pack.final!.absent],
  }).toEqual({ books: [1, 2], excused: ['AFTER_SIGNING'], further: 1, absent: [[ids[2]], [ids[2]]] });

  await correct(judging, await aSignedCard(dossier, codes.get(ids[0]!)!));
  const [after, before] = await packsOf(organiser, contestId);
  const corrected = await verified(judging, after!);
  expect([corrected.newer, corrected.pack.rounds.map(({ result }) => result.number), corrected.pack.final!.result]).toMatchObject([
    null,
    [2, 2], // the amended ladder asks for the first round
    { number: 2, cause: 'CORRECTION' },
  ]);
  expect((await verified(judging, before!)).newer).toBe(after!.sha256);
});

test('a pack that is asked for while a result is superseded waits for the next version, and has it', async () => {
  const judged = await aResult(contest, district, { marks: ['20', '25'] });
  const {
    organiser,
    contestId,
    rounds: [roundId = ''],
  } = judged;
  const next = newId();
  let made: Promise<any> = Promise.resolve();
  await contest.em().transactional(async (em) => {
    const run = (sql: string, values: unknown[]) => em.execute(sql, values);
    await run('select 1 from contest where id = ? for update', [contestId]);
    await run('update round_result set superseded_at = made_at where round_id = ?', [roundId]);
    await run(
      `insert into round_result (id, round_id, number, cause, rule_book_id, aggregation, statistics, audit_seq, audit_hash, made_at, superseded_at)
       select ?, round_id, 2, 'CORRECTION', rule_book_id, aggregation, statistics, audit_seq, audit_hash, made_at, null
       from round_result where round_id = ?`,
      [next, roundId],
    );
    await run(
      `insert into standing select gen_random_uuid(), ?, initiative_id, rank, place, score, cards, mean, spread, adjusted, adjusted_rank, state, knocked_out, cut_off,
         decided_by, criteria from standing s join round_result v on v.id = s.result_id and v.number = 1 and v.round_id = ?`,
      [next, roundId],
    );
    made = organiser.ask(ask('makeResultPack', 'ResultPack', 'rounds { key number }'), { input: { contestId } });
    await pause(300);
  });
  expect(await made).toMatchObject({ __typename: 'ResultPack', rounds: [{ key: 'dossier', number: 2 }] });
});
