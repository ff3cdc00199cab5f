import { useRef } from 'react';
import { useAct } from '../../api/act';
import { type Asked } from '../../api/ask';
import { type Known, type Sent } from '../../api/autosaver';
import { type Autosave, useAutosave } from '../../ui/use-autosave';
import { useClient } from 'urql';
import { DECLARE, DOSSIER, type Dossier, SAVE, SET_AUTHORS } from './dossier.query';

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

/** One act for what changed: authors and declarations have acts of their own. */
export function useDossier(dossier: Dossier, asked: Asked<unknown>) {
  const client = useClient();
  const [save, setAuthors, declare] = [useAct(SAVE), useAct(SET_AUTHORS), useAct(DECLARE)];
  const last = useRef<'save' | 'authors' | 'declare'>('save');
  const autosave: Autosave<DossierFields> = useAutosave<DossierFields>(
    {
      place: `initiative:${dossier.id}`,
      label: dossier.title,
      path: `/initiatives/${dossier.id}`,
      known: knownOf(dossier),
      holds: (field, value) => field === 'authors' && sumOf(value as DossierFields['authors']) !== 10_000,
      send: async ({ authors, declared, ...texts }, version): Promise<Sent<DossierFields>> => {
        const at = { initiativeId: dossier.id, version };
        const named = authors?.map(({ personId, share, lead }) => ({ personId, share: share.replace(',', '.'), lead }));
        last.current = named ? 'authors' : declared ? 'declare' : 'save';
        const outcome = await (named
          ? setAuthors.run({ ...at, authors: named })
          : declared
            ? declare.run({ ...at, ...declared })
            : save.run({ ...at, ...texts }));
        if (outcome.kind === 'done') {
          const sent = named ? ['authors' as const] : declared ? ['declared' as const] : (Object.keys(texts) as (keyof DossierFields)[]);
          return { kind: 'done', known: knownOf(outcome.result), sent };
        }
        if (outcome.kind === 'broken') return outcome.error.networkError ? { kind: 'offline' } : { kind: 'refused' };
        if (outcome.refusal.code !== 'STALE') return { kind: 'refused' };
        const { data } = await client.query(DOSSIER, { id: dossier.id }, { requestPolicy: 'network-only' }).toPromise();
        return data?.initiative ? { kind: 'stale', known: knownOf(data.initiative) } : { kind: 'offline' };
      },
    },
    asked.again,
  );
  const refusal = { save, authors: setAuthors, declare }[last.current].refusal;
  return { autosave, refusal: refusal?.code === 'STALE' ? null : refusal };
}
