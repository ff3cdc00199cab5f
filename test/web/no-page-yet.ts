/** What no page asks or does, and why: all else of the schema is used by a page. */
export const NO_PAGE_YET: Readonly<Record<string, string>> = {
  'For programs: pages read a report by its period and its commune, as addresses and notices name it.': `
    query report
  `,
  'For programs: pages have a counter in their list; what its code leads to the server writes by itself.': `
    query counter
    query publicCounter
  `,
  'For programs: pages have a certificate in their list.': `
    query certificate
  `,
  'For the one-stop software, which prints them on its own papers.': `
    query slipBatch
  `,
  'For programs; pages have it in the list of schemes.': `
    query indexScheme
  `,
  'One prize by its id: for programs; pages have it in their lists.': `
    query award
  `,
};
