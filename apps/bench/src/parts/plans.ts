import { GraphQLSchemaHost } from '@nestjs/graphql';
import pg from 'pg';
import { PLANNER_SETTINGS } from '#lib/platform';
import { LISTS, documentOf } from '../lists.js';
import { type Part } from '../part.js';
import { MOST_READ, isWellRead, listPlan } from '../plans.js';
import { application, ask } from '../servers.js';
import { statementsOf } from '../statements.js';

/** Every list of the schema whose plan reads more than ten times what it returns, or a growing table from end to end. */
export const plans: Part = async ({ workspace, report, isAsked }) => {
  report.begin(
    'plans',
    `lists that look at more than ${String(MOST_READ)} rows for each thing they answer, or read a growing table from end to end`,
  );
  const url = await workspace.country();
  const app = await application(url, workspace.folder);
  const client = new pg.Client({ connectionString: url, options: PLANNER_SETTINGS });
  await client.connect();
  const { schema } = app.get(GraphQLSchemaHost);
  let good = 0;
  for (const [list, { asker, variables }] of Object.entries(LISTS).filter(([name]) => isAsked(name))) {
    const body = { query: documentOf(schema, list), variables: { ...variables, first: 50 } };
    await ask(app, asker, body);
    let answer: unknown = null;
    const statements = await statementsOf(async () => (answer = await ask(app, asker, body)));
    const plan = await listPlan(client, statements, answer);
    if (isWellRead(plan)) good += 1;
    else
      report.row({
        list,
        'rows read': plan.reads,
        answered: plan.answered,
        'read each': plan.times,
        'plan ms': plan.planningMs,
        'run ms': plan.executionMs,
        'from end to end': plan.scans.join(', ') || null,
      });
  }
  report.remark(`${String(good)} lists look at no more.`);
  await client.end();
  await app.close();
};
