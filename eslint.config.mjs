import tseslint from 'typescript-eslint';

const SAY_THE_TIME = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
  message: 'Take the time from Clock, so that a test can say what it is.',
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'apps/web/dev-dist/',
      '**/*.mjs',
      '**/*.d.ts',
      'apps/web/src/explorer/',
      '**/*.generated.ts',
      '**/*.config.*',
      '.dependency-cruiser.mjs',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // Nest takes its options as plain objects
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/max-params': ['error', { max: 4 }], // constructors that Nest injects are exempted by an override
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read it once, in libs/platform/src/config.ts.' },
      ],
    },
  },
  {
    files: ['libs/*/src/{domain,application}/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', SAY_THE_TIME] },
  },
  {
    files: ['libs/*/src/domain/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@mikro-orm/core',
              importNames: ['EntityManager', 'EntityRepository', 'MikroORM', 'wrap'],
              message: 'An entity is handed what it needs; it fetches nothing.',
            },
          ],
        },
      ],
    },
  },
  { files: ['**/*.{service,queries,resolver,imports}.ts', '**/worker.ts'], rules: { '@typescript-eslint/max-params': ['error', { max: 6 }] } }, // what Nest injects
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    rules: {
      'no-console': ['error', { allow: ['error'] }], // what a page that throws says to whoever is asked for help
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['libs/platform/src/config.ts', 'test/**'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['test/**', '**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-params': 'off',
      'no-restricted-properties': 'off', // the test server's address
      // What comes over the wire has no type in a test.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
