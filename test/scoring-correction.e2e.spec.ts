import { ContestResult, RoundResult } from '#domain/result';
import { Scorecard, ScorecardVersion } from '#domain/scoring';
import { GrantService } from '#lib/identity';
import { SYSTEM, localDate } from '#lib/kernel';
import { AuditEntry, OutboxEvent } from '#lib/platform';
import { aRound, toPhase } from './support/contests.js';
import { APPLY, CORRECTIONS, IMPACT, PROPOSE, REJECT, SIGN_CORRECTION, TO_SIGN, WITHDRAW, aReadyCorrection, cardOf } from './support/corrections.js';
import { shutOut } from './support/conflicts.js';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { STANDINGS, aJudging, marksOf, openRound, signAll } from './support/judging.js';
import { type Judged, aResult, finalLines } from './support/results.js';

let contest: RunningContest;
let district: District;
let second: Client, leader: Client;

const anOrganiser = async () => contest.as(await aPerson(contest, { unitId: district.units.interior, role: 'ORGANISER', roleUnitId: district.units.district }));

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  second = await anOrganiser();
  leader = await contest.as(district.people.leader);
});
afterAll(() => contest.stop());

const TABLES = ['correction', 'scorecard_version', 'round_result', 'contest_result', 'audit_entry'];
const written = async () =>
  Promise.all(TABLES.map((table) => contest.em().getConnection().execute(`select count(*)::int as rows from ${table}`)));
const propose = (client: Client, scorecardId: string, kind = 'CARD_RESIGNED') => client.ask(PROPOSE, { input: { scorecardId, kind, reason: 'Cộng nhầm điểm.' } });

/** Refused with this code, and nothing is written. */
async function refuses(send: () => Promise<any>): Promise<string> {
  const before = await written();
  const { __typename, code } = await send();
  expect(await written()).toEqual(before);
  return __typename === 'Refusal' ? code : __typename;
}

/** The standings of a round as `[initiative, rank, score, state]`. */
async function lines({ organiser, initiatives, rounds }: Judged, round = 0): Promise<unknown[]> {
  const { edges } = await organiser.ask(STANDINGS, { roundId: rounds[round] });
  return edges.map(({ node }: any) => [initiatives.indexOf(node.initiative.id), node.rank, node.score, node.state]);
}

/** What a list of changes says, initiatives by their place in the contest. */
const told = ({ initiatives }: Judged, changes: any[]) =>
  changes.map(({ initiative, rankBefore, rankAfter, scoreBefore, scoreAfter }) => [initiatives.indexOf(initiative.id), rankBefore, rankAfter, scoreBefore, scoreAfter]);
const places = ({ initiatives }: Judged, named: any[]) => named.map(({ id }) => initiatives.indexOf(id));

test('a card is signed anew by its judge and put in force by a second person: what it touches is shown before, and is what then happens', async () => {
  const judged = await aResult(contest, district, { marks: ['28', '26', '24'] });
  const { contestId, organiser, rounds: [roundId = ''] } = judged;
  const card = await cardOf(contest, judged, { round: 0, judge: 0, initiative: 0 });
  const proposed = await propose(organiser, card.id);
  expect(proposed).toMatchObject({ state: 'PROPOSED', canDecide: false, canWithdraw: true, resultNumber: null });
  const before = { lines: await lines(judged), final: await finalLines(organiser, judged) };
  await contest.drain();
  expect(await judged.chair.ask(TO_SIGN)).toMatchObject([{ id: proposed.id, canSign: true, reason: 'Cộng nhầm điểm.' }]);
  const signed = await judged.chair.ask(SIGN_CORRECTION, { input: { correctionId: proposed.id, version: proposed.version, marks: marksOf('21', '20', '30') } });
  expect(signed).toMatchObject({ state: 'READY' });
  expect({ lines: await lines(judged), final: await finalLines(organiser, judged) }).toEqual(before);
  expect(await contest.em().findOneOrFail(Scorecard, { id: card.id })).toMatchObject({ hash: card.hash, total: '78' });

  const impact = await leader.ask(IMPACT, { correctionId: proposed.id });
  expect(impact).toMatchObject({ id: proposed.id, canApply: true, whyNotApply: null, laterRounds: [] });
  const changes = [
    [1, 2, 1, '76', '76'],
    [0, 1, 2, '78', '74.5'], // the mean of 71 and 78
  ];
  expect(impact.rounds.map((round: any) => [round.round.id, told(judged, round.changes)])).toEqual([[roundId, changes]]);
  expect(told(judged, impact.finals)).toEqual(changes);
  expect(impact.prizes.map(({ initiative, beforeEn, afterEn }: any) => [judged.initiatives.indexOf(initiative.id), beforeEn, afterEn]).toSorted()).toEqual([
    [0, 'First prize', 'Second prize'],
    [1, 'Second prize', 'First prize'],
  ]);

  const applied = await leader.ask(APPLY, { input: { correctionId: signed.id, version: signed.version } });
  expect(applied).toMatchObject({ __typename: 'Correction', state: 'APPLIED', resultNumber: 2, decidedByName: 'Đỗ Đức Trung' });
  expect(await lines(judged)).toEqual([
    [1, 1, '76', 'PASSED'],
    [0, 2, '74.5', 'PASSED'],
    [2, 3, '74', 'PASSED'],
  ]);
  expect((await finalLines(organiser, judged)).map((line: any) => line.slice(0, 2))).toEqual([[1, 1], [0, 2], [2, 3]]);
  const versions = await contest.em().find(RoundResult, { round: roundId }, { orderBy: { number: 'asc' } });
  expect(versions.map(({ number, cause, supersededAt }) => [number, cause, supersededAt !== null])).toEqual([[1, 'CLOSING', true], [2, 'CORRECTION', false]]);
  const old = await organiser.ask(`query ($roundId: ID!) { standings(roundId: $roundId, number: 1, first: 10) { edges { node { initiative { id } rank score } } } }`, { roundId });
  expect(old.edges.map(({ node }: any) => [judged.initiatives.indexOf(node.initiative.id), node.rank, node.score])).toEqual([[0, 1, '78'], [1, 2, '76'], [2, 3, '74']]);
  expect((await contest.em().find(ContestResult, { contest: contestId }, { orderBy: { number: 'asc' } })).map(({ cause }) => cause)).toEqual(['CLOSING', 'CORRECTION']);
});

test('the card and its old version are kept with their hashes; nothing of the marks stands in the log, in an event or in a notice', async () => {
  const judged = await aResult(contest, district, { marks: ['28.5', '26'] });
  const { id, version, card } = await aReadyCorrection(contest, { judging: judged, proposer: judged.organiser }, { initiative: 0, novelty: '21.5' });
  await contest.drain();
  await leader.ask(APPLY, { input: { correctionId: id, version } });
  await contest.drain();

  const now = await contest.em().findOneOrFail(Scorecard, { id: card.id });
  const kept = await contest.em().find(ScorecardVersion, { scorecard: card.id });
  expect(kept).toMatchObject([{ number: 1, total: '78.5', hash: card.hash, nonce: card.nonce, signedAt: card.signedAt, pseudonym: card.pseudonym }]);
  expect(now).toMatchObject({ state: 'SIGNED', total: '71.5', pseudonym: card.pseudonym });
  expect(now.hash).not.toBe(card.hash);
  const entries = await contest.em().find(AuditEntry, { subjectId: id }, { orderBy: { seq: 'asc' } });
  expect(entries.map(({ operation }) => operation)).toEqual(['proposeCorrection', 'signCorrection', 'applyCorrection']);
  expect(entries.slice(1).map(({ body }) => JSON.parse(body).after.hash)).toEqual([now.hash, now.hash]);
  const events = await contest.em().find(OutboxEvent, { type: { $in: ['correction.proposed', 'correction.ready', 'result.corrected'] } });
  const notices = await contest.em().getConnection().execute(`select * from notice where kind in ('correction.proposed', 'correction.ready', 'result.corrected')`);
  expect(JSON.stringify([entries, events, notices])).not.toMatch(/(?<![:\d])(21|28|71|78)\.5(?!\d)/);
  const toldOf = (kind: string) => notices.filter((notice: any) => notice.kind === kind).map((notice: any) => notice.person_id);
  expect(toldOf('correction.proposed')).toContain(judged.judges[0]);
  expect(toldOf('result.corrected')).toEqual(expect.arrayContaining([district.people.leader, district.people.organiser]));
});

test('a card is taken out of the count where enough are left, and not where there would be fewer than the minimum', async () => {
  const rounds = [aRound('dossier', { judgesPerInitiative: 3, minimumCards: 2 })];
  const judged = await aResult(contest, district, { marks: ['28', '26'], judges: 3, ruleBook: { rounds } });
  const take = async (judge: number) => propose(judged.organiser, (await cardOf(contest, judged, { round: 0, judge, initiative: 0 })).id, 'CARD_EXCUSED');
  const ready = await take(0);
  expect(ready).toMatchObject({ state: 'READY', kind: 'CARD_EXCUSED' });
  expect(await second.ask(APPLY, { input: { correctionId: ready.id, version: ready.version } })).toMatchObject({ state: 'APPLIED', resultNumber: 2 });
  const { edges } = await judged.organiser.ask(STANDINGS, { roundId: judged.rounds[0] });
  expect(edges.map(({ node }: any) => node.cards)).toEqual([2, 3]);
  const card = await cardOf(contest, judged, { round: 0, judge: 0, initiative: 0 });
  expect(card).toMatchObject({ state: 'EXCUSED', excuseReason: 'Cộng nhầm điểm.', total: '78' });
  expect(await contest.em().count(ScorecardVersion, { scorecard: card.id })).toBe(1);

  expect(await refuses(() => take(1))).toBe('CORRECTION_BELOW_MINIMUM');
  expect(await refuses(() => take(0))).toBe('CARD_EXCUSED');
});

test('neither who proposed it nor the judge of the card decides, nobody twice, and nothing that is not signed', async () => {
  const judged = await aResult(contest, district, { marks: ['28', '26'] });
  const { organiser, chair, contestId } = judged;
  const card = await cardOf(contest, judged, { round: 0, judge: 0, initiative: 0 });
  const other = await cardOf(contest, judged, { round: 0, judge: 1, initiative: 1 });
  const proposed = await propose(organiser, card.id);
  const on = (version: number, more: object = {}) => ({ input: { correctionId: proposed.id, version, ...more } });
  expect(await refuses(() => second.ask(APPLY, on(proposed.version)))).toBe('CORRECTION_NOT_SIGNED');
  const unsigned = await leader.send(IMPACT, { correctionId: proposed.id });
  expect(unsigned.errors?.map(({ extensions }) => extensions.code)).toEqual(['CORRECTION_NOT_SIGNED']);
  expect(await refuses(() => propose(second, other.id))).toBe('CORRECTION_WAITS');
  const marks = marksOf('20', '20', '30');
  const judge = await contest.as(judged.judges[1]!);
  expect(await judge.ask(TO_SIGN)).toEqual([]);
  expect(await refuses(() => judge.ask(SIGN_CORRECTION, on(proposed.version, { marks })))).toBe('NOT_FOUND');
  expect(await refuses(() => chair.ask(SIGN_CORRECTION, on(proposed.version, { marks: marks.slice(1) })))).toBe('MARK_MISSING');
  expect(await refuses(() => chair.ask(SIGN_CORRECTION, on(9, { marks })))).toBe('STALE');
  const { version } = await chair.ask(SIGN_CORRECTION, on(proposed.version, { marks }));

  expect(await refuses(() => chair.ask(SIGN_CORRECTION, on(version, { marks })))).toBe('CORRECTION_STATE');
  expect(await refuses(() => organiser.ask(APPLY, on(version)))).toBe('SECOND_PERSON_DUE');
  expect(await refuses(() => organiser.ask(REJECT, on(version, { reason: 'Không.' })))).toBe('SECOND_PERSON_DUE');
  expect(await refuses(() => second.ask(WITHDRAW, on(version)))).toBe('CORRECTION_NOT_PROPOSER');
  await contest.get(GrantService).grantRole(SYSTEM, { personId: judged.judges[0]!, role: 'ORGANISER', unitId: district.units.district, validFrom: '2021-01-01' });
  expect(await refuses(() => chair.ask(APPLY, on(version)))).toBe('SECOND_PERSON_DUE');
  expect(await refuses(() => second.ask(APPLY, on(9)))).toBe('STALE');
  expect(await second.ask(REJECT, on(version, { reason: 'Không có căn cứ.' }))).toMatchObject({ state: 'REJECTED' });
  expect(await refuses(() => second.ask(APPLY, on(Number(version) + 1)))).toBe('CORRECTION_STATE');

  const again = await propose(organiser, card.id);
  expect(await organiser.ask(WITHDRAW, { input: { correctionId: again.id, version: again.version } })).toMatchObject({ state: 'WITHDRAWN' });
  expect(await lines(judged)).toEqual([[0, 1, '78', 'PASSED'], [1, 2, '76', 'PASSED']]);
  expect((await organiser.ask(CORRECTIONS, { contestId })).edges.map(({ node }: any) => node.state)).toEqual(['WITHDRAWN', 'REJECTED']);
});

test('a round that runs is not corrected; who may not see the judging finds nothing of a correction', async () => {
  const running = await aJudging(contest, district, { initiatives: 1, judges: 2, ruleBook: { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 1 })], tieBreak: [] } });
  await openRound(contest, running, running.rounds[0]!);
  await signAll(contest, running, running.rounds[0]!, () => marksOf('20', '20', '20'));
  expect(await refuses(async () => propose(running.organiser, (await cardOf(contest, running, { round: 0, judge: 0, initiative: 0 })).id))).toBe('ROUND_NOT_CLOSED');

  const judged = await aResult(contest, district, { marks: ['28', '26'] });
  const { contestId, initiatives, organiser } = judged;
  const { id: correctionId, version } = await aReadyCorrection(contest, { judging: judged, proposer: organiser }, { initiative: 0, novelty: '20' });
  const shut = await anOrganiser();
  await shutOut(contest, district, { organiser, initiativeId: initiatives[1]!, personId: (await shut.ask('query { me { id } }')).id });
  const { people } = await aDistrict(contest);
  for (const client of [shut, await contest.as(people.organiser), await contest.as(people.leader)]) {
    expect(await client.ask(IMPACT, { correctionId })).toBeNull();
    expect(await client.ask(CORRECTIONS, { contestId })).toMatchObject({ totalCount: 0, edges: [] });
    expect(await refuses(() => client.ask(APPLY, { input: { correctionId, version } }))).toBe('NOT_FOUND');
    expect(await refuses(() => client.ask(REJECT, { input: { correctionId, version, reason: 'Không.' } }))).toBe('NOT_FOUND');
  }
});

test('of two who apply it at once one does, and one version is made', async () => {
  const judged = await aResult(contest, district, { marks: ['28', '26'] });
  const { id: correctionId, version } = await aReadyCorrection(contest, { judging: judged, proposer: judged.organiser }, { initiative: 0, novelty: '20' });
  const answers = await Promise.all([second.ask(APPLY, { input: { correctionId, version } }), leader.ask(APPLY, { input: { correctionId, version } })]);
  expect(answers.map(({ state, code }) => code ?? state).toSorted()).toEqual(['APPLIED', 'CORRECTION_STATE']);
  expect(await contest.em().count(RoundResult, { round: judged.rounds[0]! })).toBe(2);
  expect(await contest.em().count(ScorecardVersion, { scorecard: { round: judged.rounds[0]! } })).toBe(1);
});

const twoRounds = {
  rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2, cutOff: { score: null, top: 2 } }), aRound('final', { judgesPerInitiative: 2, minimumCards: 2 })],
  tieBreak: [{ kind: 'ROUND_SCORE' as const, round: 'dossier' }],
};
/** Of three initiatives the second falls behind the third. */
const falls = { initiative: 1, novelty: '16' };
const apply = (correctionId: string, version: number, more: object = {}) => leader.ask(APPLY, { input: { correctionId, version, ...more } });

test('a round that is planned follows by itself: who passes is in it, and who fell loses the judges they were given', async () => {
  const judged = await aResult(contest, district, { marks: ['28', '24', '22'], ruleBook: twoRounds, judged: 1 });
  const [, finalId = ''] = judged.rounds;
  await judged.organiser.ask(`mutation ($input: AssignRoundInput!) { assignRound(input: $input) { __typename } }`, { input: { roundId: finalId } });
  const { id, version } = await aReadyCorrection(contest, { judging: judged, proposer: judged.organiser }, falls);
  const impact = await leader.ask(IMPACT, { correctionId: id });
  expect(impact.laterRounds.map((round: any) => [round.round.state, places(judged, round.joins), places(judged, round.leaves), round.stays, round.late])).toEqual([['PLANNED', [2], [1], [], []]]);
  expect(impact.finals).toEqual([]);
  expect(await apply(id, version)).toMatchObject({ state: 'APPLIED' });

  const held = await contest.em().find(Scorecard, { round: finalId });
  expect(new Set(held.map(({ initiative }) => judged.initiatives.indexOf(initiative.id)))).toEqual(new Set([0]));
  await openRound(contest, judged, finalId);
  const opened = await contest.em().find(Scorecard, { round: finalId });
  expect(new Set(opened.map(({ initiative }) => judged.initiatives.indexOf(initiative.id)))).toEqual(new Set([0, 2]));
});

test('a round that is open keeps whom it judges and takes in who passes now: they need cards before it can close', async () => {
  const judged = await aResult(contest, district, { marks: ['28', '24', '22'], ruleBook: twoRounds, judged: 1 });
  const { organiser, initiatives, judges, rounds: [, finalId = ''] } = judged;
  await openRound(contest, judged, finalId);
  const { id, version } = await aReadyCorrection(contest, { judging: judged, proposer: organiser }, falls);
  const impact = await leader.ask(IMPACT, { correctionId: id });
  expect(impact.laterRounds.map((round: any) => [round.round.state, places(judged, round.joins), round.leaves, places(judged, round.stays), round.late])).toEqual([['OPEN', [2], [], [1], []]]);
  expect(await apply(id, version)).toMatchObject({ state: 'APPLIED' });

  await signAll(contest, judged, finalId, () => marksOf('20', '20', '20'));
  const close = () => organiser.ask(`mutation ($input: CloseRoundInput!) { closeRound(input: $input) { __typename ... on Round { state } ... on Refusal { code } } }`, { input: { roundId: finalId } });
  expect(await close()).toMatchObject({ code: 'ROUND_INCOMPLETE' });
  for (const judgeId of judges) await organiser.ask(`mutation ($input: AssignJudgeInput!) { assignJudge(input: $input) { __typename } }`, { input: { roundId: finalId, initiativeId: initiatives[2], judgeId } });
  for (const personId of judges) {
    const card = await contest.em().findOneOrFail(Scorecard, { round: finalId, judge: personId, initiative: initiatives[2]! });
    const judge = await contest.as(personId);
    await judge.ask(`mutation ($input: CardInput!) { attest(input: $input) { __typename } }`, { input: { scorecardId: card.id } });
    await judge.ask(`mutation ($input: MarksInput!) { signScorecard(input: $input) { __typename } }`, { input: { scorecardId: card.id, version: card.version, marks: marksOf('25', '20', '20') } });
  }
  expect(await close()).toMatchObject({ state: 'CLOSED' });
  expect((await finalLines(organiser, judged)).map((line: any) => line.slice(0, 2))).toEqual([[2, 1], [0, 2], [1, 3]]);
});

test('a round that is closed takes nobody in: refused with their names, or accepted, and they keep the place of the round they reached', async () => {
  const judged = await aResult(contest, district, { marks: ['28', '24', '22'], ruleBook: twoRounds });
  const { organiser, initiatives, rounds: [dossierId = '', finalId = ''] } = judged;
  const { id, version } = await aReadyCorrection(contest, { judging: judged, proposer: organiser }, falls);
  const impact = await leader.ask(IMPACT, { correctionId: id });
  expect(impact).toMatchObject({ canApply: false, whyNotApply: { code: 'CORRECTION_ADMITS' } });
  expect(impact.laterRounds.map((round: any) => [round.round.state, round.joins, round.leaves, places(judged, round.stays), places(judged, round.late)])).toEqual([['CLOSED', [], [], [1], [2]]]);
  const refused = await apply(id, version);
  const [{ code }] = await contest.em().getConnection().execute<[{ code: string }]>(`select code from initiative where id = ?`, [initiatives[2]]);
  expect(refused).toMatchObject({ code: 'CORRECTION_ADMITS', path: 'acceptLate' });
  expect(refused.message).toContain(code);
  expect(await contest.em().count(RoundResult, { round: dossierId })).toBe(1);

  expect(await apply(id, version, { acceptLate: true })).toMatchObject({ state: 'APPLIED' });
  expect((await lines(judged)).map((line: any) => [line[0], line[1], line[3]])).toEqual([[0, 1, 'PASSED'], [2, 2, 'PASSED'], [1, 3, 'CUT_OFF']]);
  expect((await finalLines(organiser, judged)).map((line: any) => line.slice(0, 2))).toEqual([[0, 1], [1, 2], [2, 3]]);
  // Its ladder asks for the corrected round: it was ranked anew, with the same cards.
  expect(await contest.em().count(RoundResult, { round: finalId })).toBe(2);
});

test('where the ladder of a later round asks for the corrected one, its ranks follow; what was shown is what happens', async () => {
  const judged = await aResult(contest, district, { marks: ['24', '24', '10'], ruleBook: twoRounds });
  const { organiser } = judged;
  expect((await lines(judged, 1)).map((line: any) => line.slice(0, 2)).toSorted()).toEqual([[0, 1], [1, 1]]);
  const { id, version } = await aReadyCorrection(contest, { judging: judged, proposer: organiser }, { initiative: 0, novelty: '26' });
  const impact = await leader.ask(IMPACT, { correctionId: id });
  expect(impact.rounds.map((round: any) => told(judged, round.changes))).toEqual([
    [[0, 1, 1, '74', '75'], [1, 1, 2, '74', '74']],
    [[1, 1, 2, '74', '74']],
  ]);
  expect(told(judged, impact.finals)).toEqual([[1, 1, 2, '74', '74']]);
  expect(await apply(id, version)).toMatchObject({ state: 'APPLIED' });
  expect((await lines(judged, 1)).map((line: any) => line.slice(0, 2))).toEqual([[0, 1], [1, 2]]);
  expect((await finalLines(organiser, judged)).map((line: any) => line.slice(0, 3))).toEqual([[0, 1, null], [1, 2, 'ROUND_SCORE:dossier'], [2, 3, null]]);
});

test('a drafted list of awards waits to be drawn again, and once it is signed only a leader corrects the result', async () => {
  const judged = await aResult(contest, district, { marks: ['28', '26'] });
  const { contestId, initiatives, organiser } = judged;
  await toPhase(contest, contestId, 'DELIBERATION');
  const drawn = () => organiser.ask(`mutation ($input: ProposeAwardsInput!) { proposeAwards(input: $input) { __typename ... on AwardDecision { id version standingsChanged awards { initiative { id } tier { key } } } ... on Refusal { code } } }`, { input: { contestId } });
  const decision = await drawn();
  const submit = (version: number) => organiser.ask(`mutation ($input: AwardDecisionInput!) { submitAwards(input: $input) { __typename ... on AwardDecision { state version } ... on Refusal { code } } }`, { input: { decisionId: decision.id, version } });
  const submitted = await submit(decision.version);
  expect(submitted).toMatchObject({ state: 'SUBMITTED' });
  const { id, version } = await aReadyCorrection(contest, { judging: judged, proposer: organiser }, { initiative: 0, novelty: '20' });
  expect(await apply(id, version)).toMatchObject({ state: 'APPLIED' });

  const approve = (of: number) => leader.ask(`mutation ($input: ApproveAwardsInput!) { approveAwards(input: $input) { __typename ... on AwardDecision { state version } ... on Refusal { code } } }`, { input: { decisionId: decision.id, version: of, decisionNumber: '1/QĐ-UBND', decidedOn: localDate(contest.clock.now()) } });
  expect(await approve(submitted.version)).toMatchObject({ code: 'AWARD_STANDINGS_CHANGED' });
  expect(await drawn()).toMatchObject({ code: 'AWARDS_NOT_IN_DRAFT' });
  const returned = await leader.ask(`mutation ($input: ReturnAwardsInput!) { returnAwards(input: $input) { __typename ... on AwardDecision { state standingsChanged } } }`, { input: { decisionId: decision.id, version: submitted.version, reason: 'Lập lại.' } });
  expect(returned).toMatchObject({ state: 'DRAFT', standingsChanged: true });
  const again = await drawn();
  expect(again).toMatchObject({ id: decision.id, standingsChanged: false, awards: [{ initiative: { id: initiatives[1] }, tier: { key: 'FIRST' } }, { initiative: { id: initiatives[0] }, tier: { key: 'SECOND' } }] });

  const late = await aReadyCorrection(contest, { judging: judged, proposer: organiser }, { initiative: 1, novelty: '20' });
  const resubmitted = await submit(again.version);
  const canApprove = async () => (await leader.ask(`query ($contestId: ID!) { awardDecision(contestId: $contestId) { canApprove } }`, { contestId })).canApprove;
  expect([await canApprove(), await refuses(() => approve(resubmitted.version))]).toEqual([false, 'CORRECTION_WAITS']);
  await organiser.ask(WITHDRAW, { input: { correctionId: late.id, version: late.version } });
  expect(await canApprove()).toBe(true);
  expect(await approve(resubmitted.version)).toMatchObject({ state: 'APPROVED' });
  const signed = await aReadyCorrection(contest, { judging: judged, proposer: organiser }, { initiative: 1, novelty: '20' });
  expect(await second.ask(IMPACT, { correctionId: signed.id })).toMatchObject({ canApply: false, whyNotApply: { code: 'LEADER_DUE' } });
  const applyAsOrganiser = (correctionId: string, version: number) => refuses(() => second.ask(APPLY, { input: { correctionId, version } }));
  expect(await applyAsOrganiser(signed.id, signed.version)).toBe('LEADER_DUE');
  const impact = await leader.ask(IMPACT, { correctionId: signed.id });
  expect([impact.canApply, impact.prizes.map((prize: { beforeEn: string; afterEn: string }) => [prize.beforeEn, prize.afterEn])]).toEqual([true, [['First prize', 'Second prize'], ['Second prize', 'First prize']]]);
  expect(await apply(signed.id, signed.version)).toMatchObject({ state: 'APPLIED' });
  expect(await leader.ask(`query ($contestId: ID!) { awardDecision(contestId: $contestId) { state standingsChanged } }`, { contestId })).toEqual({ state: 'APPROVED', standingsChanged: true });

  await contest.em().getConnection().execute(`update contest set phase = 'PUBLISHED' where id = ?`, [contestId]);
  const complained = await aReadyCorrection(contest, { judging: judged, proposer: organiser }, { initiative: 1, novelty: '27' });
  expect(await applyAsOrganiser(complained.id, complained.version)).toBe('LEADER_DUE');
  expect(await apply(complained.id, complained.version)).toMatchObject({ state: 'APPLIED' });
  await contest.em().getConnection().execute(`update contest set phase = 'ARCHIVED' where id = ?`, [contestId]);
  expect(await refuses(() => propose(second, complained.card.id))).toBe('RESULT_STANDS');
});

test('a list of awards of a contest that was cancelled is no longer changed', async () => {
  const judged = await aResult(contest, district, { marks: ['28', '26'] });
  const { contestId, initiatives, organiser } = judged;
  await toPhase(contest, contestId, 'DELIBERATION');
  const decision = await organiser.ask(`mutation ($input: ProposeAwardsInput!) { proposeAwards(input: $input) { ... on AwardDecision { awards { id version tier { id } } } } }`, { input: { contestId } });
  await contest.em().getConnection().execute(`update contest set phase = 'CANCELLED', cancel_reason = 'Dừng.' where id = ?`, [contestId]);
  const [award] = decision.awards;
  const remove = { awardId: award.id, version: award.version, reason: 'Xem lại.' };
  const code = async (name: string, type: string, input: object) => refuses(() => organiser.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Refusal { code } } }`, { input }));
  expect(await code('removeAward', 'RemoveAwardInput', remove)).toBe('CONTEST_NOT_IN_DELIBERATION');
  expect(await code('changeAward', 'ChangeAwardInput', { ...remove, tierId: award.tier.id })).toBe('CONTEST_NOT_IN_DELIBERATION');
  expect(await code('giveAward', 'GiveAwardInput', { contestId, initiativeId: initiatives[0], tierId: award.tier.id, reason: 'Thêm.' })).toBe('CONTEST_NOT_IN_DELIBERATION');
});
