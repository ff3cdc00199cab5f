import { type GraphQLOutputType, type GraphQLSchema, getNamedType, isEnumType, isLeafType, isObjectType } from 'graphql';
import { idOf } from './data/ids.js';

/** Who asks a list for what. */
export interface AskedList {
  /** Null for the public. */
  readonly asker: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of one contest, or over all of them. */
  readonly of: 'ONE' | 'ALL';
  /** It looks at all that is under way to tell what of it waits: bounded by that, and not by what it answers. */
  readonly underWay?: true;
}

const one = (asker: string, variables: AskedList['variables']): AskedList => ({ asker, variables, of: 'ONE' });
const all = (asker: string | null, variables: AskedList['variables'] = {}): AskedList => ({ asker, variables, of: 'ALL' });

/** By its first day. */
const THIS_MONTH = `${new Date().toISOString().slice(0, 7)}-01`;

const large = { contestId: idOf('contest', 'large') };
const judged = { contestId: idOf('contest', 'read') };
const closed = { roundId: idOf('round', 'read') };
const signing = { roundId: idOf('round', 'sign') };

/** Every list of the schema, asked for where the data is. */
export const LISTS: Readonly<Record<string, AskedList>> = {
  achievements: all('O'),
  adoptions: all('O'),
  assignments: one('O', signing),
  auditEntries: all('ADMIN'),
  awaiting: { ...all('O'), underWay: true },
  awardRegister: all('O'),
  certificates: one('O', { contestId: idOf('contest', '1') }),
  conflicts: one('O', large),
  conflictsToDecide: all('L'),
  contests: all('O'),
  corrections: one('O', judged),
  correctiveActions: all('O'),
  counters: all('O'),
  exceptionRequests: all('O'),
  factorResets: all('ADMIN'),
  figures: one('O', { indicatorId: idOf('indicator', '1-1') }),
  files: one('O', { ownerType: 'initiative', ownerId: idOf('initiative', 'large-4') }),
  finalStandings: one('O', judged),
  grants: all('ADMIN'),
  handoverCounts: all('O', { month: THIS_MONTH }),
  handovers: all('O'),
  holds: all('O'),
  importRows: all('ADMIN', { importId: idOf('import', 'none') }),
  imports: all('ADMIN'),
  indexYears: all('O'),
  initiatives: one('O', large),
  inspections: all('O'),
  judgeStatistics: one('O', closed),
  jury: one('O', large),
  juryInvitations: one('O', large),
  juryPairs: one('O', large),
  letterTemplates: all('O'),
  licences: all('L'),
  mails: all('ADMIN'),
  myAssignments: one('J1', signing),
  myAuthorships: all('S'),
  myCards: one('J1', signing),
  myConflicts: all('L'),
  myInitiatives: all('S'),
  myInvitations: all('J1'),
  myJobs: all('O'),
  myNotices: all('O'),
  myReports: all('F'),
  mySessions: all('O'),
  nameLooks: one('O', { contestId: idOf('contest', 'close') }),
  overdue: all('O'),
  papers: all('O'),
  people: all('ADMIN', { search: 'nguyen' }),
  personDoubles: all('ADMIN'),
  personMerges: all('ADMIN'),
  pilots: all('O'),
  possibleAuthors: one('S', { contestId: idOf('contest', 'open'), search: 'nguyen' }),
  procedures: all(null),
  proposedCards: one('O', { proposalId: idOf('proposal', 'sign') }),
  proposedGrants: all('ADMIN'),
  publicAchievements: all(null),
  publicContests: all(null),
  publicIndexYears: all(null),
  publicPilots: all(null),
  publicRanking: { asker: null, variables: judged, of: 'ONE' },
  publicRollouts: all(null),
  publicServiceModels: all(null),
  ratingComments: all('O'),
  ratingHolds: all('O'),
  recognitions: all('O'),
  reformAreas: all('O'),
  reminders: all('L', { waiting: true }),
  reopenings: one('O', signing),
  reportedCases: all('O'),
  reportingPeriods: all('O'),
  reports: all('O'),
  resultPacks: one('O', judged),
  rollouts: all('O'),
  rosterUnits: all('O', { rosterId: idOf('roster', 'unit') }),
  serviceModels: all('O'),
  signals: all('O'),
  similarInitiatives: all('O', { initiativeId: idOf('initiative', 'large-2') }),
  stability: one('O', closed),
  standings: one('O', closed),
  transactionCounts: all('O'),
  undelivered: all('ADMIN'),
  unitLineage: all('O', { unitId: idOf('unit', 1) }),
  units: all('O'),
  unitsWithoutSubmission: one('O', { contestId: idOf('contest', 'open') }),
  uploads: all('S'),
  whatIf: one('O', closed),
  winners: all(null),
};

/** The names of the schema's lists. */
export function listsOf(schema: GraphQLSchema): string[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields.filter(({ type }) => getNamedType(type).name.endsWith('Connection')).map(({ name }) => name);
}

/** The orders that a list can be asked in. */
export function ordersOf(schema: GraphQLSchema, list: string): readonly string[] {
  const order = schema
    .getQueryType()
    ?.getFields()
    [list]?.args.find(({ name }) => name === 'order');
  return isEnumType(order?.type) ? order.type.getValues().map(({ name }) => name) : [];
}

/** A page of a list with all that its rows show; not counted, since that is another question. */
export function documentOf(schema: GraphQLSchema, list: string): string {
  const field = schema.getQueryType()?.getFields()[list];
  if (!field) throw new Error(`The schema has no list ${list}`);
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const connection = getNamedType(field.type);
  const edge = isObjectType(connection) ? getNamedType(connection.getFields()['edges']?.type) : undefined;
  const node = isObjectType(edge) ? edge.getFields()['node'] : undefined;
  if (!node) throw new Error(`${list} has no rows`);
  return `query (${declared}) { ${list}(${given}) { edges { node ${shown(node.type, 2)} } } }`;
}

/** What a type shows without arguments, so many levels deep. */
function shown(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return isLeafType(named) ? '' : '{ __typename }';
  const fields = Object.values(named.getFields()).filter(
    (field) => field.args.length === 0 && (depth > 0 || isLeafType(getNamedType(field.type))),
  );
  return `{ ${fields.map((field) => `${field.name} ${shown(field.type, depth - 1)}`).join(' ')} }`;
}
