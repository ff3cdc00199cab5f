import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { sql } from 'kysely';
import { demoAccounts } from '../../prisma-free-schema/seeds/demo-accounts.js';
import { loadDemoSeason } from '../../prisma-free-schema/seeds/index.js';
import { SCHEMA, type TestDatabase, createDatabase } from './database.js';
import { type Ground, type RunningContest, filesOfRun, newDataDir, startOn } from './harness.js';
import { type Operation, operationsOf } from './operations.js';

/** The demo season, loaded: something of everything, by people in every role. */
export interface DemoWorld {
  readonly contest: RunningContest;
  /** Every query of the schema, asking for all that can be read. */
  readonly queries: readonly Operation[];
  /** The id of the demo account of a role, or of whoever has an address. */
  person(roleOrEmail: string): Promise<string>;
  /** The first column of the first row. */
  one(statement: ReturnType<typeof sql<{ id: string }>>): Promise<string>;
}

/** Laid around this day, which all of its dates follow. */
const TODAY = '2026-11-23T02:00:00Z';

/** Where the first that loads the season leaves its files for the others of a run. */
const seasonFiles = (): string => join(filesOfRun(), 'season');

/** Loaded through the services once in a run. */
async function loadSeason(url: string): Promise<void> {
  const database: TestDatabase = { url, drop: () => Promise.resolve() };
  const dataDir = await newDataDir();
  const contest = await startOn({ database, dataDir }, TODAY);
  try {
    await loadDemoSeason(contest.app, contest.clock);
    await cp(dataDir, seasonFiles(), { recursive: true });
  } finally {
    await contest.stop();
  }
}

/** A copy of the loaded season. */
export async function seasonGround(): Promise<Ground> {
  const database = await createDatabase({ name: 'season_template', upon: SCHEMA, fill: loadSeason });
  const dataDir = await newDataDir();
  await cp(seasonFiles(), dataDir, { recursive: true });
  return { database, dataDir };
}

export async function demoWorld(): Promise<DemoWorld> {
  const contest = await startOn(await seasonGround(), TODAY);
  // What resembles what is found by how rare its words are: reckoned now, and not by the database at some moment between two questions.
  await sql`analyze initiative_search`.execute(contest.em().getKysely());
  const one: DemoWorld['one'] = async (statement) => {
    const { rows } = await statement.execute(contest.em().getKysely());
    if (!rows[0]) throw new Error('The demo season has no such thing');
    return rows[0].id;
  };
  return {
    contest,
    queries: operationsOf(contest.get(GraphQLSchemaHost).schema).filter(({ kind }) => kind === 'query'),
    one,
    person: (whom) => one(sql`select id from person where email = ${demoAccounts.find(({ role }) => role === whom)?.email ?? whom}`),
  };
}
