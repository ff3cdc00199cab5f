import { parseArgs } from 'node:util';
import { type Part } from './part.js';
import { acts } from './parts/acts.js';
import { browser } from './parts/browser.js';
import { certificates } from './parts/certificates.js';
import { exports } from './parts/exports.js';
import { growth } from './parts/growth.js';
import { files } from './parts/files.js';
import { memory } from './parts/memory.js';
import { pages } from './parts/pages.js';
import { plans } from './parts/plans.js';
import { ratings } from './parts/ratings.js';
import { reckoning } from './parts/reckoning.js';
import { start } from './parts/start.js';
import { trips } from './parts/trips.js';
import { Report } from './table.js';
import { Workspace } from './workspace.js';

const PARTS: Readonly<Record<string, Part>> = {
  reckoning,
  pages,
  acts,
  ratings,
  trips,
  plans,
  growth,
  memory,
  files,
  exports,
  certificates,
  start,
  browser,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Measured for so long each. */
    seconds: { type: 'string', default: '6' },
    /** Of the part, only what has this in its name. */
    only: { type: 'string' },
    /** Keeps the filled databases in a folder for the next run. */
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const unknown = positionals.find((name) => !(name in PARTS));
if (unknown) throw new Error(`No part "${unknown}": there are ${Object.keys(PARTS).join(', ')}`);

const report = new Report(values.json);
const workspace = await Workspace.open(values.data);
try {
  for (const [name, part] of Object.entries(PARTS)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    await part({ workspace, report, seconds: Number(values.seconds), isAsked: (what) => what.includes(values.only ?? '') });
    for (const child of workspace.children.splice(0)) child.kill();
  }
  report.end();
} finally {
  await workspace.close();
}
process.exit();
