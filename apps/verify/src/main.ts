import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import {
  Misfit,
  type EditorTrace,
  type PackFault,
  PackTrail,
  editorTraces,
  type ResultPackContent,
  type TrailEnd,
  faultSentence,
  printable,
  readLogEntry,
  savedAgainSentence,
  traceInEncoding,
  verifyPack,
} from '#plain/result';
import { cleanText } from '#lib/kernel';
import { report } from './report.js';

/*
 * `npm run verify-result <file>`: computes a result pack again and says what was verified, or the first thing that does not fit.
 * Needs the file alone: no database, no network. Ends with 0 where everything fits, 1 where something does not, 2 where it cannot be read.
 */
const USAGE = 'npm run verify-result <file> [-- --log <file> [--head <hash>]]';

/** Far above any contest's: ten thousand initiatives with five cards of ten criteria each make a quarter of it. Takes tenfold the memory. */
const LARGEST = 200_000_000;

/** Why a file cannot be read, in both languages where it is ours to say. */
class Unreadable extends Error {
  constructor(
    message: string,
    readonly vi = message,
  ) {
    super(message);
  }
}

async function main(): Promise<number> {
  const { file, log, head } = asked();
  const bytes = read(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const verdict = verifyPack(bytes);
  if (verdict.fault) {
    refuseSavedAgain(file, editorTraces(bytes));
    return refuse(verdict.fault, sha256);
  }
  const { pack } = verdict;
  const trail = log === undefined ? null : await trailIn(log, pack, { sha256, head: head ?? null });
  if (trail && 'code' in trail) return refuse(trail, sha256);
  const said = trail && { ...trail, head: head ?? null };
  for (const locale of ['vi', 'en'] as const) process.stdout.write(`${report({ pack, sha256, log: said }, locale)}\n`);
  return 0;
}

function asked(): { file: string; log: string | undefined; head: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { log: { type: 'string' }, head: { type: 'string' } } });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || (values.head !== undefined && values.log === undefined)) throw new Unreadable(USAGE);
    return { file, log: values.log, head: values.head === undefined ? undefined : cleanText(values.head) };
  } catch {
    throw new Unreadable(USAGE);
  }
}

function read(file: string): Buffer {
  try {
    if (statSync(file).size > LARGEST) throw new Unreadable(`${file}: > ${String(LARGEST)} B`);
    return readFileSync(file);
  } catch (error) {
    throw new Unreadable(error instanceof Error ? error.message : file);
  }
}

/** What an editor did to the form of a file says nothing of its content: neither that it fits nor that it does not. */
function refuseSavedAgain(file: string, traces: readonly EditorTrace[]): void {
  if (traces.length > 0)
    throw new Unreadable(`${file}: ${savedAgainSentence(traces, 'en')}`, `${file}: ${savedAgainSentence(traces, 'vi')}`);
}

/** As much of a log as tells its encoding. */
function beginningOf(file: string): Buffer {
  const bytes = Buffer.alloc(4);
  const handle = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

/** The log as `npm run audit:verify -- --save <file>` writes it, an entry a line: what it says beside the pack, or what does not fit. */
async function trailIn(
  file: string,
  pack: ResultPackContent,
  order: { sha256: string; head: string | null },
): Promise<TrailEnd | PackFault> {
  const trail = new PackTrail(pack, order);
  let number = 0;
  try {
    const trace = traceInEncoding(beginningOf(file));
    refuseSavedAgain(file, trace ? [trace] : []);
    for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      number += 1;
      if (line !== '') trail.follow(readLogEntry(line, number));
    }
    return trail.end();
  } catch (error) {
    if (error instanceof Misfit) return error.fault;
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(error instanceof Error ? error.message : file);
  }
}

function refuse(fault: PackFault, sha256: string): number {
  process.stdout.write(
    `KHÔNG KHỚP. ${faultSentence(fault, 'vi')}\nDOES NOT FIT. ${faultSentence(fault, 'en')}\n${fault.code}  SHA-256 ${sha256}\n`,
  );
  return 1;
}

// Who reads the output may stop early (`| head`): how it ends says the same.
process.stdout.on('error', () => undefined);
try {
  process.exitCode = await main();
} catch (error) {
  const why = printable(error instanceof Error ? error.message : String(error));
  const vi = error instanceof Unreadable ? printable(error.vi) : why;
  process.stderr.write(`Không đọc được: ${vi}\nCannot be read: ${why}\n`);
  process.exitCode = 2;
}
