/** Who may import whom in the web application. Each rule's comment is the sentence a person sees when they break it. */
const LAYERS = ['api', 'ui', 'features', 'app'];

/** As their libraries stand: a feature shows parts of those before it. */
const FEATURES = [
  ...['platform', 'audit', 'units', 'identity', 'notice', 'contest', 'initiative', 'jury', 'scoring', 'result', 'award', 'rollout'],
  ...['procedure', 'feedback', 'reform', 'recognition', 'pilot', 'handover', 'emulation', 'paperwork'],
];

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
    ...FEATURES.map((feature, at) => ({
      name: `${feature}-shows-parts-of-what-stands-before-it`,
      comment: `Order: ${FEATURES.join(' < ')}.`,
      severity: 'error',
      from: { path: `^apps/web/src/features/${feature}/` },
      to: { path: '^apps/web/src/features/', pathNot: `^apps/web/src/features/(${FEATURES.slice(0, at + 1).join('|')})/` },
    })),
    {
      name: 'every-feature-has-its-place',
      comment: 'A feature that is not in the order above may be imported by none and import none.',
      severity: 'error',
      from: { path: '^apps/web/src/features/', pathNot: `^apps/web/src/features/(${FEATURES.join('|')})/` },
      to: { path: '^apps/web/src/' },
    },
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
