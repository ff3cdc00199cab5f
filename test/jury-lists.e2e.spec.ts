import { sql } from 'kysely';
import { type District, aDistrict, aPerson } from './support/factories.js';
import { type Client, type RunningContest, startContest } from './support/harness.js';
import { type Judging, SIGN, aJudging, attestedCards, marksOf, openRound } from './support/judging.js';

let contest: RunningContest;
let district: District;
let judging: Judging;
let judge: Client;

const NAMES = ['Trần Thị Ánh', 'Đỗ Văn Bình', 'Dương Thị Cúc'];

beforeAll(async () => {
  contest = await startContest();
  district = await aDistrict(contest);
  judging = await aJudging(contest, district, { initiatives: 3, judges: 3 });
  const db = contest.em().getKysely();
  for (const [at, personId] of judging.judges.entries())
    await sql`update person set full_name = ${NAMES[at]} where id = ${personId}`.execute(db);
  await openRound(contest, judging, judging.rounds[0]!);
  judge = await contest.as(judging.judges[0]!);
  const [card] = await attestedCards(judge, judging.rounds[0]!);
  await judge.ask(SIGN, { input: { scorecardId: card!.id, version: card!.version, marks: marksOf('20', '20', '20') } });
  contest.clock.set(new Date(contest.clock.now().getTime() + 60_000).toISOString());
  const set = 'mutation ($input: SetConflictInput!) { setConflict(input: $input) { ... on Conflict { id version } } }';
  const held = { reason: 'Đã xác minh', initiativeId: judging.initiatives[0] };
  await judging.organiser.ask(set, { input: { ...held, personId: judging.judges[1], type: 'FAMILY' } });
  const lifted = await judging.organiser.ask(set, { input: { ...held, personId: judging.judges[2], type: 'FINANCIAL' } });
  const lift = 'mutation ($input: LiftConflictInput!) { liftConflict(input: $input) { __typename } }';
  await judging.organiser.ask(lift, { input: { conflictId: lifted.id, version: lifted.version, reason: 'Không đúng' } });
  const invite = 'mutation ($input: InviteToJuryInput!) { inviteToJury(input: $input) { ... on JuryInvitation { id version } } }';
  for (const fullName of ['Vũ Thị Xuân', 'Bùi Văn Yên']) {
    const personId = await aPerson(contest, { fullName, unitId: null, role: 'JUDGE', roleUnitId: district.units.district });
    const sent = await judging.organiser.ask(invite, { input: { contestId: judging.contestId, personId } });
    if (fullName.startsWith('Vũ'))
      await judging.organiser.ask('mutation ($input: EndInvitationInput!) { withdrawInvitation(input: $input) { __typename } }', {
        input: { invitationId: sent.id, version: sent.version, reason: 'Mời nhầm' },
      });
  }
}, 120_000);
afterAll(() => contest.stop());

/** What a list's rows say, by one field or by whom they are about, both from its beginning and, two at a time, to its end. */
async function listed(client: Client, list: string, field: string, filter: string): Promise<string[]> {
  const [name = '', within] = field.split(' ').filter((word) => /\w/.test(word));
  const said = ({ node }: any) => String(within ? node[name][within] : node[name]);
  const page = (more: string) =>
    client.ask(`{ ${list}(${filter}, ${more}) { totalCount edges { node { ${field} } } pageInfo { hasNextPage endCursor } } }`);
  const whole = await page('first: 100');
  const rows = whole.edges.map(said);
  const pieces: string[] = [];
  for (let after = '', more = true; more;) {
    const piece = await page(`first: 2${after && `, after: "${after}"`}`);
    pieces.push(...piece.edges.map(said));
    after = piece.pageInfo.endCursor;
    more = piece.pageInfo.hasNextPage;
  }
  expect([whole.totalCount, pieces]).toEqual([rows.length, rows]);
  return rows;
}

test('the jury is listed as it was seated, or by name as Vietnamese sorts, and found by a part of the name without its marks', async () => {
  const jury = (more: string) => listed(judging.organiser, 'jury', 'person { fullName }', `contestId: "${judging.contestId}"${more}`);
  expect(await jury('')).toEqual(NAMES);
  expect(await jury(', order: NAME')).toEqual([NAMES[2], NAMES[1], NAMES[0]]);
  expect(await jury(', order: UNIT')).toEqual(NAMES);
  expect(await jury(', search: "do van"')).toEqual([NAMES[1]]);
});

test('the jury is narrowed to who is at home in an area', async () => {
  const { organiser, contestId } = judging;
  const { areas } = await organiser.ask('query ($id: ID!) { contest(id: $id) { areas { id } } }', { id: contestId });
  const { edges } = await organiser.ask(`{ jury(contestId: "${contestId}") { edges { node { id version } } } }`);
  const { id: seatId, version } = edges[1].node;
  const input = { seatId, version, loadMin: 0, areaIds: [areas[0].id] };
  await organiser.ask('mutation ($input: SetJuryTermsInput!) { setJuryTerms(input: $input) { __typename } }', { input });
  expect(await listed(organiser, 'jury', 'person { fullName }', `contestId: "${contestId}", areaId: "${String(areas[0].id)}"`)).toEqual([
    NAMES[1],
  ]);
});

test('invitations are narrowed by state and by name, and listed by when, by name or by state', async () => {
  const sent = (more: string) =>
    listed(judging.organiser, 'juryInvitations', 'person { fullName }', `contestId: "${judging.contestId}"${more}`);
  expect(await sent('')).toEqual(['Bùi Văn Yên', 'Vũ Thị Xuân']);
  expect(await sent(', order: OLDEST')).toEqual(['Vũ Thị Xuân', 'Bùi Văn Yên']);
  expect(await sent(', order: NAME')).toEqual(['Bùi Văn Yên', 'Vũ Thị Xuân']);
  expect(await sent(', order: STATE')).toEqual(['Bùi Văn Yên', 'Vũ Thị Xuân']);
  expect(await sent(', states: [WITHDRAWN]')).toEqual(['Vũ Thị Xuân']);
  expect(await sent(', search: "yen"')).toEqual(['Bùi Văn Yên']);
});

test('conflicts are narrowed by type, source and standing, by person, title or number, and listed from either end', async () => {
  const { organiser, contestId, judges } = judging;
  const held = (more: string) => listed(organiser, 'conflicts', 'person { fullName }', `contestId: "${contestId}"${more}`);
  expect(await held('')).toEqual([NAMES[1], NAMES[2]]);
  expect(await held(', order: NEWEST')).toEqual([NAMES[2], NAMES[1]]);
  expect(await held(', types: [FINANCIAL]')).toEqual([NAMES[2]]);
  expect(await held(', active: true')).toEqual([NAMES[1]]);
  expect(await held(', active: false, waits: false')).toEqual([NAMES[2]]);
  expect(await held(', waits: true')).toEqual([]);
  expect(await held(', sources: [DETECTED]')).toEqual([]);
  expect(await held(', search: "duong thi"')).toEqual([NAMES[2]]);
  expect(await held(`, search: "duong thi", personId: "${judges[1]!}"`)).toEqual([]);
  expect((await held(', search: "rut ngan thoi gian"')).length).toBe(2);
  const { edges } = await organiser.ask(`{ conflicts(contestId: "${contestId}") { edges { node { initiative { receiptNumber } } } } }`);
  expect((await held(`, search: "${String(edges[0].node.initiative.receiptNumber)}"`)).length).toBe(2);
});

test('cards are narrowed by state, to the office and to their judge, and to the office by judge, title or number', async () => {
  const { organiser, rounds } = judging;
  const of = `roundId: "${rounds[0]!}"`;
  const cards = (more: string) => listed(organiser, 'assignments', 'judge { fullName }', `${of}${more}`);
  const all = await cards('');
  expect(await cards(', states: [SIGNED]')).toEqual([NAMES[0]]);
  expect((await cards(', states: [DRAFT, EXCUSED]')).length).toBe(all.length - 1);
  expect(await cards(', search: "tran thi anh"')).toEqual(all.filter((name) => name === NAMES[0]));
  expect(await cards(', search: "rut ngan thoi gian"')).toEqual(all);
  expect(await cards(', search: "khong co o dau"')).toEqual([]);
  const mine = (list: string, more: string) => listed(judge, list, 'state', `${of}${more}`);
  for (const list of ['myAssignments', 'myCards']) {
    expect(await mine(list, ', states: [SIGNED]')).toEqual(['SIGNED']);
    expect((await mine(list, ', states: [DRAFT]')).length).toBe((await mine(list, '')).length - 1);
  }
});

test('what a judge takes on may be changed as long as the contest goes on, and each row says so', async () => {
  const { organiser, contestId } = judging;
  const may = async () => {
    const { edges } = await organiser.ask(`{ jury(contestId: "${contestId}") { edges { node { id version canSetTerms } } } }`);
    return edges.map(({ node }: any) => node);
  };
  const rows = await may();
  expect(rows.map(({ canSetTerms }: any) => canSetTerms)).toEqual([true, true, true]);
  const db = contest.em().getKysely();
  const { rows: was } = await sql<{ phase: string }>`select phase from contest where id = ${contestId}`.execute(db);
  await sql`update contest set phase = 'ARCHIVED' where id = ${contestId}`.execute(db);
  const [{ id: seatId, version, canSetTerms }] = await may();
  const input = { seatId, version, loadMin: 3 };
  const refused = await organiser.ask('mutation ($input: SetJuryTermsInput!) { setJuryTerms(input: $input) { ... on Refusal { code } } }', {
    input,
  });
  const { edges } = await organiser.ask(`{ jury(contestId: "${contestId}") { edges { node { id version loadMin } } } }`);
  await sql`update contest set phase = ${was[0]!.phase} where id = ${contestId}`.execute(db);
  expect([canSetTerms, refused, edges[0].node]).toEqual([false, { code: 'CONTEST_ENDED' }, { id: seatId, version, loadMin: 0 }]);
});
