import { useMemo } from 'react';
import { useClient } from 'urql';
import { useAct } from '../../api/act';
import { type Known, type Sent } from '../../api/autosaver';
import { useAutosave } from '../../ui/use-autosave';
import { CARD, SAVE, SIGN, type WholeCard } from './card.query';
import {
  COMMENT_MOST,
  type MarkFields,
  type TypedMark,
  fieldName,
  fieldOf,
  fieldsOf,
  lengthOf,
  marksOf,
  marksOfFields,
  sentMarks,
  sentParts,
} from './marks';

const knownOf = (card: Pick<WholeCard, 'version' | 'marks'>, { criteria }: Pick<WholeCard, 'criteria'>): Known<MarkFields> => ({
  version: card.version,
  value: fieldsOf(criteria, marksOf(card)),
});

/** What is typed on a card: saved part by part when the judge rests; a card that takes no marks any more shows what the server has. */
export function useMarks(card: WholeCard, again: () => void) {
  const client = useClient();
  const [save, sign] = [useAct(SAVE), useAct(SIGN)];
  const autosave = useAutosave<MarkFields>(
    {
      place: `scorecard:${card.id}`,
      label: `${card.initiative.receiptNumber} ${card.initiative.title}`,
      path: `/judging/${card.round.id}/cards/${card.id}`,
      known: knownOf(card, card),
      holds: (field, value) => !card.canMark || (fieldOf(field).part === 'comment' && lengthOf(value ?? '') > COMMENT_MOST),
      send: async (changes, version): Promise<Sent<MarkFields>> => {
        const typed = changes as MarkFields;
        const outcome = await save.run({ scorecardId: card.id, version, marks: sentParts(card.criteria, typed) });
        if (outcome.kind === 'done') return { kind: 'done', known: knownOf(outcome.result, card), sent: Object.keys(typed) };
        if (outcome.kind === 'broken') return outcome.error.networkError ? { kind: 'offline' } : { kind: 'refused' };
        if (outcome.refusal.code !== 'STALE') {
          again(); // it may have been closed meanwhile
          return { kind: 'refused' };
        }
        const { data } = await client.query(CARD, { id: card.id }, { requestPolicy: 'network-only' }).toPromise();
        return data?.scorecard ? { kind: 'stale', known: knownOf(data.scorecard, card) } : { kind: 'offline' };
      },
    },
    again,
  );
  const { value, flush, version } = autosave;
  const marks = useMemo(() => (card.canMark ? marksOfFields(card.criteria, value) : marksOf(card)), [card, value]);
  /** Signs what is on the screen once the server has all of it; null where it has not. */
  const signNow = async () => {
    if (!(await flush())) return null;
    return sign.run({ scorecardId: card.id, version: version(), marks: sentMarks(card.criteria, marks) });
  };
  return {
    marks,
    autosave,
    refusal: save.refusal?.code === 'STALE' ? null : save.refusal,
    change: (key: string, part: Partial<TypedMark>) => {
      autosave.change(
        Object.fromEntries(Object.entries(part).map(([name, typed]) => [fieldName({ key, part: name as keyof TypedMark }), typed])),
      );
    },
    sign: { ...sign, run: signNow },
  };
}

export type TypedMarks = ReturnType<typeof useMarks>;
