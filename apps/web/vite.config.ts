import { lingui } from '@lingui/vite-plugin';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { buildSchema } from 'graphql';
import { type Plugin, defineConfig } from 'vite';
import { chunkCycles } from './chunk-cycles';
import { routes } from './first-loads';

/** The application, and beside it the explorer of the API for programmers. */
const PAGES = ['index', 'explorer'];

const LIBS = join(import.meta.dirname, '..', '..', 'libs');

/** What every page is made of, and the libraries below it. */
const PARTS = [
  'api/(act|ask|client|draft-key|first-answers|graphql|key|language|overtaken|refusal|session|session-end|typed|whole-answers|wire)\\.',
  'ui/(?!act-button|chart|column-choice|drawer|echarts|export-button|fetch-file|filter-bar|fonts|nudge-button|pick-field|qr-code|save-mark|sending-list|two-texts|use-autosave|use-grid-keys|use-rem|virtual-grid)',
  'app/(brand|language-choice)\\.',
  'features/(identity/sign-in(-again)?|notice/(awaited-list|awaiting|bell|notice-item|notices))\\.',
];
/** Where each page comes from, and what its address may say: every page begins with all of them. */
const ADDRESSES = [
  'app/(page|paths|texts)\\.',
  'features/[a-z]+/(index|choices|contest-at-hand|contest-year|steps|texts)\\.ts',
  'features/[a-z]+/([a-z]+/)?([a-z-]+-search|searches|dossier-filter)\\.ts',
];
const LIBRARIES = [
  '@babel/runtime/',
  '@lingui/(core|react)/',
  '@messageformat/',
  '@tabler/icons-react/',
  '@tanstack/',
  '@?urql/',
  '@0no-co/graphql\\.web/',
  'gql\\.tada/',
  'graphql-sse/',
  'use-sync-external-store/',
  'react/',
  'react-dom/',
  'scheduler/',
  'wonka/',
];
const anyOf = (folder: string, names: readonly string[]) => new RegExp(`/${folder}/(${names.join('|')})`);

const API = process.env.API ?? 'http://localhost:3000';

const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** What pdf.js needs of fonts and encodings that a document does not carry with it, from here. */
const pdfParts: Plugin = {
  name: 'pdf-parts',
  generateBundle() {
    for (const folder of ['cmaps', 'standard_fonts'])
      for (const name of readdirSync(join(PDFJS, folder)))
        this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${name}`, source: readFileSync(join(PDFJS, folder, name)) });
  },
};

const SCHEMA = readFileSync(join(import.meta.dirname, '..', '..', 'prisma-free-schema', 'schema.graphql'), 'utf8');

/** What is never null but with an error is marked in the schema. */
function rootsThatMayBeNull(): string[] {
  const roots = Object.values(buildSchema(SCHEMA).getQueryType()?.getFields() ?? {});
  return roots.filter(({ astNode }) => astNode?.directives?.length === 0).map(({ name }) => name);
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    babel({ include: /\/src\/.*\.tsx?$/, plugins: ['@lingui/babel-plugin-lingui-macro'] }),
    lingui({ configPath: `${import.meta.dirname}/lingui.config.mjs` }),
    routes,
    pdfParts,
    chunkCycles,
  ],
  // What results are checked by is the libraries' own source, as their `#plain/*` doors give it.
  resolve: {
    alias: [
      { find: /^#plain\/(\w+)$/, replacement: `${LIBS}/$1/src/plain.ts` },
      { find: /^#lib\/(\w+)$/, replacement: `${LIBS}/$1/src/index.ts` },
    ],
  },
  define: { ROOTS_THAT_MAY_BE_NULL: JSON.stringify(rootsThatMayBeNull()) },
  worker: { format: 'es' },
  // To work on pages: `API=http://localhost:3000 npx vite` in this folder, beside a running platform.
  optimizeDeps: { entries: ['index.html'] },
  server: { proxy: { '/graphql': API, '/files': API, '/ready': API } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 5000,
    manifest: true,
    assetsInlineLimit: 0, // the policy of what a page may load knows no data: addresses for fonts and styles
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: PAGES.map((page) => `${import.meta.dirname}/${page}.html`),
      // A type that is taken from the operations of a page brings none of them.
      treeshake: { moduleSideEffects: [{ test: /\.query\.ts$/, sideEffects: false }] },
      // What every page is made of comes in two files instead of fifty, which a browser would ask for six at a time.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'react', test: anyOf('node_modules', LIBRARIES) },
            { name: 'parts', test: anyOf('apps/web/src', [...PARTS, ...ADDRESSES]) },
          ],
        },
      },
    },
  },
});
