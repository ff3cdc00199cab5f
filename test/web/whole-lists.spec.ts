import { globSync, readFileSync } from 'node:fs';
import { type GraphQLSchema, Kind, TypeInfo, buildSchema, isObjectType, getNamedType, parse, visit, visitWithTypeInfo } from 'graphql';
import { projectFile } from '#lib/platform';

/** Lists of which a page shows one page and no more, by why none of their rows is out of reach. */
const ONE_PAGE: Readonly<Record<string, string>> = {
  'The best matches of a search, narrowed by typing on.': `
    Find myInitiatives, Find winners, FindInitiatives initiatives, FindPeople people, FindUnits units, FindUnitsOf units,
    PeopleByName people, PeopleForDossiers people, PeopleToSeat people, PossibleAuthors possibleAuthors, SimilarOnes similarInitiatives,
    UnitsByName units`,
  'One a year.': `
    AdoptChoices publicContests, ContestsOfRegister contests, ContestsToWorkOn contests, InUseChoices publicContests,
    MatrixChoices publicContests, MyInitiatives contests, MyRounds contests, PaperSubjects contests, PublicHome publicContests,
    RuleBookToEdit contests, WinnerChoices publicContests`,
  'Written down by hand, a dozen or two.': `
    AreasOfRegister reformAreas, AssignmentMatrix jury, CardsOfInitiative assignments, GrantsOf grants, ReformAreas reformAreas, Unit unitLineage`,
  'The newest, or what is next; the rest is on the page that it leads to.': `
    Awaiting awaiting, AwaitingLive awaiting, CellOfMatrix reportingPeriods, PaperSubjects reportingPeriods, ProposalJobs myJobs,
    PublicHome publicRollouts, PublicHome winners, WaitingToBeScreened initiatives`,
  'At most one row, or only what stands beside the rows.': `
    NamesUndecided nameLooks, ReportOfUnit reports, RoundLoads assignmentMatrix, YearSigning assignmentMatrix`,
  'No more than these are taken.': `
    Paper files`,
  'Says how many more there are.': `
    ConflictCheck conflicts`,
  'A session ends by itself.': `
    MySessions mySessions`,
};

const schema: GraphQLSchema = buildSchema(readFileSync(projectFile('prisma-free-schema/schema.graphql'), 'utf8'));
const sources = globSync('apps/web/src/**/*.{ts,tsx}', { cwd: projectFile('.') })
  .filter((file) => !file.includes('/explorer/'))
  .map((file) => readFileSync(projectFile(file), 'utf8'));

/** Lists of the schema that have pages and are asked for without a place to go on from. */
function firstPagesOnly(text: string): string[] {
  const found: string[] = [];
  for (const [, document = ''] of text.matchAll(/graphql\(\s*`([^`]*)`/g)) {
    const types = new TypeInfo(schema);
    let operation = '';
    visit(
      parse(document),
      visitWithTypeInfo(types, {
        OperationDefinition: ({ name }) => {
          operation = name?.value ?? '';
        },
        Field: (node) => {
          const type = getNamedType(types.getType());
          const hasPages = isObjectType(type) && type.getFields()['pageInfo'] !== undefined;
          if (hasPages && !node.arguments?.some(({ name, value }) => name.value === 'after' && value.kind === Kind.VARIABLE))
            found.push(`${operation} ${node.name.value}`);
        },
      }),
    );
  }
  return found;
}

const said = Object.values(ONE_PAGE).flatMap((lists) => lists.trim().split(/,\s+/));

test('a list that has pages is shown whole or with a way to its next page, or it is said why its first page is enough', () => {
  expect([...new Set(sources.flatMap(firstPagesOnly))].sort()).toEqual(said.sort());
});
