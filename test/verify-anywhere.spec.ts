import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { type PackedPrizes, type ResultPackContent, makePack } from '#domain/result';
import { projectFile } from '#lib/platform';
import { aPack, bytesOf } from './support/packs.js';
import { build, run } from './support/server.js';

const base = aPack();
const [first = '', second = ''] = base
  .final!.standings.filter(({ rank }) => rank !== null)
  .sort((a, b) => a.rank! - b.rank!)
  .map(({ initiative }) => initiative);
const plain = { departure: null, revoked: null, replaces: null, decision: null, reason: null };

/** A pack whose one prize goes to the place of this rank, sealed as a pack is. */
function packFor(rank: 1 | 2): Buffer {
  const prizes: PackedPrizes = {
    number: 1,
    decision: { number: '1234/QĐ-UBND', decidedOn: '2026-11-20' },
    result: 1,
    plan: [{ key: 'FIRST', track: null, quantity: 1, minimumScore: null, nameVi: 'Giải Nhất', nameEn: 'First' }],
    ...{ out: [], standings: null, withheld: [] },
    awards: [{ ...plain, initiative: rank === 1 ? first : second, tier: 'FIRST', rank }],
  };
  const pack: ResultPackContent = makePack({ ...base, prizes });
  return bytesOf(pack);
}

/** Vite runs in a process of its own: what it is built on takes nothing from the world of a test. */
const BUNDLE = `
  const { build } = await import('vite');
  const lib = { entry: 'libs/result/src/plain.ts', formats: ['iife'], name: 'door' };
  const resolve = { conditions: ['source', 'browser', 'module'] };
  const built = await build({ configFile: false, logLevel: 'silent', resolve, build: { write: false, minify: false, lib } });
  process.stdout.write([built].flat().flatMap(({ output }) => output).map(({ code }) => code ?? '').join(''));`;

/** What the door of verifying is bundled to for a browser. */
async function bundled(): Promise<string> {
  const args = ['--input-type=module', '--eval', BUNDLE];
  return (
    await promisify(execFile)(process.execPath, args, { cwd: projectFile('.'), maxBuffer: 50_000_000, env: { PATH: process.env.PATH } })
  ).stdout;
}

beforeAll(build);

test('in a browser, where there is no Node, a pack is verified, and a forged prize is found', async () => {
  const code = await bundled();
  expect(code).not.toMatch(/node:|require\(/);
  const browser = createContext({ TextEncoder, TextDecoder, given: packFor(1), forged: packFor(2) });
  const verdictOf = (name: string): unknown =>
    JSON.parse(runInContext(`JSON.stringify(door.verifyPack(new Uint8Array(${name})).fault)`, browser) as string);
  runInContext(`${code}; globalThis.door = door;`, browser);
  expect(runInContext('[typeof process, typeof Buffer, typeof require].join()', browser)).toBe('undefined,undefined,undefined');
  expect([verdictOf('given'), verdictOf('forged')]).toEqual([null, expect.objectContaining({ code: 'PRIZE_DEPARTURE' })]);
});

test('`npm run verify-result` ends with 0 for a pack with prizes, and with 1 where one was forged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pack-'));
  const ends: unknown[] = [];
  for (const rank of [1, 2] as const) {
    const file = join(folder, `${String(rank)}.json`);
    await writeFile(file, packFor(rank));
    const program = run('apps/verify/src/main.js', {}, [file]);
    ends.push(await new Promise((resolve) => program.once('close', resolve)));
  }
  await rm(folder, { recursive: true });
  expect(ends).toEqual([0, 1]);
});
