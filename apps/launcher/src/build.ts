/*
 * `npm run build`: sources to `dist/`, only what changed since the last time; with `server`, the server alone. Types are checked by the gate, not here.
 * Run as it stands, before anything is built, so it imports nothing of ours that is built, and has only erasable syntax.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { transformFile } from '@swc/core';
import { bundleServer } from './bundle.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SERVER = ['apps/*/src/**/*.ts', 'libs/**/*.ts', 'prisma-free-schema/**/*.ts'];
const NOT_SERVER = /^apps\/web\/|\.(spec|d)\.ts$/;
const WEB = ['apps/web/**/*.*', 'prisma-free-schema/schema.graphql'];

/** Paths and contents of what is built and of what builds it. */
function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of [...files, '.swcrc', 'package-lock.json']) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

async function whenChanged(name: string, files: readonly string[], build: () => Promise<void>): Promise<void> {
  const stamp = join(ROOT, 'dist', `.${name}.stamp`);
  const now = fingerprint(files);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  const begun = performance.now();
  rmSync(stamp, { force: true });
  await build();
  write(stamp, now);
  process.stdout.write(`built ${name} in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
}

/** Whole or not at all: another process may be reading the old one. */
function write(file: string, text: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

async function buildServer(files: readonly string[]): Promise<void> {
  const made = new Set<string>();
  await Promise.all(
    files.map(async (file) => {
      const { code, map } = await transformFile(join(ROOT, file), { cwd: ROOT });
      const target = `dist/${file.replace(/\.ts$/, '.js')}`;
      write(join(ROOT, target), `${code}//# sourceMappingURL=${target.slice(target.lastIndexOf('/') + 1)}.map\n`);
      if (map) write(join(ROOT, `${target}.map`), map);
      made.add(target).add(`${target}.map`);
    }),
  );
  const there = globSync('dist/{apps,libs,prisma-free-schema}/**/*.{js,map}', { cwd: ROOT });
  for (const old of there.filter((file) => !made.has(file))) rmSync(join(ROOT, old));
  await bundleServer(ROOT);
}

function buildWeb(): Promise<void> {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: join(ROOT, 'apps', 'web'), // where what extracts the texts looks for its configuration
    // eslint-disable-next-line no-restricted-properties -- handed on; whoever builds from a test is not to get pages for developers
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the web pages could not be built');
  for (const file of globSync('dist/web/**/*.{js,css,svg,json}', { cwd: ROOT })) compress(join(ROOT, file));
  return Promise.resolve();
}

/** Beside each file what is sent of it: compressed once, here, and never while somebody waits. */
function compress(file: string): void {
  const content = readFileSync(file);
  const quality = content.length > 1_000_000 ? 6 : 11; // the explorer's editor has megabytes that programmers load once
  write(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
  write(`${file}.gz`, gzipSync(content, { level: 9 }));
}

const server = globSync(SERVER, { cwd: ROOT })
  .filter((file) => !NOT_SERVER.test(file))
  .sort();
const web = globSync(WEB, { cwd: ROOT, exclude: ['**/node_modules/**'] }).sort();
try {
  await whenChanged('server', server, () => buildServer(server));
  if (process.argv[2] !== 'server' && existsSync(join(ROOT, 'apps/web/vite.config.ts'))) await whenChanged('web', web, buildWeb);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The program could not be built: ${reason}\nKhông dựng được chương trình: ${reason}\n`);
  process.exitCode = 1;
}
