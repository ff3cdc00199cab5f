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
  'Titles, what they ask for, and holds: for programs; no page has them yet.': `
    query publicAchievements
    query eligibilityRules
    query titleEligibility
    query holds
    mutation enterTitleKind
    mutation endTitleKind
    mutation enterEligibilityRule
    mutation placeHold
    mutation endHold
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
