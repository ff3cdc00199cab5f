/**
 * What no page asks or does yet, by the reason: pages of the Interior Office, leaders, communes and administrators come after those of the public,
 * of writers and of judges. Whoever builds one takes its operations from here.
 */
export const NO_PAGE_YET: Readonly<Record<string, string>> = {
  'For programs: pages read a report by its period and its commune, as addresses and notices name it.': `
    query report
  `,
  'People, units, rights and the machine: with the pages of administrators and leaders.': `
    query colleagues
  `,
  'One prize by its id: for programs; pages have it in their lists.': `
    query award
  `,
  'For programs: the pages read the files of a record with the record itself, in its order.': `
    query files
  `,
  'The judging detail of a round as a workbook: with the page of its result.': `
    mutation exportRound
  `,
};
