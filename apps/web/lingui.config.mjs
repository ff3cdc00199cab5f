import { formatter } from '@lingui/format-po';

/** Vietnamese is what is written in the source, English stands beside it; each feature keeps its own texts, loaded with its pages. */
export default {
  rootDir: import.meta.dirname,
  sourceLocale: 'vi',
  locales: ['vi', 'en'],
  catalogs: [
    { path: '<rootDir>/src/texts/{locale}', include: ['<rootDir>/src/app', '<rootDir>/src/api', '<rootDir>/src/ui'] },
    { path: '<rootDir>/src/features/{name}/texts/{locale}', include: ['<rootDir>/src/features/{name}'] },
  ],
  format: formatter({ origins: false, lineNumbers: false }),
  orderBy: 'message',
};
