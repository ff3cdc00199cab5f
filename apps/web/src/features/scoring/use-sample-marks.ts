import { useMemo } from 'react';
import { unsentStore } from '../../api/unsent';
import { useAct } from '../../api/act';
import { useAutosave } from '../../ui/use-autosave';
import { type Sample, SIGN_SAMPLE, type WholeCalibration } from './calibration.query';
import { type MarkFields, type Marks, type TypedMark, fieldName, fieldsOf, marksOf, marksOfFields, sentMarks } from './marks';

/** What is typed on a sample. The server keeps no draft of it: until it is signed it stays on the machine. */
export function useSampleMarks(sample: Sample, { id: roundId, criteria }: Pick<WholeCalibration, 'id' | 'criteria'>) {
  const sign = useAct(SIGN_SAMPLE);
  const place = `sample:${sample.id}`;
  const empty = useMemo(() => fieldsOf(criteria, {}), [criteria]);
  const { value, change } = useAutosave<MarkFields>(
    {
      place,
      label: sample.title,
      path: `/judging/${roundId}/calibration`,
      known: { version: 0, value: empty },
      holds: () => true,
      send: () => Promise.resolve({ kind: 'refused' }),
    },
    () => undefined,
  );
  const marks: Marks = sample.card ? marksOf(sample.card) : marksOfFields(criteria, value);
  return {
    marks,
    change: (key: string, part: Partial<TypedMark>) => {
      change(Object.fromEntries(Object.entries(part).map(([name, typed]) => [fieldName({ key, part: name as keyof TypedMark }), typed])));
    },
    sign: {
      ...sign,
      run: async () => {
        const outcome = await sign.run({ sampleId: sample.id, marks: sentMarks(criteria, marks) });
        if (outcome.kind === 'done') await unsentStore.drop(place);
        return outcome;
      },
    },
  };
}
