import { formatDocument, stringifyDocument } from '@urql/core';
import { type Plugin, type Rolldown } from 'vite';
import { INDEXED, PATHS } from './src/app/paths';
import { CONTEST_RESULT } from './src/features/award/contest-result.query';
import { PUBLIC_INITIATIVE, WINNERS, WINNER_CHOICES } from './src/features/award/winners.query';
import { PUBLIC_CONTEST } from './src/features/contest/contest.query';
import { PUBLIC_HOME } from './src/features/contest/public-home.query';
import { PUBLIC_RATINGS } from './src/features/feedback/rating.query';
import { PROCEDURE, PROCEDURES, PROCEDURE_FIELDS } from './src/features/procedure/procedure.query';
import { IN_USE, IN_USE_CHOICES } from './src/features/rollout/in-use.query';

/** A question that a page asks as soon as it opens. */
type Question = readonly [document: object, variables?: Readonly<Record<string, string | null>>];

interface FirstLoad {
  readonly path: string;
  /** The page's file, without its ending. */
  readonly page: string;
  /** As it asks them where nothing is said behind the path. `$name` in a variable is what the address says there. */
  readonly questions?: readonly Question[];
}

const ALL_WINNERS = { search: null, year: null, areaId: null, unitId: null, tierKey: null, revoked: null, after: null };
const ALL_PROCEDURES = { search: null, fieldName: null, unchecked: null, order: null, after: null };
const ALL_IN_USE = { asOf: null, reading: 'OLD', year: null, areaId: null, after: null };

/** What comes first on the pages that people reach from elsewhere: sent with the page, so that nothing has to be asked for one after another. */
const FIRST_LOADS: readonly FirstLoad[] = [
  { path: PATHS.publicHome, page: 'contest/pages/public-home', questions: [[PUBLIC_HOME]] },
  { path: PATHS.contestPage, page: 'contest/pages/contest-page', questions: [[PUBLIC_CONTEST, { id: '$contestId' }]] },
  { path: PATHS.contestResult, page: 'award/pages/contest-result', questions: [[CONTEST_RESULT, { id: '$contestId' }]] },
  { path: PATHS.winners, page: 'award/pages/winners', questions: [[WINNERS, ALL_WINNERS], [WINNER_CHOICES]] },
  { path: PATHS.winner, page: 'award/pages/winner', questions: [[PUBLIC_INITIATIVE, { id: '$initiativeId' }]] },
  { path: PATHS.inUse, page: 'rollout/pages/in-use', questions: [[IN_USE, ALL_IN_USE], [IN_USE_CHOICES]] },
  { path: PATHS.procedures, page: 'procedure/pages/procedures', questions: [[PROCEDURES, ALL_PROCEDURES], [PROCEDURE_FIELDS]] },
  { path: PATHS.procedure, page: 'procedure/pages/procedure', questions: [[PROCEDURE, { id: '$procedureId' }]] },
  { path: PATHS.citizensVoice, page: 'feedback/pages/citizens-voice', questions: [[PUBLIC_RATINGS, { month: null }]] },
  { path: PATHS.checkResult, page: 'award/pages/check-result' },
  { path: PATHS.privacy, page: 'contest/pages/privacy' },
  { path: PATHS.accessibility, page: 'contest/pages/accessibility' },
  { path: PATHS.signIn, page: 'identity/pages/sign-in' },
  { path: PATHS.card, page: 'scoring/pages/card' },
];

/** The letters of headings and of running text, which every page begins with. */
const FIRST_FONTS = /be-vietnam-pro-(latin|vietnamese)-(400|600)-normal/;

/** The addresses of the application for the server, which answers anything else with 404, and what it sends with each first page. */
export const routes: Plugin = {
  name: 'routes',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const parts = Object.values(bundle);
      const chunks = parts.filter((part) => part.type === 'chunk');
      const fonts = parts.map(({ fileName }) => fileName).filter((name) => FIRST_FONTS.test(name));
      const firstLoads = Object.fromEntries(
        FIRST_LOADS.map(({ path, page, questions = [] }) => [path, { ...filesOf(chunks, page), questions: questions.map(written) }]),
      );
      const source = JSON.stringify({ paths: Object.values(PATHS), indexed: INDEXED, fonts, firstLoads });
      this.emitFile({ type: 'asset', fileName: 'routes.json', source });
    },
  },
};

type Chunk = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } };

/** Scripts and styles of a page and of the Vietnamese texts beside it, but for those that every page has. */
function filesOf(chunks: readonly Chunk[], page: string) {
  const [feature = ''] = page.split('/');
  const entry = withImports(chunks, (chunk) => chunk.isEntry && chunk.name === 'index');
  const wanted = [`/src/features/${page}.tsx`, `/src/features/${feature}/texts/vi.po`, '/src/texts/vi.po'];
  const own = wanted.flatMap((file) => {
    const found = withImports(chunks, (chunk) => (chunk.facadeModuleId ?? '').endsWith(file));
    if (found.length === 0) throw new Error(`${file} is not in the bundle`);
    return found;
  });
  const beyond = [...new Set(own)].filter((chunk) => !entry.includes(chunk));
  const common = new Set(entry.flatMap(stylesOf));
  return {
    scripts: beyond.map(({ fileName }) => fileName),
    styles: [...new Set(beyond.flatMap(stylesOf))].filter((style) => !common.has(style)),
  };
}

const stylesOf = ({ viteMetadata }: Chunk): string[] => [...(viteMetadata?.importedCss ?? [])];

function withImports(chunks: readonly Chunk[], is: (chunk: Chunk) => boolean): Chunk[] {
  const found = chunks.filter(is);
  for (const { imports } of found) found.push(...chunks.filter((chunk) => imports.includes(chunk.fileName) && !found.includes(chunk)));
  return found;
}

function written([document, variables = {}]: Question) {
  const query = stringifyDocument(formatDocument(document as Parameters<typeof formatDocument>[0]));
  return { name: /^query (\w+)/m.exec(query)?.[1], query, variables };
}
