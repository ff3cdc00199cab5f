/*
 * Server programs as few large files: of the four thousand modules behind one, most of a start went into finding and reading each.
 * Run as it stands, before anything is built, like `build.ts`.
 */
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

/** What runs at every start, by its name there and where it was built; what is run now and then stays as it was built. */
const PROGRAMS = { main: 'api/src/main', migrate: 'api/src/migrate', seed: 'api/src/seed', worker: 'worker/src/main' };

/** A server that runs while another is built finds its own parts for so long. */
const KEPT_MS = 86_400_000;

/** Loaded by a library only where they are installed; none of them is. */
const NOT_THERE = [
  '@apollo/gateway',
  '@apollo/subgraph',
  '@as-integrations/express5',
  '@fastify/multipart',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'bufferutil',
  'pg-native',
  'ts-morph',
  'utf-8-validate',
];
/** Have parts beside them that are no script: machine code, WebAssembly, tables. */
const WITH_PARTS = ['@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', 'highs', 'libheif-js', 'pdfjs-dist', 'sharp'];

/** Asked for by address as well as by import: the rules on inputs would be kept in two places. */
const LOADED_TWICE = ['class-transformer', 'class-validator'];
/** Look beside themselves for what is not needed here, or for what is installed. */
const LOOK_BESIDE = [
  '@graphql-tools/merge',
  '@mikro-orm/core',
  '@mikro-orm/sql',
  '@nestjs/common',
  '@nestjs/graphql',
  '@nestjs/mapped-types',
  'fdir',
  'pino',
  'thread-stream',
  'unpdf',
];

const isOneOf = (names: readonly string[], id: string): boolean => names.some((name) => id === name || id.startsWith(`${name}/`));

const MAP = /\/\/# sourceMappingURL=.*\s*$/;
const isLibrary = (id: string): boolean => /[\\/]node_modules[\\/]/.test(id);

function looksBeside(id: string): boolean {
  const name = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1]?.replaceAll('\\', '/') ?? '';
  return (
    !LOOK_BESIDE.includes(name) &&
    /\.[cm]?js$/.test(id) &&
    /\bimport\.meta\.(url|dirname|resolve)|\b__dirname\b/.test(readFileSync(id, 'utf8'))
  );
}

/** A fault names a line of the source, by the maps made beside what is bundled. Of a library's lines there is none: each start would read it. */
const maps: Plugin = {
  name: 'maps',
  load(id) {
    if (isLibrary(id)) return looksBeside(id) ? this.error(`${id} looks for files beside itself: say in bundle.ts what it needs`) : null;
    if (!existsSync(`${id}.map`)) return null;
    return { code: readFileSync(id, 'utf8').replace(MAP, ''), map: readFileSync(`${id}.map`, 'utf8') };
  },
  generateBundle(_, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== 'chunk' || !part.moduleIds.every(isLibrary)) continue;
      part.code = part.code.replace(MAP, '');
      Reflect.deleteProperty(bundle, `${part.fileName}.map`);
    }
  },
};

/** Programs from `dist/apps` into `dist/server`, and what they start by its address beside them. */
export async function bundleServer(root: string): Promise<void> {
  const programs = Object.entries(PROGRAMS).map(([name, file]) => [name, join(root, 'dist', 'apps', `${file}.js`)]);
  const beside = globSync('dist/libs/**/*.{worker,process}.js', { cwd: root }).map((file) => [basename(file, '.js'), join(root, file)]);
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input: Object.fromEntries([...programs, ...beside]) as Record<string, string>,
    external: (id) => isOneOf([...NOT_THERE, ...WITH_PARTS, ...LOADED_TWICE], id) || id.endsWith('.node'),
    plugins: [maps],
    logLevel: 'warn',
  });
  await bundle.write({
    dir: join(root, 'dist', 'server.new'),
    format: 'esm',
    keepNames: true, // classes are known by their names: tokens of injection, types of the schema, tables
    sourcemap: true,
    sourcemapExcludeSources: true,
    comments: false,
    codeSplitting: { groups: [{ name: 'library', test: isLibrary, entriesAware: true }] },
  });
  await bundle.close();
  putInPlace(join(root, 'dist', 'server.new'), join(root, 'dist', 'server'));
}

/** Each file at once, and the programs after their parts, whose names are those of their content. */
function putInPlace(made: string, place: string): void {
  mkdirSync(place, { recursive: true });
  rmSync(join(place, '.compiled'), { recursive: true, force: true });
  const files = readdirSync(made);
  const isProgram = (file: string): boolean => Object.keys(PROGRAMS).some((name) => file === `${name}.js`);
  for (const file of [...files.filter((one) => !isProgram(one)), ...files.filter(isProgram)])
    renameSync(join(made, file), join(place, file));
  rmSync(made, { recursive: true });
  const old = readdirSync(place).filter((file) => !files.includes(file) && statSync(join(place, file)).mtimeMs < Date.now() - KEPT_MS);
  for (const file of old) rmSync(join(place, file));
}
