import { lingui } from '@lingui/vite-plugin';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { type Plugin, defineConfig } from 'vite';
import { INDEXED, PATHS } from './src/app/paths.ts';

/** The application, and beside it the explorer of the API for programmers. */
const PAGES = ['index', 'explorer'];

const LIBS = join(import.meta.dirname, '..', '..', 'libs');

const API = process.env.API ?? 'http://localhost:3000';

/** The addresses of the application, for the server that answers anything else with 404. */
const routes: Plugin = {
  name: 'routes',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'routes.json', source: JSON.stringify({ paths: Object.values(PATHS), indexed: INDEXED }) });
  },
};

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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    babel({ include: /\/src\/.*\.tsx?$/, plugins: ['@lingui/babel-plugin-lingui-macro'] }),
    lingui({ configPath: `${import.meta.dirname}/lingui.config.mjs` }),
    routes,
    pdfParts,
  ],
  // What results are checked by is the libraries' own source, as their `#plain/*` doors give it.
  resolve: {
    alias: [
      { find: /^#plain\/(\w+)$/, replacement: `${LIBS}/$1/src/plain.ts` },
      { find: /^#lib\/(\w+)$/, replacement: `${LIBS}/$1/src/index.ts` },
    ],
  },
  worker: { format: 'es' },
  // To work on pages: `API=http://localhost:3000 npx vite` in this folder, beside a running platform.
  optimizeDeps: { entries: ['index.html'] },
  server: { proxy: { '/graphql': API, '/files': API } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 5000,
    manifest: true,
    assetsInlineLimit: 0, // the policy of what a page may load knows no data: addresses for fonts and styles
    modulePreload: { polyfill: false },
    rollupOptions: { input: PAGES.map((page) => `${import.meta.dirname}/${page}.html`) },
  },
});
