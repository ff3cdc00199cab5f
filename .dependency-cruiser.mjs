/** Who may import whom. Each rule's comment is the sentence a person sees when they break it. */
const LAYER = (name) => `^libs/([^/]+)/src/${name}/`;

/**
 * A library's doors: `#lib/x` for what it does, `#domain/x` for what it is, `#plain/x` for what of it a result is checked by, anywhere,
 * `#before/x` for what a program asks before it loads the rest.
 */
const PLAIN_DOOR = '^libs/[^/]+/src/plain\\.ts$';
const DOOR = '^libs/[^/]+/src/((domain/)?index|plain|before)\\.ts$';
const DOMAIN_DOOR = '^libs/[^/]+/src/domain/index\\.ts$';

/** The libraries in reading order: each may import those to its left. A new library takes its place here. */
const ORDER = ['kernel', 'statistics', 'documents', 'platform', 'units', 'identity', 'notice', 'contest', 'initiative', 'jury', 'scoring', 'result', 'award', 'rollout', 'procedure', 'feedback', 'reform', 'recognition', 'pilot', 'handover', 'emulation', 'paperwork'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-stands-alone',
      comment: 'The rules of the contest know nothing of Nest, GraphQL, MinIO or a connection; what a paper says is pure, too.',
      severity: 'error',
      from: { path: LAYER('domain'), pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/$1/src/domain/', DOMAIN_DOOR, PLAIN_DOOR, '^libs/(kernel|statistics)/', '^libs/documents/src/index\\.ts$', '(^|/)node_modules/(@mikro-orm/core|decimal\\.js|diff)/', '^(node:)?crypto$'] },
    },
    {
      name: 'what-checks-a-result-needs-nothing',
      comment: 'A result is checked in a browser too: no Node, ORM or Nest behind the plain doors, at any depth.',
      severity: 'error',
      from: { path: PLAIN_DOOR },
      to: { reachable: true, pathNot: ['^libs/(kernel|statistics|contest|scoring|result)/src/', '(^|/)node_modules/(decimal\\.js|@noble/hashes)/'] },
    },
    {
      name: 'before-the-rest-comes-little',
      comment: 'A start that finds nothing to do loads no Nest, GraphQL or ORM to see it.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/before\\.ts$' },
      to: { reachable: true, path: '(^|/)node_modules/(@nestjs|@mikro-orm|graphql|@apollo|kysely)/' },
    },
    {
      name: 'application-knows-no-transport',
      comment: 'A service is called by a resolver, a job or a test alike.',
      severity: 'error',
      from: { path: LAYER('application') },
      to: { path: [LAYER('graphql'), '^apps/', '(^|/)node_modules/(@nestjs/(graphql|apollo|platform-[^/]+)|graphql|@apollo)/'] },
    },
    {
      name: 'transport-touches-no-database',
      comment: 'A resolver calls one service method; it opens no query of its own.',
      severity: 'error',
      from: { path: LAYER('graphql') },
      to: { path: '(^|/)node_modules/(@mikro-orm|kysely|pg)/' },
    },
    {
      name: 'through-the-front-door',
      comment: "Another library is used through its doors; what they don't name is its own business.",
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/$1/', DOOR] },
    },
    {
      name: 'apps-through-the-front-door',
      comment: 'As above, for the applications.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/', pathNot: DOOR },
    },
    ...ORDER.map((lib, at) => ({
      name: `${lib}-imports-only-what-stands-before-it`,
      comment: `Order: ${ORDER.join(' < ')}. To be told of what happens later, listen to an event.`,
      severity: 'error',
      from: { path: `^libs/${lib}/`, pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/', pathNot: `^libs/(${ORDER.slice(0, at + 1).join('|')})/` },
    })),
    {
      name: 'every-library-has-a-place',
      comment: 'A library that ORDER does not name is bound by no rule.',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/(${ORDER.join('|')})/` },
      to: {},
    },
    {
      name: 'nothing-imports-an-app-or-a-test',
      comment: 'Applications and tests are at the top; only tests import them.',
      severity: 'error',
      from: { pathNot: ['^(apps|test)/', '\\.spec\\.ts$'] },
      to: { path: ['^(apps|test)/', '\\.spec\\.ts$'] },
    },
    {
      name: 'resolves',
      comment: 'A rule is blind to an import that does not resolve, so none may fail to.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^apps/web/' }, // has rules of its own beside it
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'types', 'node', 'default'], extensions: ['.ts', '.js', '.json'] },
  },
};
