import { Client as Connection } from 'pg';
import { AwaitingQueries } from '#lib/platform';
import { fill } from '../apps/bench/src/data/fill.js';
import { tokenOf } from '../apps/bench/src/data/ids.js';
import { mediumOf } from '../apps/bench/src/data/size.js';
import { listPlan } from '../apps/bench/src/plans.js';
import { statementsOf } from '../apps/bench/src/statements.js';
import { clientOf, startContest } from './support/harness.js';
test('x', async () => {
  const contest = await startContest('2026-11-26T02:00:00Z');
  await fill(contest.databaseUrl, mediumOf('2026-11-26'));
  const connection = new Connection({ connectionString: contest.databaseUrl });
  await connection.connect();
  for (const asker of ['O', 'L', 'J1', 'S', 'F', 'ADMIN']) {
    const client = clientOf(contest.app, { authorization: `Bearer ${tokenOf(asker)}` });
    for (const { kind } of contest.get(AwaitingQueries).kinds) {
      const ask = () => client.ask('query ($k: [String!]) { awaiting(first: 50, kinds: $k) { edges { node { id count subject since due } } } }', { k: [kind] });
      await ask();
      let answer: any;
      const statements = await statementsOf(async () => (answer = await ask()));
      const plan = await listPlan(connection, statements, answer);
      if (plan.reads > 0) console.log(asker, kind, JSON.stringify(plan), answer.edges.length);
    }
  }
  await connection.end();
  await contest.stop();
}, 300000);
