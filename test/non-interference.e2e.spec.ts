import fc from 'fast-check';
import { getNamedType, isInputObjectType } from 'graphql';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { juryLibrary } from '#lib/jury';
import { resultLibrary } from '#lib/result';
import { scoringLibrary } from '#lib/scoring';
import { changed, content } from './support/content.js';
import { HIDDEN_CHANGES, NOT_HIDDEN } from './support/hidden.js';
import { hide, hideEach } from './support/hide.js';
import { FIRST, LookersOn } from './support/lookers-on.js';
import { act } from './support/inspections.js';
import { othersAct } from './support/others-act.js';
import { type Operation, variablesOf } from './support/operations.js';
import { PERMISSION_TABLE } from './support/permission-table.js';

let met: LookersOn;

beforeAll(async () => {
  met = await LookersOn.meet();
}, 120_000);
afterAll(() => met.contest.stop());

test('those who look on have something to look at', async () => {
  const judge = await met.answersTo(met.readers.get('judge')!.client, FIRST);
  expect(judge.get('myAssignments')).toContain('"totalCount":5');
  const shut = await met.answersTo(met.readers.get('conflicted organiser')!.client, FIRST);
  expect([shut.get('conflicts')?.includes('SAME_UNIT'), shut.get('assignments')?.includes('"totalCount":0')]).toEqual([true, true]);
  const all = await met.answersTo(met.judging.organiser, FIRST);
  const held = ['assignments', 'conflicts', 'jury', 'conflictCheck', 'rounds', 'presentationPanel'];
  for (const query of held) expect([query, all.get(query)?.length === shut.get(query)?.length]).toEqual([query, false]);
});

const OF_CARDS = ['signScorecard', 'openDossier', 'attest'];
const OF_THE_JURY = ['endSeat', 'excuseCards', 'declareConflict', 'setConflict', 'liftConflict', 'setJuryTerms'];

const END_SEAT = 'mutation ($input: EndSeatInput!) { endSeat(input: $input) { __typename } }';

/** How often the log has these acts, for those who read it: of the judging for who is shut out of it, of an open round's cards for everybody. */
async function logged(): Promise<[string, string, number][]> {
  const found: [string, string, number][] = [];
  for (const [reader, operations] of [
    ['conflicted leader', [...OF_CARDS, ...OF_THE_JURY]],
    ['admin', OF_CARDS],
  ] as const)
    for (const operation of operations) {
      const { client } = met.readers.get(reader)!;
      const { totalCount } = await client.ask('query ($of: String!) { auditEntries(operation: $of, first: 5) { totalCount } }', {
        of: operation,
      });
      found.push([reader, operation, totalCount]);
    }
  return found;
}

/** A judge leaves the jury, and what they have not signed is excused; the seats are everybody's to see. */
async function someoneLeaves(): Promise<void> {
  const { organiser, judges, contestId, rounds } = met.judging;
  const [seatId] = await met.idsOf(sql`select s.id from seat s join scorecard c on c.judge_id = s.person_id and c.round_id = ${rounds[1]}
    where s.contest_id = ${contestId} and s.ended_at is null and c.state = 'DRAFT' and s.person_id <> ${judges[0]} order by s.id`);
  expect(await organiser.ask(END_SEAT, { input: { seatId, reason: 'Chuyển công tác.' } })).toMatchObject({ __typename: 'Seat' });
  await met.contest.drain();
  expect(await met.idsOf(sql`select subject_id as id from audit_entry where operation = 'excuseCards'`)).toContain(seatId);
}

test('nobody notices by any query what others do in the judging, nor by what they are told of it', async () => {
  const before = await content(met.contest, ['session']);
  const said = await logged();
  expect(await met.noticed(FIRST, () => othersAct(met))).toEqual([]);
  await someoneLeaves();
  const touched = changed(before, await content(met.contest, ['session']));
  expect(['scorecard', 'conflict', 'jury_member', 'notice', 'audit_entry'].filter((table) => !touched.includes(table))).toEqual([]);
  expect(await logged()).toEqual(said);
});

test('nobody notices by any query that a surprise is ordered, of their own unit or another', async () => {
  const { organiser, judges } = met.judging;
  const units = await met.idsOf(
    sql`select distinct unit_id as id from person where id = any(${met.people}::uuid[]) and unit_id is not null order by 1`,
  );
  const own = await met.idsOf(sql`select p.unit_id as id from person p where p.id = ${judges[1]!}
    or p.id in (select g.person_id from role_grant g where g.role = 'ORGANISER') and p.id <> all(${met.people}::uuid[])`);
  expect(units).not.toEqual([]);
  const said = {
    kind: 'SURPRISE',
    decisionNumber: '12/QĐ',
    decidedOn: '2020-01-05',
    leadId: judges[1]!,
    memberIds: [],
    items: ['Niêm yết đủ'],
  };
  const order = async () => {
    for (const unitId of units.filter((id) => !own.includes(id))) {
      const given = await organiser.ask(act('orderInspection'), { input: { ...said, unitId } });
      expect(given).toMatchObject({ state: 'ORDERED', hidden: true });
    }
    await met.contest.drain();
  };
  // A leader oversees surprises in units that are not their own.
  expect(await met.noticed(FIRST, order, ['conflicted leader'])).toEqual([]);
  expect((await organiser.ask('{ inspections(first: 5) { totalCount } }')).totalCount).toBeGreaterThan(0);
});

/** What is refused to whoever is shut out, or is another's: as if there were no such thing. */
const OF_THE_JUDGING = [
  'assignment:manage',
  'round:manage',
  'jury:manage',
  'conflict:set',
  'award:propose',
  'award:publish',
  'seat:manage',
  'correction:decide',
];
const OF_A_CARD = ['scorecard:sign', 'conflict:declare'];
const takesCard = ({ args }: Operation) =>
  args.map(({ type }) => getNamedType(type)).some((input) => isInputObjectType(input) && 'scorecardId' in input.getFields());

async function refusedTo(reader: string, mutations: readonly Operation[], ids: (name: string) => string | undefined): Promise<string[]> {
  const { client } = met.readers.get(reader)!;
  const told: string[] = [];
  for (const mutation of mutations) {
    const reply = await client.send(
      mutation.document,
      variablesOf(mutation, (name) => ids(name)),
    );
    told.push(`${mutation.name} ${JSON.stringify(reply)}`);
  }
  return told;
}

test('who is shut out is refused every act of the judging as if there were no such contest, whatever stands in it; a judge every act on another card', async () => {
  const { judging, deliberation, operations } = met;
  const roundId = judging.rounds[1]!;
  const first = async (statement: ReturnType<typeof sql<{ id: string }>>) => (await met.idsOf(statement))[0] ?? '';
  const other = sql`judge_id <> ${judging.judges[0]!} and round_id = ${roundId}`;
  const real: Record<string, string> = {
    ...{ contestId: judging.contestId, roundId, initiativeId: judging.initiatives[0]!, judgeId: judging.judges[1]! },
    ...{ personId: judging.judges[1]!, scorecardId: await first(sql`select id from scorecard where ${other} order by state desc, id`) },
    conflictId: await first(sql`select id from conflict where person_id = ${judging.judges[4]!}`),
    seatId: await first(sql`select id from seat where contest_id = ${judging.contestId} and kind = 'JUDGE'`),
    decisionId: await first(sql`select id from award_decision where contest_id = ${deliberation.contestId}`),
    awardId: await first(sql`select id from award`),
    kind: 'JUDGE',
  };
  const pretended = new Map<string, string>();
  const unreal = (name: string) =>
    /Id$/.test(name) && name !== 'personId' ? (pretended.get(name) ?? pretended.set(name, randomUUID()).get(name)) : real[name];
  const organising = operations.filter(({ name, kind }) => kind === 'mutation' && OF_THE_JUDGING.includes(PERMISSION_TABLE[name] ?? ''));
  const carded = operations.filter((one) => takesCard(one) && OF_A_CARD.includes(PERMISSION_TABLE[one.name] ?? ''));

  const before = await content(met.contest, ['session']);
  for (const [reader, mutations] of [
    ['conflicted organiser', organising],
    ['judge', carded],
  ] as const) {
    expect(mutations.length).toBeGreaterThan(4);
    const nothing = await refusedTo(reader, mutations, unreal);
    expect(nothing.filter((told) => !told.includes('"NOT_FOUND"'))).toEqual([]);
    expect(await refusedTo(reader, mutations, (name) => real[name])).toEqual(nothing);
  }
  expect(changed(before, await content(met.contest, ['session']))).toEqual([]);
});

/** One after the other, to say which it was. */
async function culprits(): Promise<string[]> {
  const found: string[] = [];
  for (const [at, { table, shownTo }] of HIDDEN_CHANGES.entries()) {
    const by = await met.noticed(FIRST, () => hideEach(met, [at]), shownTo);
    found.push(...by.map((what) => `${table} (${String(at)}) by ${what}`));
  }
  return found;
}

test('every table of the judging is changed in secret, or said why not', () => {
  const tables = [...juryLibrary.entities, ...scoringLibrary.entities, ...resultLibrary.entities].map((entity: any) =>
    String(entity.name)
      .replace(/(?<!^)[A-Z]/g, '_$&')
      .toLowerCase(),
  );
  const known = new Set([...HIDDEN_CHANGES.map(({ table }) => table), ...Object.keys(NOT_HIDDEN)]);
  expect(tables.filter((table) => !known.has(table))).toEqual([]);
});

test('nobody notices a hidden change of any kind by any query of the schema', async () => {
  const every = [...HIDDEN_CHANGES.keys()];
  const shown = every.filter((at) => HIDDEN_CHANGES[at]?.shownTo);
  const found = await met.noticed(FIRST, () =>
    hideEach(
      met,
      every.filter((at) => !shown.includes(at)),
    ),
  );
  for (const at of shown) found.push(...(await met.noticed(FIRST, () => hideEach(met, [at]), HIDDEN_CHANGES[at]?.shownTo)));
  expect(found.length > 0 ? await culprits() : []).toEqual([]);
  // Twenty seconds, but for naming those that were noticed.
}, 900_000);

const choices = fc.record({ places: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 }), optional: fc.boolean() });
const hidden = fc.record({ at: fc.nat({ max: HIDDEN_CHANGES.length - 1 }), seed: fc.nat({ max: 1000 }) });

test('nor any list of hidden changes, whatever is asked about', async () => {
  await fc.assert(
    fc.asyncProperty(choices, fc.array(hidden, { minLength: 1, maxLength: 6 }), async (choice, list) => {
      const shownTo = list.flatMap(({ at }) => HIDDEN_CHANGES[at]?.shownTo ?? []);
      expect(await met.noticed(choice, () => hide(met, list), shownTo)).toEqual([]);
    }),
    { numRuns: 4, endOnFailure: true, includeErrorInReport: true },
  );
}, 120_000);
