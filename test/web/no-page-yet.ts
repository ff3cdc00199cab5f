/** What no page asks or does, and why: all else of the schema is used by a page. */
export const NO_PAGE_YET: Readonly<Record<string, string>> = {
  'For programs: pages read a report by its period and its commune, as addresses and notices name it.': `
    query report
  `,
  'For programs: pages have a counter in their list, or by the code that hangs there.': `
    query counter
  `,
  'One prize by its id: for programs; pages have it in their lists.': `
    query award
  `,
  'For programs: the pages read the files of a record with the record itself, in its order.': `
    query files
  `,
};
