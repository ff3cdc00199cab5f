import { writeFile } from 'node:fs/promises';
import { projectFile } from '#lib/platform';
import { offlineConfig, writtenSchema } from './schema.js';

const { sql, graphql } = await writtenSchema(offlineConfig());
await writeFile(projectFile('prisma-free-schema/schema.sql'), sql);
await writeFile(projectFile('prisma-free-schema/schema.graphql'), graphql);
