import { globSync, readFileSync } from 'node:fs';
import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  buildSchema,
  getNamedType,
  isObjectType,
  parse,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { projectFile } from '#lib/platform';

/** Lists of which a page shows one page and no more, by why none of their rows is out of reach. */
const ONE_PAGE: Readonly<Record<string, string>> = {
  'The best matches of a search, narrowed by typing on.': `
    BesideDossier similarInitiatives, DossierToScreen similarInitiatives, Find myInitiatives, Find winners, FindInitiatives initiatives,
    FindForTeam people, FindMembers people, FindOfficials people, FindPeople people, FindUnits units, FindProcedures procedures, FindProceduresOfModel procedures, FindUnitsOf units, PeopleByName people, PeopleForDossiers people, PeopleToSeat people, PossibleAuthors possibleAuthors, SimilarOnes similarInitiatives,
    FindUnitsToInspect units, UnitsByName units`,
  'One a year.': `
    AdoptChoices publicContests, ContestsOfRegister contests, ContestsToWorkOn contests, InUseChoices publicContests,
    MatrixChoices publicContests, MyInitiatives contests, MyRounds contests, PaperSubjects contests, PublicHome publicContests,
    RuleBookToEdit contests, WinnerChoices publicContests`,
  'Written down by hand, a dozen or two.': `
    AreasOfRegister reformAreas, AssignmentTable jury, Handovers serviceModels, CardsOfInitiative assignments, GrantsOf grants, ReformAreas reformAreas, Unit unitLineage`,
  'The newest, or what is next; the rest is on the page that it leads to.': `
    PilotChoices rollouts, ServiceModelChoices rollouts,
    AssignmentsPage myJobs, Awaiting awaiting, AwaitingLive awaiting, CellOfMatrix reportingPeriods, PaperSubjects reportingPeriods, PaperSubjects rollouts,
    PublicHome publicRollouts, PublicHome winners, WaitingToBeScreened initiatives`,
  'At most one row, or only what stands beside the rows.': `
    ReportOfUnit reports, RoundAsItStands nameLooks, RoundLoads assignmentMatrix, RoundPage assignmentMatrix, YearSigning assignmentMatrix`,
  'No more than these are taken.': `
    EvidenceOfAchievement files, Paper files`,
  'Says how many more there are.': `
    ConflictCheck conflicts`,
  'A session ends by itself.': `
    MySessions mySessions`,
};

const schema: GraphQLSchema = buildSchema(readFileSync(projectFile('prisma-free-schema/schema.graphql'), 'utf8'));
const sources = globSync('apps/web/src/**/*.{ts,tsx}', { cwd: projectFile('.') })
  .filter((file) => !file.includes('/explorer/'))
  .map((file) => readFileSync(projectFile(file), 'utf8'));

interface Asked {
  readonly by: string;
  readonly list: string;
  /** What is asked of it, by the names of fragments. */
  readonly parts: readonly string[];
  readonly goesOn: boolean;
}

/** Lists of the schema that have pages. */
function listsIn(text: string): Asked[] {
  const found: Asked[] = [];
  for (const [, document = ''] of text.matchAll(/graphql\(\s*`([^`]*)`/g)) {
    const types = new TypeInfo(schema);
    let by = '';
    const begin = ({ name }: OperationDefinitionNode | FragmentDefinitionNode) => {
      by = name?.value ?? '';
    };
    visit(
      parse(document),
      visitWithTypeInfo(types, {
        OperationDefinition: begin,
        FragmentDefinition: begin,
        Field: ({ name: { value: list }, arguments: given = [], selectionSet }) => {
          const type = getNamedType(types.getType());
          if (!isObjectType(type) || type.getFields()['pageInfo'] === undefined) return;
          const parts = selectionSet?.selections.flatMap((part) => (part.kind === Kind.FRAGMENT_SPREAD ? [part.name.value] : [])) ?? [];
          const goesOn = given.some(({ name, value }) => name.value === 'after' && value.kind === Kind.VARIABLE);
          found.push({ by, list, parts, goesOn });
        },
      }),
    );
  }
  return found;
}

const lists = sources.flatMap(listsIn);

/** The page asks for the first with all else; a question of the same parts asks for those after it, as `useRest` does. */
const isGoneOnFrom = ({ list, parts }: Asked): boolean =>
  lists.some((other) => other.goesOn && other.list === list && parts.length > 0 && parts.every((part) => other.parts.includes(part)));

const said = Object.values(ONE_PAGE).flatMap((lists) => lists.trim().split(/,\s+/));

test('a list that has pages is shown whole or with a way to its next page, or it is said why its first page is enough', () => {
  const firstOnly = lists.filter((asked) => !asked.goesOn && !isGoneOnFrom(asked)).map(({ by, list }) => `${by} ${list}`);
  expect([...new Set(firstOnly)].sort()).toEqual(said.sort());
});
