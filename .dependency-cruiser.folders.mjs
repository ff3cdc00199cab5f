import rules from './.dependency-cruiser.mjs';

/** Which folders may need each other: none. Specs are left out, since what they try with stands beside the tests. */
/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles-of-folders',
      comment: 'Two folders that need each other are one room, or hide a third. Those of `platform` still are.',
      severity: 'error',
      scope: 'folder',
      from: { pathNot: ['^libs/platform/src'] },
      to: { circular: true },
    },
  ],
  options: { ...rules.options, exclude: { path: ['^apps/', '^test/', '\\.spec\\.ts$'] } },
};
