import { type CombinedError, useClient } from 'urql';
import { useAct } from '../../api/act';
import { type Asked, useAsk } from '../../api/ask';
import { type Known, type Sent } from '../../api/autosaver';
import { type ResultOf } from '../../api/graphql';
import { type Problem } from '../../api/refusal';
import { charactersIn } from '../../ui/field';
import { problemsOf } from '../../ui/form';
import { type Autosave, useAutosave } from '../../ui/use-autosave';
import { DECLARE, DOSSIER, type Dossier, LIMITS, SAVE, SET_AUTHORS } from './dossier.query';
import { pathOf } from './steps';

/** What is typed into a dossier, field by field. A type, since an interface is no record. */
export type DossierFields = Pick<
  Dossier,
  'title' | 'problem' | 'solution' | 'novelty' | 'effect' | 'influence' | 'track' | 'firstAppliedOn' | 'confidential' | 'authors'
> & {
  areaId: string;
  declared: { ownWork: boolean; notPrizedElsewhere: boolean; nobodyOnJury: boolean };
};

export const knownOf = (dossier: Dossier): Known<DossierFields> => {
  const { version, title, problem, solution, novelty, effect, influence, track, firstAppliedOn, confidential, authors, area } = dossier;
  const { ownWorkAt, notPrizedElsewhereAt, nobodyOnJuryAt } = dossier;
  const declared = {
    ownWork: ownWorkAt !== null,
    notPrizedElsewhere: notPrizedElsewhereAt !== null,
    nobodyOnJury: nobodyOnJuryAt !== null,
  };
  const texts = { title, problem, solution, novelty, effect, influence, track, firstAppliedOn, confidential };
  return { version, value: { ...texts, authors, areaId: area.id, declared } };
};

/** In hundredths, so that sums are exact. */
export const hundredths = (share: string): number => Math.round(Number(share.replace(',', '.') || Number.NaN) * 100);
export const sumOf = (authors: DossierFields['authors']): number => authors.reduce((sum, { share }) => sum + hundredths(share), 0);

/** Which field of what is typed a path of an act is about. */
const fieldOf = ({ path }: Problem): keyof DossierFields => {
  const [first = ''] = pathOf({ path }).split('.');
  return first === 'ownWork' || first === 'notPrizedElsewhere' || first === 'nobodyOnJury' ? 'declared' : (first as keyof DossierFields);
};

/** One act for what changed: authors and declarations have acts of their own. */
export function useDossier(dossier: Dossier, asked: Asked<unknown>) {
  const client = useClient();
  const { data } = useAsk(LIMITS, { contestId: dossier.contest.id });
  const limits = data?.initiativeLimits;
  const [save, setAuthors, declare] = [useAct(SAVE), useAct(SET_AUTHORS), useAct(DECLARE)];
  const autosave: Autosave<DossierFields> = useAutosave<DossierFields>(
    {
      place: placeOf(dossier.id),
      label: dossier.title,
      path: `/initiatives/${dossier.id}`,
      known: knownOf(dossier),
      holds: (field, value) =>
        field === 'authors'
          ? sumOf(value as DossierFields['authors']) !== 10_000
          : typeof value === 'string' && charactersIn(value) > (longest(limits, field) ?? Number.POSITIVE_INFINITY),
      send: async ({ authors, declared, ...texts }, version): Promise<Sent<DossierFields>> => {
        const at = { initiativeId: dossier.id, version };
        const named = authors?.map(({ personId, share, lead }) => ({ personId, share: share.replace(',', '.'), lead }));
        const outcome = await (named
          ? setAuthors.run({ ...at, authors: named })
          : declared
            ? declare.run({ ...at, ...declared })
            : save.run({ ...at, ...texts }));
        const sent = named ? ['authors' as const] : declared ? ['declared' as const] : (Object.keys(texts) as (keyof DossierFields)[]);
        if (outcome.kind === 'done') return { kind: 'done', known: knownOf(outcome.result), sent };
        if (outcome.kind === 'broken') return sentOf(outcome.error, sent);
        if (outcome.refusal.code !== 'STALE') {
          const problems = problemsOf(outcome.refusal);
          // Not about what was typed: it was sent in, or has ended.
          if (problems.every(({ path }) => path === null)) asked.again();
          return { kind: 'refused', fields: named || declared ? sent : problems.map(fieldOf), problems };
        }
        const { data: now } = await client.query(DOSSIER, { id: dossier.id }, { requestPolicy: 'network-only' }).toPromise();
        return now?.initiative ? { kind: 'stale', known: knownOf(now.initiative) } : { kind: 'offline' };
      },
    },
    asked.again,
  );
  return { autosave, limits, contest: data?.contest };
}

type Limits = ResultOf<typeof LIMITS>['initiativeLimits'];

const LONGEST: Partial<Record<keyof DossierFields, string>> = {
  ...{ title: 'TITLE', problem: 'PROBLEM', solution: 'SOLUTION', novelty: 'NOVELTY', effect: 'EFFECT', confidential: 'CONFIDENTIAL' },
};

/** Most characters of a text, where the schema has said so already. */
export const longest = (limits: Limits | undefined, field: keyof DossierFields): number | undefined =>
  limits?.texts.find((text) => text.field === LONGEST[field])?.characters;

/** Broken on the way: the network, a server that is busy, or an answer that says that it will never be taken so. */
function sentOf({ networkError, graphQLErrors }: CombinedError, fields: readonly (keyof DossierFields)[]): Sent<DossierFields> {
  if (networkError) return { kind: 'offline' };
  if (graphQLErrors.some(({ extensions }) => extensions.code === 'BUSY')) return { kind: 'busy' };
  const problems = graphQLErrors.map(({ message, extensions }) => ({ code: String(extensions.code), message, path: null }));
  return { kind: 'refused', fields, problems };
}

export const placeOf = (initiativeId: string): string => `initiative:${initiativeId}`;
