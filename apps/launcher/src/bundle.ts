/*
 * Server programs as few large files: of the four thousand modules behind one, most of a start went into finding and reading each.
 * Run as it stands, before anything is built, like `build.ts`.
 */
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

/** What runs at every start; what is run now and then stays as it was built. */
const PROGRAMS = ['main', 'migrate', 'seed'];

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

/** Programs from `dist/apps/api` into `dist/server`, and what they start by its address beside them. */
export async function bundleServer(root: string): Promise<void> {
  const dist = join(root, 'dist', 'apps', 'api', 'src');
  const beside = globSync('dist/libs/**/*.{worker,process}.js', { cwd: root });
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input: [...PROGRAMS.map((name) => join(dist, `${name}.js`)), ...beside.map((file) => join(root, file))],
    external: (id) => isOneOf([...NOT_THERE, ...WITH_PARTS, ...LOADED_TWICE], id) || id.endsWith('.node'),
    plugins: [maps],
    logLevel: 'warn',
  });
  rmSync(join(root, 'dist', 'server'), { recursive: true, force: true });
  await bundle.write({
    dir: join(root, 'dist', 'server'),
    format: 'esm',
    keepNames: true, // classes are known by their names: tokens of injection, types of the schema, tables
    sourcemap: true,
    sourcemapExcludeSources: true,
    comments: false,
    codeSplitting: { groups: [{ name: 'library', test: isLibrary, entriesAware: true }] },
  });
  await bundle.close();
}
