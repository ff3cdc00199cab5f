import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { UNIT, reportersOf, rolloutsExpectedOf, unitsOfPeriod } from '../libs/rollout/src/application/report-facts.js';
import { type RunningContest, startContest } from './support/harness.js';

let contest: RunningContest;

beforeAll(async () => {
  contest = await startContest();
}, 120_000);
afterAll(() => contest.stop());

const UNITS = [0, 1, 2, 3, 4];
const day = fc.constantFrom('2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31', '2025-03-31');
const basis = fc.constantFrom('REQUIRED', 'VOLUNTARY', 'EXEMPT');
const unit = fc.constantFrom(...UNITS);
const host = fc.constantFrom(8, 9);

const world = fc.record({
  units: fc.tuple(...UNITS.map(() => fc.option(day, { freq: 1 }))).map((ends) => ends.map((validTo, id) => ({ id, validTo }))),
  lineage: fc.uniqueArray(
    fc
      .record({ from: unit, to: unit, kind: fc.constantFrom('WHOLE', 'REST', 'SPLIT', 'PART_AREA'), on: day })
      .filter(({ from, to }) => from !== to),
    { maxLength: 6, selector: ({ from, to }) => `${String(from)}-${String(to)}` },
  ),
  rollouts: fc
    .array(fc.record({ host, startedOn: day }), { minLength: 1, maxLength: 3 })
    .map((all) => all.map((one, id) => ({ ...one, id }))),
  adoptions: fc.uniqueArray(fc.record({ rollout: fc.nat(2), unit, changes: fc.array(fc.record({ on: day, basis }), { maxLength: 3 }) }), {
    maxLength: 8,
    selector: (one) => `${String(one.rollout)}-${String(one.unit)}`,
  }),
});

/** What a world is made of, no more: who belongs to what is not what this test is about, so the keys of other tables point nowhere. */
async function put(db: Kysely<unknown>, { units, lineage, rollouts, adoptions }: typeof world extends fc.Arbitrary<infer W> ? W : never) {
  const id = (kind: string, n: number | string) => sql`md5(${`${kind}${String(n)}`})::uuid`;
  const run = (statement: ReturnType<typeof sql>) => statement.execute(db);
  await run(sql`set local session_replication_role = replica`);
  for (const { id: n, validTo } of [...units, { id: 8, validTo: null }, { id: 9, validTo: null }])
    await run(sql`insert into unit (id, root_id, kind, name_vi, name_en, valid_from, valid_to)
      values (${id('unit', n)}, ${id('unit', n)}, 'COMMUNE', ${`Xã ${String(n)}`}, 'x', '2000-01-01', ${validTo}::date)`);
  for (const { from, to, kind, on } of lineage)
    await run(sql`insert into unit_lineage (id, from_id, to_id, kind, effective_on, doubled)
      values (gen_random_uuid(), ${id('unit', from)}, ${id('unit', to)}, ${kind}, ${on}::date, true)`);
  for (const one of [8, 9]) {
    await run(sql`insert into roster (id, host_id, as_of) values (${id('roster', one)}, ${id('unit', one)}, '2024-01-01')`);
    for (const ends of ['2024-06-30', '2024-12-31', '2025-03-31'])
      await run(sql`insert into reporting_period (id, host_id, key, name_vi, name_en, starts_on, ends_on, due_on)
        values (gen_random_uuid(), ${id('unit', one)}, ${ends}, 'x', 'x', '2024-01-01', ${ends}::date, ${ends}::date)`);
  }
  for (const { id: n, host: of, startedOn } of rollouts)
    await run(sql`insert into rollout (id, initiative_id, roster_id, kind, title_vi, title_en, reason, lead_unit_id, started_on, illustrative)
      values (${id('rollout', n)}, gen_random_uuid(), ${id('roster', of)}, 'OWN_CHOICE', 'x', 'x', 'x', ${id('unit', of)}, ${startedOn}::date, true)`);
  for (const { rollout, unit: of, changes } of adoptions.filter((one) => one.rollout < rollouts.length)) {
    const adoption = id('adoption', `${String(rollout)}-${String(of)}`);
    await run(sql`insert into adoption (id, rollout_id, unit_id, basis, state, since, changed_on)
      values (${adoption}, ${id('rollout', rollout)}, ${id('unit', of)}, 'REQUIRED', 'PREPARING', '2024-01-01', '2024-01-01')`);
    for (const { on, basis: now } of changes)
      await run(sql`insert into adoption_change (id, adoption_id, to_state, basis, since, effective_on, reason, at)
        values (uuidv7(), ${adoption}, 'PREPARING', ${now}, '2024-01-01', ${on}::date, 'x', now())`);
  }
}

test('whom a period expects is the same asked from its roll-outs and from its units, whatever became of the units', async () => {
  const seen = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const em = contest.em();
      await em.begin();
      try {
        const db = em.getKysely<unknown>();
        await put(db, given);
        const rows = async (units: ReturnType<typeof sql>) =>
          (
            await sql<{ expected: boolean | null }>`select p.host_id, p.key, asked.unit_id, asked.expected
              from reporting_period p cross join lateral ${units} asked order by 1, 2, 3`.execute(db)
          ).rows;
        const ofRollouts = sql`(select r.unit_id, bool_or(r.expected) as expected from ${reportersOf(sql`p`)} r group by r.unit_id)`;
        const asked = await rows(unitsOfPeriod(sql`p`));
        for (const { expected } of asked) seen.add(expected);
        expect(asked).toEqual(await rows(ofRollouts));
        const each = async (units: ReturnType<typeof sql>) =>
          (
            await sql`select p.host_id, p.key, asked.unit_id, asked.rollout_id from reporting_period p cross join lateral ${units} asked
              order by 1, 2, 3, 4`.execute(db)
          ).rows;
        const ofUnit = sql`(select u.id as unit_id, due.rollout_id from unit u cross join lateral ${rolloutsExpectedOf(sql`p`, UNIT)} due)`;
        expect(await each(ofUnit)).toEqual(await each(sql`(select * from ${reportersOf(sql`p`)} r where r.expected)`));
      } finally {
        await em.rollback();
      }
    }),
    { numRuns: 120 },
  );
  expect([...seen].sort()).toEqual([false, true]);
}, 120_000);
