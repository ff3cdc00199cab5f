import { Initiative } from '#domain/initiative';
import { Round } from '#domain/scoring';
import { SET_PAIR, assigning, proposed } from './support/assigning.js';
import { anArea, aRound } from './support/contests.js';
import { type District, aDistrict } from './support/factories.js';
import { type RunningContest, startContest } from './support/harness.js';
import { DECLARE, OPEN_ROUND, aJudging } from './support/judging.js';

let contest: RunningContest;
let district: District;
let by: ReturnType<typeof assigning>;

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  by = assigning(contest, district);
});
afterAll(() => contest.stop());

const REMOVE_PAIR =
  'mutation ($input: RemoveJuryPairInput!) { removeJuryPair(input: $input) { __typename ... on JuryPair { id version active } ... on Refusal { code path } } }';
const PAIRS = 'query ($id: ID!) { juryPairs(contestId: $id) { totalCount edges { node { id judge { id } other { id } reason active } } } }';
const ASSIGN_JUDGE =
  'mutation ($input: AssignJudgeInput!) { assignJudge(input: $input) { __typename ... on RoundAssignment { id } ... on Refusal { code path } } }';
const two = { rounds: [aRound('dossier', { judgesPerInitiative: 2, minimumCards: 2 }), aRound('final')] };

test('expertise by area is preferred; areas that change alone make another version, one that does not exist is refused', async () => {
  const judging = await aJudging(contest, district, {
    initiatives: 2,
    judges: 3,
    ruleBook: { rounds: [aRound('dossier', { judgesPerInitiative: 1, minimumCards: 1 })], tieBreak: [] },
  });
  const [roundId = ''] = judging.rounds;
  const [one, other, third] = judging.judges as [string, string, string];
  const [first, second] = judging.initiatives as [string, string];
  const { area } = await contest.em().findOneOrFail(Initiative, { id: first });
  const elsewhere = await anArea(contest, 'Chuyển đổi số');
  await by.sql('update initiative set area_id = ? where id = ?', [elsewhere, second]);
  expect(await by.terms(judging, one, { areaIds: [elsewhere] })).toMatchObject({ version: 1, areaIds: [elsewhere] });
  expect(await by.terms(judging, other, { areaIds: [area.id] })).toMatchObject({ version: 1, areaIds: [area.id] });
  expect(await by.terms(judging, one, { areaIds: [] }, 1)).toMatchObject({ version: 2, areaIds: [] });
  expect(await by.terms(judging, one, { areaIds: [elsewhere] }, 1)).toMatchObject({ code: 'STALE' });
  expect(await by.terms(judging, one, { areaIds: [roundId] }, 2)).toMatchObject({ code: 'NOT_FOUND', path: 'areaIds' });
  expect(await by.terms(judging, one, { areaIds: [elsewhere] }, 2)).toMatchObject({ version: 3, areaIds: [elsewhere] });

  const proposal = await proposed(contest, judging.organiser, roundId);
  expect(proposal).toMatchObject({ totalFit: 4, worstFit: '2', optimal: true });
  expect(new Set(proposal.cards)).toEqual(
    new Set([
      { initiativeId: first, judgeId: other, fit: 2, fate: 'NEW' },
      { initiativeId: second, judgeId: one, fit: 2, fate: 'NEW' },
    ]),
  );
  expect(proposal.judgeLoads).toContainEqual({ judge: { id: third, fullName: expect.any(String) }, load: 0, before: 0, missing: 0 });
});

test('named pairs never sit together; where that cannot be, the pair is named, and what can be given is given only if asked', async () => {
  const judging = await aJudging(contest, district, { initiatives: 2, judges: 2, ruleBook: two });
  const [roundId = ''] = judging.rounds;
  const [judgeId, otherId] = judging.judges as [string, string];
  const input = { contestId: judging.contestId, judgeId, otherId, reason: 'Vợ chồng.' };
  const pair = await judging.organiser.ask(SET_PAIR, { input });
  expect(pair).toMatchObject({ __typename: 'JuryPair', version: 1, active: true });
  expect(await judging.organiser.ask(SET_PAIR, { input: { ...input, judgeId: otherId, otherId: judgeId } })).toMatchObject({
    code: 'JURY_PAIR_KNOWN',
  });
  expect(await judging.organiser.ask(SET_PAIR, { input: { ...input, otherId: judgeId } })).toMatchObject({
    code: 'JURY_PAIR_SAME',
    path: 'otherId',
  });
  expect(await judging.organiser.ask(SET_PAIR, { input: { ...input, otherId: district.people.judge } })).toMatchObject({
    code: 'NOT_ON_JURY',
    path: 'otherId',
  });
  const [first, second] = [judgeId, otherId].sort();
  expect(await judging.organiser.ask(PAIRS, { id: judging.contestId })).toEqual({
    totalCount: 1,
    edges: [{ node: { id: pair.id, judge: { id: first }, other: { id: second }, reason: 'Vợ chồng.', active: true } }],
  });

  const proposal = await proposed(contest, judging.organiser, roundId);
  const names = (
    await by.sql<{ full_name: string }>('select full_name from person where id in (?, ?) order by full_name', [judgeId, otherId])
  ).map((row) => row.full_name);
  expect(proposal).toMatchObject({
    added: 2,
    shortCount: 2,
    short: [0, 1].map(() => ({
      missing: 1,
      reason: 'KEPT_APART',
      binding: [{ kind: 'PAIR', judges: names, unit: null, atMost: 1 }],
    })),
  });
  expect(await by.apply(judging, proposal.id)).toMatchObject({ code: 'ASSIGNMENT_SHORT', message: expect.stringContaining('2026-') });
  expect(await by.cardsOf(roundId)).toEqual([]);
  expect(await by.apply(judging, proposal.id, { evenIfShort: true })).toMatchObject({ canApply: false });
  expect(await by.cardsOf(roundId)).toHaveLength(2);

  const given = (await by.cardsOf(roundId)).find(({ initiative }) => initiative.id === judging.initiatives[0]);
  const byHand = { roundId, initiativeId: judging.initiatives[0], judgeId: given!.judge.id === judgeId ? otherId : judgeId };
  expect(await judging.organiser.ask(ASSIGN_JUDGE, { input: byHand })).toMatchObject({ code: 'JUDGES_KEPT_APART', path: 'judgeId' });
  expect(await by.cardsOf(roundId)).toHaveLength(2);

  const remove = { pairId: pair.id, version: 1, reason: 'Nhầm người.' };
  expect(await judging.organiser.ask(REMOVE_PAIR, { input: remove })).toMatchObject({ version: 2, active: false });
  expect(await judging.organiser.ask(REMOVE_PAIR, { input: remove })).toMatchObject({ code: 'JURY_PAIR_REMOVED' });
  expect(await judging.organiser.ask(REMOVE_PAIR, { input: { ...remove, version: 2 } })).toMatchObject({ code: 'JURY_PAIR_REMOVED' });
  expect((await judging.organiser.ask(PAIRS, { id: judging.contestId })).totalCount).toBe(0);
  expect(await proposed(contest, judging.organiser, roundId)).toMatchObject({ kept: 2, added: 2, short: [] });
  expect(await judging.organiser.ask(SET_PAIR, { input })).toMatchObject({ id: pair.id, version: 3, active: true });
});

test("a unit's judges do not crowd an initiative, unless the organiser says how many may; those of the host unit are not one unit", async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 0, ruleBook: two });
  const [roundId = ''] = judging.rounds;
  const { culture, district: host } = district.units;
  for (const unitId of [culture, culture]) await by.seated(judging, unitId);
  const short = await proposed(contest, judging.organiser, roundId);
  expect(short.short).toMatchObject([
    {
      missing: 1,
      reason: 'KEPT_APART',
      binding: [{ kind: 'UNIT', atMost: 1, unit: { nameVi: expect.any(String) }, judges: [expect.any(String), expect.any(String)] }],
    },
  ]);
  expect(await proposed(contest, judging.organiser, roundId, { sameUnitAtMost: 2 })).toMatchObject({ added: 2, short: [] });

  const atHome = await aJudging(contest, district, { initiatives: 1, judges: 0, ruleBook: two });
  for (const unitId of [host, host]) await by.seated(atHome, unitId);
  expect(await proposed(contest, atHome.organiser, atHome.rounds[0]!)).toMatchObject({ added: 2, short: [] });
});

test('who takes over a card may be of the unit of another judge where the organiser has let them sit together', async () => {
  const judging = await aJudging(contest, district, { initiatives: 1, judges: 0, ruleBook: two });
  const { organiser, rounds } = judging;
  const [roundId = ''] = rounds;
  const { culture } = district.units;
  for (const unitId of [culture, culture, culture]) await by.seated(judging, unitId);
  const proposal = await proposed(contest, organiser, roundId, { sameUnitAtMost: 2 });
  await by.apply(judging, proposal.id);
  const { version } = await contest.em().findOneOrFail(Round, { id: roundId });
  await organiser.ask(OPEN_ROUND, { input: { roundId, version } });

  const [card] = await by.cardsOf(roundId);
  const judge = await contest.as(card!.judge.id);
  await judge.ask(DECLARE, { input: { scorecardId: card!.id, type: 'FAMILY', reason: 'Vợ là tác giả' } });
  const held = await by.cardsOf(roundId);
  expect(held.map(({ state }) => state)).toEqual(['EXCUSED', 'DRAFT', 'DRAFT']);
  expect(new Set(held.map(({ judge: { id } }) => id)).size).toBe(3);
});
