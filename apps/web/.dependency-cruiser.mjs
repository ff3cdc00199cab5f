/** Who may import whom in the web application. Each rule's comment is the sentence a person sees when they break it. */
const LAYERS = ['api', 'ui', 'features', 'app'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    ...LAYERS.map((layer, at) => ({
      name: `${layer}-imports-only-what-stands-before-it`,
      comment: `Order: ${LAYERS.join(' < ')}.`,
      severity: 'error',
      from: { path: `^apps/web/src/${layer}/` },
      to: { path: '^apps/web/src/', pathNot: [`^apps/web/src/(${LAYERS.slice(0, at + 1).join('|')})/`, '^apps/web/src/texts/'] },
    })),
    {
      name: 'a-feature-by-its-door',
      comment: 'A feature is entered by its index, and for parts of a page by what it shares; what neither names is its own business.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: {
        path: '^apps/web/src/features/([^/]+)/',
        pathNot: ['^apps/web/src/features/$1/', '^apps/web/src/features/[^/]+/(index|shared)\\.tsx?$'],
      },
    },
    {
      name: 'the-application-by-the-doors',
      comment: 'As above, for the application.',
      severity: 'error',
      from: { path: '^apps/web/src/app/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/[^/]+/index\\.tsx?$' },
    },
    {
      name: 'nothing-of-the-server',
      comment: 'Of the libraries a page may use what a result is checked by; all else it asks of the API.',
      severity: 'error',
      from: { path: '^apps/web/src/' },
      to: { path: '^(libs|apps)/', pathNot: ['^apps/web/', '^libs/[^/]+/src/plain\\.ts$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'apps/web/tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
