import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../api/act';
import { Button } from '../../../ui/button';
import { TextAreaField, TextField } from '../../../ui/field';
import { Form, FormActs, errorAt } from '../../../ui/form';
import { number } from '../../../ui/format';
import { useToast } from '../../../ui/toast';
import { type OfficeCalibration, SET_SAMPLES } from './calibration.query';
import { officeStyles as styles } from '../../jury/shared';

const PARTS = ['title', 'problem', 'solution', 'novelty', 'effect'] as const;
type Part = (typeof PARTS)[number];
type Typed = Readonly<Record<Part, string>>;

/** So many samples as judges are asked to mark. */
const SAMPLES = [0, 1] as const;
const EMPTY: Typed = { title: '', problem: '', solution: '', novelty: '', effect: '' };
const WORDS = {
  title: <Trans>Tên sáng kiến mẫu</Trans>,
  problem: <Trans>Vấn đề</Trans>,
  solution: <Trans>Giải pháp</Trans>,
  novelty: <Trans>Tính mới</Trans>,
  effect: <Trans>Hiệu quả</Trans>,
};

const ownOf = ({ title, problem, solution, novelty, effect }: Typed): Typed => ({ title, problem, solution, novelty, effect });

/** The two samples that every judge marks before the cards of the round open. */
export function SamplesForm({ of: { id, version, samples }, onDone }: { readonly of: OfficeCalibration; readonly onDone: () => void }) {
  const { run, busy, refusal, broken } = useAct(SET_SAMPLES);
  const toast = useToast();
  const [typed, setTyped] = useState<readonly Typed[]>(() =>
    SAMPLES.map((at) => {
      const sample = samples[at];
      return sample ? ownOf(sample) : EMPTY;
    }),
  );
  const change = (at: number, part: Part, value: string) => {
    setTyped((was) => was.map((sample, place) => (place === at ? { ...sample, [part]: value } : sample)));
  };
  return (
    <Form
      refusal={refusal}
      broken={broken}
      onSubmit={() => {
        void run({ roundId: id, version, samples: typed.map(ownOf) }).then(({ kind }) => {
          if (kind !== 'done') return;
          toast(<Trans>Đã lưu hai mẫu</Trans>);
          onDone();
        });
      }}
    >
      {SAMPLES.map((at) => (
        <fieldset key={at} className={styles.fieldset}>
          <legend>
            <Trans>Mẫu {number(at + 1)}</Trans>
          </legend>
          <div className={styles.stack}>
            {PARTS.map((part) => {
              const Field = part === 'title' ? TextField : TextAreaField;
              const name = `samples.${String(at)}.${part}`;
              return (
                <Field
                  key={part}
                  label={WORDS[part]}
                  name={name}
                  value={typed[at]?.[part] ?? ''}
                  error={errorAt(refusal, name)}
                  onChange={(value) => {
                    change(at, part, value);
                  }}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
      <FormActs>
        <Button type="submit" kind="primary" busy={busy}>
          <Trans>Lưu hai mẫu</Trans>
        </Button>
      </FormActs>
    </Form>
  );
}
