type Ask = (query: string) => Promise<Record<string, unknown>>;

export interface Screen {
  /** Of its pictures. */
  readonly name: string;
  /** The demo account that looks, before `@hoaiduc.demo`; left out: nobody. */
  readonly account?: string;
  /** Search engines are welcome. */
  readonly indexed?: boolean;
  /** Null: the demo season has nothing for it. */
  readonly path: string | ((ask: Ask) => Promise<string | null>);
}

type Row = Readonly<Record<string, string>> & { readonly initiative: { readonly id: string }; readonly round: { readonly id: string } };

const nodes = (connection: unknown): readonly Row[] =>
  (connection as { readonly edges: readonly { readonly node: Row }[] }).edges.map(({ node }) => node);

const winner = async (ask: Ask) => {
  const { winners } = await ask('{ winners(first: 1) { edges { node { initiative { id } } } } }');
  const [first] = nodes(winners);
  return first ? `/winners/${first.initiative.id}` : null;
};

const contestPage = async (ask: Ask) => {
  const { publicContests } = await ask('{ publicContests(first: 1) { edges { node { id } } } }');
  const [first] = nodes(publicContests);
  return first ? `/contests/${String(first.id)}` : null;
};

const dossier = async (ask: Ask) => {
  const { myInitiatives } = await ask('{ myInitiatives(first: 20) { edges { node { id state } } } }');
  const found = nodes(myInitiatives).find(({ state }) => state === 'DRAFT' || state === 'RETURNED');
  return found ? `/initiatives/${String(found.id)}` : null;
};

const round = async (ask: Ask) => {
  const { myAssignments } = await ask('{ myAssignments(first: 50) { edges { node { id round { id } state } } } }');
  return nodes(myAssignments).find(({ state }) => state === 'DRAFT');
};

/** Of a contest of the office: the one in this phase. */
const inPhase = (phase: string, place: string) => async (ask: Ask) => {
  const { contests } = await ask('{ contests(first: 20) { edges { node { id phase } } } }');
  const found = nodes(contests).find((contest) => contest.phase === phase);
  return found ? `/contests/${String(found.id)}/${place}` : null;
};

/** In the order in which somebody new would walk through them. */
export const SCREENS: readonly Screen[] = [
  { name: 'public-home', indexed: true, path: '/' },
  { name: 'winners', indexed: true, path: '/winners' },
  { name: 'winner', indexed: true, path: winner },
  { name: 'contest', indexed: true, path: contestPage },
  { name: 'in-use', indexed: true, path: '/in-use' },
  { name: 'check-result', indexed: true, path: '/check-result' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'home', account: 'submitter.gddt', path: '/home' },
  { name: 'account', account: 'submitter.gddt', path: '/me' },
  { name: 'my-initiatives', account: 'submitter.gddt', path: '/initiatives' },
  { name: 'dossier', account: 'submitter.gddt', path: dossier },
  { name: 'to-confirm', account: 'submitter.gddt', path: '/to-confirm' },
  { name: 'my-cards', account: 'judge1', path: '/judging' },
  {
    name: 'round',
    account: 'judge1',
    path: async (ask) => {
      const card = await round(ask);
      return card ? `/judging/${card.round.id}` : null;
    },
  },
  {
    name: 'card',
    account: 'judge1',
    path: async (ask) => {
      const card = await round(ask);
      return card ? `/judging/${card.round.id}/cards/${String(card.id)}` : null;
    },
  },
  { name: 'year', account: 'secretary', path: inPhase('JUDGING', 'year') },
  { name: 'dossiers', account: 'secretary', path: inPhase('JUDGING', 'dossiers') },
  { name: 'final-standings', account: 'secretary', path: inPhase('DELIBERATION', 'final-standings') },
  { name: 'matrix', account: 'secretary', path: '/matrix' },
  { name: 'reports', account: 'officer.09877', path: '/reports' },
  { name: 'to-sign', account: 'chair', path: '/to-sign' },
  { name: 'dashboard', account: 'chair', path: '/dashboard' },
  { name: 'people', account: 'admin', path: '/people' },
];

export async function pathOf({ name, path }: Screen, ask: Ask): Promise<string> {
  const found = typeof path === 'string' ? path : await path(ask);
  if (found === null) throw new Error(`The demo season has nothing to show as ${name}`);
  return found;
}
