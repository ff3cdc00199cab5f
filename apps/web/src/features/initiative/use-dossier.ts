import { useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { useAct } from '../../api/act';
import { type Asked, useAsk } from '../../api/ask';
import { type Known, type Sent } from '../../api/autosaver';
import { type Problem } from '../../api/refusal';
import { charactersIn } from '../../ui/field';
import { problemsOf } from '../../ui/form';
import { type Autosave, useAutosave } from '../../ui/use-autosave';
import { BESIDE_DOSSIER, type BesideDossier } from './beside-dossier.query';
import { ARRANGE_FILES, DECLARE, DOSSIER, type Dossier, SAVE, SET_AUTHORS } from './dossier.query';
import { type Step, pathOf } from './steps';

/** An author as the form has them; it is kept in browsers like this. */
export interface WrittenAuthor {
  readonly personId: string;
  readonly fullName: string;
  readonly share: string;
  readonly lead: boolean;
}

/** What is typed into a dossier, field by field. A type, since an interface is no record. */
export type DossierFields = Pick<
  Dossier,
  'title' | 'problem' | 'solution' | 'novelty' | 'effect' | 'influence' | 'track' | 'firstAppliedOn' | 'confidential'
> & {
  authors: readonly WrittenAuthor[];
  areaId: string;
  declared: { ownWork: boolean; notPrizedElsewhere: boolean; nobodyOnJury: boolean };
  /** The one of an earlier year that it grew from. */
  improvesId: string | null;
  /** Files as they are to stand, by their ids. */
  order: readonly string[];
  /** What each file is. */
  [file: FileField]: FilePlace;
};

export type FileField = `file:${string}`;
export interface FilePlace {
  readonly kind: Dossier['files'][number]['kind'];
  readonly caption: string | null;
}

export const fileField = (id: string): FileField => `file:${id}`;

export const writtenAuthors = (authors: Dossier['authors']): WrittenAuthor[] =>
  authors.map(({ person, share, lead }) => ({ personId: person.id, fullName: person.fullName, share, lead }));

export const knownOf = (dossier: Dossier): Known<DossierFields> => {
  const {
    version,
    title,
    problem,
    solution,
    novelty,
    effect,
    influence,
    track,
    firstAppliedOn,
    confidential,
    authors,
    area,
    improves,
    files,
  } = dossier;
  const { ownWorkAt, notPrizedElsewhereAt, nobodyOnJuryAt } = dossier;
  const declared = {
    ownWork: ownWorkAt !== null,
    notPrizedElsewhere: notPrizedElsewhereAt !== null,
    nobodyOnJury: nobodyOnJuryAt !== null,
  };
  const texts = { title, problem, solution, novelty, effect, influence, track, firstAppliedOn, confidential };
  const places = Object.fromEntries(files.map(({ id, kind, caption }) => [fileField(id), { kind, caption }]));
  const order = files.map(({ id }) => id);
  return {
    version,
    value: { ...texts, ...places, authors: writtenAuthors(authors), areaId: area.id, declared, improvesId: improves?.id ?? null, order },
  };
};

/** In hundredths, so that sums are exact. */
export const hundredths = (share: string): number => Math.round(Number(share.replace(',', '.') || Number.NaN) * 100);
export const sumOf = (authors: DossierFields['authors']): number => authors.reduce((sum, { share }) => sum + hundredths(share), 0);

/** Which field of what is typed a path of an act is about. */
const fieldOf = ({ path }: Problem): keyof DossierFields => {
  const [first = ''] = pathOf({ path }).split('.');
  return first === 'ownWork' || first === 'notPrizedElsewhere' || first === 'nobodyOnJury' ? 'declared' : (first as keyof DossierFields);
};

/** Asked for as it opens, and not with everything that is saved: none of it changes by that. */
function useBeside({ id, contest, state, title }: Dossier, step: Step): Asked<BesideDossier> {
  const [alike] = useState(step === 'title' && title.trim() !== '');
  const [isKnown, setKnown] = useState(false);
  const variables = { id, contestId: contest.id, returned: state === 'RETURNED', alike };
  const beside = useAsk(BESIDE_DOSSIER, variables, { pause: isKnown });
  if (!isKnown && beside.data && !beside.busy) setKnown(true);
  return beside;
}

/** One act for what changed: authors and declarations have acts of their own. */
export function useDossier(dossier: Dossier, asked: Asked<unknown>, step: Step) {
  const client = useClient();
  const [opened] = useState(dossier);
  const beside = useBeside(opened, step);
  const limits = beside.data?.initiativeLimits;
  const [save, setAuthors, declare, arrange] = [useAct(SAVE), useAct(SET_AUTHORS), useAct(DECLARE), useAct(ARRANGE_FILES)];
  const autosave: Autosave<DossierFields> = useAutosave<DossierFields>(
    {
      place: placeOf(dossier.id),
      label: dossier.title,
      path: `/initiatives/${dossier.id}`,
      known: knownOf(dossier),
      holds: (field, value) =>
        field === 'authors'
          ? sumOf(value as DossierFields['authors']) !== 10_000
          : charactersIn(textOf(value)) > (longest(limits, field) ?? Number.POSITIVE_INFINITY),
      send: async (changes, version): Promise<Sent<DossierFields>> => {
        const at = { initiativeId: dossier.id, version };
        const { authors, declared, ...rest } = changes;
        const places = (Object.keys(rest) as (keyof DossierFields)[]).filter(isOfFiles);
        const texts = Object.keys(rest).filter((field) => !isOfFiles(field)) as (keyof DossierFields)[];
        const named = authors?.map(({ personId, share, lead }) => ({ personId, share: share.replace(',', '.'), lead }));
        const sent: (keyof DossierFields)[] = named ? ['authors'] : declared ? ['declared'] : texts.length > 0 ? texts : places;
        const outcome = await (named
          ? setAuthors.run({ ...at, authors: named })
          : declared
            ? declare.run({ ...at, ...declared })
            : texts.length > 0
              ? save.run({ ...at, ...pick(rest, texts) })
              : arrange.run({ ...at, files: placesOf(dossier, rest) }));
        if (outcome.kind === 'done') return { kind: 'done', known: knownOf(outcome.result), sent };
        if (outcome.kind === 'broken') return sentOf(outcome.error, sent);
        if (outcome.refusal.code !== 'STALE') {
          const problems = problemsOf(outcome.refusal);
          // Not about what was typed: it was sent in, or has ended.
          if (problems.every(({ path }) => path === null)) asked.again();
          return { kind: 'refused', fields: sent === texts ? problems.map(fieldOf) : sent, problems };
        }
        const { data: now } = await client.query(DOSSIER, { id: dossier.id }, { requestPolicy: 'network-only' }).toPromise();
        return now?.initiative ? { kind: 'stale', known: knownOf(now.initiative) } : { kind: 'offline' };
      },
    },
    asked.again,
  );
  return { autosave, limits, contest: beside.data?.contest, opened, beside };
}

type Limits = BesideDossier['initiativeLimits'];

const LONGEST: Partial<Record<keyof DossierFields, string>> = {
  ...{ title: 'TITLE', problem: 'PROBLEM', solution: 'SOLUTION', novelty: 'NOVELTY', effect: 'EFFECT', confidential: 'CONFIDENTIAL' },
};

/** Most characters of a text, where the schema has said so already. */
export const longest = (limits: Limits | undefined, field: keyof DossierFields): number | undefined =>
  isOfFiles(field) ? limits?.maxCaption : limits?.texts.find((text) => text.field === LONGEST[field])?.characters;

const textOf = (value: DossierFields[keyof DossierFields]): string =>
  typeof value === 'string' ? value : value !== null && 'caption' in value ? (value.caption ?? '') : '';

const isOfFiles = (field: string | number): boolean => field === 'order' || String(field).startsWith('file:');

const pick = <Of extends object>(from: Of, fields: readonly PropertyKey[]): Of =>
  Object.fromEntries(Object.entries(from).filter(([field]) => fields.includes(field))) as Of;

/** All files of the dossier, each at its place; one that came or went meanwhile makes the version an old one. */
function placesOf({ files }: Dossier, changes: Partial<DossierFields>): (FilePlace & { fileId: string })[] {
  const order = changes.order ?? files.map(({ id }) => id);
  const last = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return files
    .toSorted((a, b) => last(a.id) - last(b.id))
    .map(({ id, kind, caption }) => ({ fileId: id, kind, caption, ...changes[fileField(id)] }));
}

/** Broken on the way: the network, a server that is busy, or an answer that says that it will never be taken so. */
function sentOf({ networkError, graphQLErrors }: CombinedError, fields: readonly (keyof DossierFields)[]): Sent<DossierFields> {
  if (networkError) return { kind: 'offline' };
  if (graphQLErrors.some(({ extensions }) => extensions.code === 'BUSY')) return { kind: 'busy' };
  const problems = graphQLErrors.map(({ message, extensions }) => ({ code: String(extensions.code), message, path: null }));
  return { kind: 'refused', fields, problems };
}

export const placeOf = (initiativeId: string): string => `initiative:${initiativeId}`;
